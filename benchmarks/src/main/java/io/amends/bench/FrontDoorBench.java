package io.amends.bench;

import io.amends.bench.Surveys.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** POST, single and in batches, against a bare producer on the same broker. */
final class FrontDoorBench {
    private static final int REPETITIONS = 5;
    private static final int EVENTS = 4_000;
    private static final int IN_FLIGHT = 64;
    private static final int LINES = 500;
    private static final int BATCHES_IN_FLIGHT = 4;

    private static final String PRODUCER = "bare producer";
    private static final String PRODUCER_AGAIN = "bare producer again (A/A)";
    private static final String PRODUCER_64 = "bare producer, 64 in flight";
    private static final String SINGLE = "POST single, 64 in flight";
    private static final String BATCH = "POST batch of 500, 4 in flight";
    private static final String IMPORT = "CSV import of the same rows";
    static final List<String> PEERS = List.of(PRODUCER, PRODUCER_64, BATCH);

    private final Api api;
    private final BareProducer producer;
    private final Surveys surveys;

    FrontDoorBench(Api api, BareProducer producer, Surveys surveys) {
        this.api = api;
        this.producer = producer;
        this.surveys = surveys;
    }

    Map<String, List<Double>> rates(long seed) throws Exception {
        return Rounds.run(
                List.of(
                        new Contender(PRODUCER, timed(batch -> producer.send(batch, EVENTS))),
                        new Contender(PRODUCER_AGAIN, timed(batch -> producer.send(batch, EVENTS))),
                        new Contender(PRODUCER_64, timed(batch -> producer.send(batch, IN_FLIGHT))),
                        new Contender(SINGLE, timed(this::single)),
                        new Contender(BATCH, timed(this::batches)),
                        new Contender(IMPORT, timed(all -> api.importFile(surveys.portal(), Surveys.csv(all))))),
                REPETITIONS,
                seed);
    }

    /** Work on fresh surveys, which are made before the time is taken. */
    private interface SurveyWork {
        void on(List<Survey> surveys) throws Exception;
    }

    private Callable<Double> timed(SurveyWork work) {
        return () -> {
            List<Survey> fresh = surveys.next(EVENTS);
            long start = System.nanoTime();
            work.on(fresh);
            return EVENTS / ((System.nanoTime() - start) / 1e9);
        };
    }

    private void single(List<Survey> all) throws InterruptedException {
        InFlight inFlight = new InFlight(IN_FLIGHT);
        for (Survey survey : all) {
            inFlight.start(() -> api.post(survey.json()));
        }
        inFlight.await();
    }

    private void batches(List<Survey> all) throws InterruptedException {
        List<byte[]> bodies = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LINES) {
            bodies.add(Surveys.lines(all.subList(from, Math.min(from + LINES, all.size()))));
        }
        InFlight inFlight = new InFlight(BATCHES_IN_FLIGHT);
        for (byte[] body : bodies) {
            inFlight.start(() -> api.postLines(body));
        }
        inFlight.await();
    }
}
