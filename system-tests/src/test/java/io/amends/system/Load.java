package io.amends.system;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Survey responses at a fixed rate; one that is not accepted is sent again until it is, as a CRM would: with a pause and
 * a bounded number of requests at a time, so that a service that has just started is not drowned.
 */
final class Load {
    private static final int FLAGGED_IN_HUNDRED = 5;
    /** Faults end with the load; what was still refused then is taken within this time, or something is broken. */
    private static final Duration GIVE_UP = Duration.ofMinutes(4);

    private static final int AT_A_TIME = 32;
    private static final long AFTER_REFUSAL_MILLIS = 500;

    final Set<String> accepted = ConcurrentHashMap.newKeySet();
    final Set<String> flagged = ConcurrentHashMap.newKeySet();
    final AtomicInteger refusedTries = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final Queue<Survey> waiting = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final Api api;
    private final Random random;
    private final Instant periodStart;
    private volatile Instant giveUp = Instant.MIN;
    private int begun;

    Load(Api api, long seed, Instant periodStart) {
        this.api = api;
        this.random = new Random(seed);
        this.periodStart = periodStart;
    }

    /** Runs for a while and returns when every response was accepted. */
    void run(int perSecond, Duration time) throws InterruptedException {
        long pause = 1_000_000_000L / perSecond;
        int count = (int) (perSecond * time.toSeconds());
        giveUp = Instant.now().plus(time).plus(GIVE_UP);
        var ticking = clock.scheduleAtFixedRate(
                () -> {
                    if (begun < count) {
                        send(begun++);
                    }
                },
                0,
                pause,
                TimeUnit.NANOSECONDS);
        while (begun < count || underWay.get() > 0) {
            Thread.sleep(100); // the generator's own pace, not a wait for an outcome
        }
        ticking.cancel(false);
        clock.shutdown();
    }

    private void send(int n) {
        boolean unhappy = random.nextInt(100) < FLAGGED_IN_HUNDRED;
        String id = "f-" + n;
        String body = Api.quotes(("{'portal':'fault','responseId':'%s','ticketId':'T-%d','supportGroup':'G%d',"
                        + "'measures':{'csat':%d},'contactChoice':'NOT_ASKED','comment':'n %d','submittedAt':'%s'}")
                .formatted(id, n, n % 4, unhappy ? 1 : 4, n, periodStart.plusSeconds(random.nextInt(86_000))));
        if (unhappy) {
            flagged.add(id);
        }
        underWay.incrementAndGet();
        waiting.add(new Survey(id, body));
        sendWaiting();
    }

    private record Survey(String id, String body) {}

    private void sendWaiting() {
        while (!waiting.isEmpty() && places.tryAcquire()) {
            Survey survey = waiting.poll();
            if (survey == null) {
                places.release();
            } else {
                post(survey);
            }
        }
    }

    private void post(Survey survey) {
        HttpRequest request = api.request("AMENDS_INGEST_PORT", "/v1/surveys")
                .timeout(Duration.ofSeconds(15))
                .POST(HttpRequest.BodyPublishers.ofString(survey.body()))
                .build();
        Api.CLIENT.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((response, error) -> {
            if (error == null && response.statusCode() == 202) {
                accepted.add(survey.id());
                underWay.decrementAndGet();
                next();
            } else if (Instant.now().isBefore(giveUp)) {
                refusedTries.incrementAndGet();
                waiting.add(survey);
                // The place stays empty for a moment: who is away is asked, not hammered.
                clock.schedule(this::next, AFTER_REFUSAL_MILLIS, TimeUnit.MILLISECONDS);
            } else {
                underWay.decrementAndGet();
                next();
            }
        });
    }

    private void next() {
        places.release();
        sendWaiting();
    }
}
