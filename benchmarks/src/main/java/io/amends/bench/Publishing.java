package io.amends.bench;

import io.amends.contracts.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** From the POST that publishes 10,000 rules until a response is decided by them. */
final class Publishing {
    static final int RULES = 10_000;
    private static final int REPETITIONS = 9;
    private static final Duration GIVE_UP = Duration.ofSeconds(30);

    private final Api api;
    private final String portal;
    private final byte[] survey;
    private final long seed;

    Publishing(Api api, String portal, Surveys surveys, long seed) {
        this.api = api;
        this.portal = portal;
        this.survey = surveys.next().json();
        this.seed = seed;
    }

    /** Seconds of each publish, every one of other rules; the first finds a process that has never read so many. */
    List<Double> seconds() throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i <= REPETITIONS; i++) {
            api.saveDraft(portal, Json.write(new RuleSamples(seed + i).json(RULES)));
            long before = decidingVersion();
            long start = System.nanoTime();
            CompletableFuture<Void> published = api.publish(portal);
            while (decidingVersion() == before) {
                if (published.isCompletedExceptionally() || System.nanoTime() - start > GIVE_UP.toNanos()) {
                    published.join();
                    throw new IllegalStateException("version " + (before + 1) + " does not decide");
                }
                Thread.sleep(20); // asking costs the service something, too
            }
            seconds.add((System.nanoTime() - start) / 1e9);
            published.join();
        }
        return seconds;
    }

    private long decidingVersion() throws Exception {
        return api.decidingVersion(portal, survey, "Rule 0");
    }
}
