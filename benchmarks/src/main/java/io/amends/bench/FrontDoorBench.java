package io.amends.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.bench.Surveys.Survey;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What comes in over HTTP: single, in batches, as a file and by webhooks, against peers that do a part of the same work. The
 * other services are held, since they work on the same surveys; and PostgreSQL, too, where the door does without it.
 */
final class FrontDoorBench {
    private static final int REPETITIONS = Integer.getInteger("bench.repetitions", 5);
    private static final int SINGLES = 4_000;
    private static final int MANY = 20_000;
    /** A file is large, and what an import costs before its first row is little beside it. */
    private static final int FILE = 60_000;

    private static final int IN_FLIGHT = 64;
    private static final int LINES = 500;
    private static final int BATCHES_IN_FLIGHT = 4;

    private static final String PRODUCER = "bare producer";
    private static final String PRODUCER_AGAIN = "bare producer again (A/A)";
    private static final String PRODUCER_64 = "bare producer, 64 in flight";
    private static final String PRODUCER_2000 = "bare producer, 2,000 in flight";
    private static final String SINGLE = "POST single, 64 in flight";
    private static final String REFUSED = "POST refused at the last, 64 in flight";
    private static final String BATCH = "POST batch of 500, 4 in flight";
    private static final String SINGLE_RECORDED = "POST single beside the recorder";
    private static final String WEBHOOK = "webhook, signed and mapped, 64 in flight, beside the recorder";
    private static final String BATCH_RECORDED = "POST batch of 500 beside the recorder";
    private static final String IMPORT = "CSV import of the same rows beside the recorder";
    static final List<String> PEERS =
            List.of(PRODUCER, PRODUCER_64, PRODUCER_2000, REFUSED, SINGLE_RECORDED, BATCH_RECORDED);

    private static final String SOURCE = "bench";
    private static final String HMAC = "HmacSHA256";
    private static final String SECRET = "secret of the benchmark";

    private final Api api;
    private final BareProducer producer;
    private final Surveys surveys;
    private final OtherServices others;

    FrontDoorBench(Api api, BareProducer producer, Surveys surveys, OtherServices others) {
        this.api = api;
        this.producer = producer;
        this.surveys = surveys;
        this.others = others;
    }

    Map<String, List<Double>> rates(long seed) throws Exception {
        URI webhooks = api.source(surveys.portal(), SOURCE, Surveys.mapping(), SECRET);
        others.hold();
        return Rounds.run(
                List.of(
                        new Contender(PRODUCER, alone(MANY, all -> () -> producer.send(all, MANY))),
                        new Contender(PRODUCER_AGAIN, alone(MANY, all -> () -> producer.send(all, MANY))),
                        new Contender(PRODUCER_64, alone(SINGLES, all -> () -> producer.send(all, IN_FLIGHT))),
                        new Contender(
                                PRODUCER_2000, alone(MANY, all -> () -> producer.send(all, LINES * BATCHES_IN_FLIGHT))),
                        new Contender(REFUSED, alone(SINGLES, all -> () -> refused(all))),
                        new Contender(SINGLE, alone(SINGLES, all -> () -> single(all))),
                        new Contender(BATCH, alone(MANY, this::batches)),
                        new Contender(SINGLE_RECORDED, recorded(SINGLES, all -> () -> single(all))),
                        new Contender(WEBHOOK, recorded(SINGLES, all -> () -> webhooks(webhooks, all))),
                        new Contender(BATCH_RECORDED, recorded(FILE, this::batches)),
                        new Contender(IMPORT, recorded(FILE, this::imported))),
                REPETITIONS,
                seed,
                Processors::awaitIdle);
    }

    /** What is done, and how long it takes. */
    private interface Work {
        void run() throws Exception;
    }

    /** Work on fresh surveys; they, and what is sent of them, are made before the time is taken. */
    private interface SurveyWork {
        Work on(List<Survey> surveys) throws Exception;
    }

    /** The door alone, which does without PostgreSQL. */
    private Callable<Double> alone(int events, SurveyWork work) {
        return timed(others::holdDatabase, events, work);
    }

    /** The door, while its service records what came in, as far as it gets. */
    private Callable<Double> recorded(int events, SurveyWork work) {
        return timed(() -> {}, events, work);
    }

    private Callable<Double> timed(Runnable holding, int events, SurveyWork work) {
        return () -> {
            Work ready = work.on(surveys.next(events));
            holding.run();
            try {
                long start = System.nanoTime();
                ready.run();
                return events / ((System.nanoTime() - start) / 1e9);
            } finally {
                others.letDatabaseGo();
            }
        };
    }

    private void single(List<Survey> all) throws InterruptedException {
        InFlight inFlight = new InFlight(IN_FLIGHT);
        for (Survey survey : all) {
            inFlight.start(() -> api.post(survey.json()));
        }
        inFlight.await();
    }

    /** Reading and checking without what comes after: the last of the fields is one that there is not. */
    private void refused(List<Survey> all) throws InterruptedException {
        InFlight inFlight = new InFlight(IN_FLIGHT);
        for (Survey survey : all) {
            inFlight.start(() -> api.postWrong(Surveys.wrong(survey)));
        }
        inFlight.await();
    }

    /** Until each is a response of the source, and not only until each is taken at the door. */
    private void webhooks(URI address, List<Survey> all) throws Exception {
        long before = api.fromSource(surveys.portal(), SOURCE);
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), HMAC));
        InFlight inFlight = new InFlight(IN_FLIGHT);
        for (Survey survey : all) {
            String signature = HexFormat.of().formatHex(mac.doFinal(survey.json()));
            inFlight.start(() -> api.webhook(address, signature, survey.json()));
        }
        inFlight.await();
        while (api.fromSource(surveys.portal(), SOURCE) < before + all.size()) {
            Thread.sleep(20); // asked as often as the other contenders' ends are looked for
        }
    }

    private Work imported(List<Survey> all) throws IOException {
        byte[] csv = Surveys.csv(all);
        return () -> api.importFile(surveys.portal(), csv);
    }

    private Work batches(List<Survey> all) {
        List<byte[]> bodies = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LINES) {
            bodies.add(Surveys.lines(all.subList(from, Math.min(from + LINES, all.size()))));
        }
        return () -> {
            InFlight inFlight = new InFlight(BATCHES_IN_FLIGHT);
            for (byte[] body : bodies) {
                inFlight.start(() -> api.postLines(body));
            }
            inFlight.await();
        };
    }
}
