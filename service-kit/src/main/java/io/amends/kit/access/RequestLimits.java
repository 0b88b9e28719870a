package io.amends.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.amends.kit.metrics.MetricNames;
import io.amends.kit.problem.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much each caller may ask of this instance in a second (H2): a bucket of that many tokens per caller, refilled
 * evenly. Memory is bounded: a bucket that nobody used for a minute is full again, and is forgotten.
 */
@ApplicationScoped
public class RequestLimits {
    private static final int MOST_CALLERS = 10_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** What is limited. */
    public enum Limit {
        /** Surveys, of a batch each one. */
        SURVEYS,
        /** All other requests. */
        CALLS
    }

    private record Account(Limit limit, String caller) {}

    private final long surveys;
    private final long calls;
    private final MeterRegistry metrics;
    private final TimeMeter time;
    private final Cache<Account, Bucket> buckets;

    @Inject
    RequestLimits(
            @ConfigProperty(name = "amends.limits.surveys") long surveys,
            @ConfigProperty(name = "amends.limits.calls") long calls,
            MeterRegistry metrics) {
        this(surveys, calls, metrics, TimeMeter.SYSTEM_NANOTIME);
    }

    RequestLimits(long surveys, long calls, MeterRegistry metrics, TimeMeter time) {
        this.surveys = surveys;
        this.calls = calls;
        this.metrics = metrics;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(FORGOTTEN)
                .ticker(time::currentTimeNanos)
                .build();
        for (Limit limit : Limit.values()) {
            refused(limit); // it is there from the start, at 0, so that an alert sees the first one
        }
    }

    /**
     * Counts what a caller asks.
     *
     * @param n at least 1 and at most what the limit allows in a second
     * @throws Problem 429 that says how long to wait, if the caller has asked too much; then nothing is counted
     */
    void take(Caller caller, Limit limit, long n) {
        ConsumptionProbe probe = bucket(caller, limit).tryConsumeAndReturnRemaining(n);
        if (!probe.isConsumed()) {
            refused(limit).increment();
            throw Problem.of(429, "Too many requests", words(limit, most(limit)))
                    .retryAfter(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /**
     * Counts the surveys of a batch that was let in as one: it is taken whole, and what it has beyond the limit is waited
     * for by the next request. So a batch may have more surveys than a second allows.
     *
     * @param surveys of the batch, all together; 0 counts as the request itself
     */
    public void batch(Caller caller, int surveys) {
        if (surveys > 1) {
            bucket(caller, Limit.SURVEYS).consumeIgnoringRateLimits(surveys - 1L);
        }
    }

    /** How many callers are remembered. */
    long callers() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(Caller caller, Limit limit) {
        return buckets.get(new Account(limit, caller.account()), account -> {
            long tokens = most(limit);
            return Bucket.builder()
                    .addLimit(bandwidth -> bandwidth.capacity(tokens).refillGreedy(tokens, PERIOD))
                    .withCustomTimePrecision(time)
                    .build();
        });
    }

    private long most(Limit limit) {
        return switch (limit) {
            case SURVEYS -> surveys;
            case CALLS -> calls;
        };
    }

    private Counter refused(Limit limit) {
        return metrics.counter(
                MetricNames.REQUESTS_LIMITED, "limit", limit.name().toLowerCase(Locale.ROOT));
    }

    private static String words(Limit limit, long most) {
        return switch (limit) {
            case SURVEYS -> "One key sends at most " + most + " surveys a second. Please wait as Retry-After says.";
            case CALLS -> "One caller sends at most " + most + " requests a second. Please wait as Retry-After says.";
        };
    }
}
