package io.amends.kit.inbound;

import io.amends.kit.failure.Failures;
import io.amends.kit.metrics.MetricNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a consumer is doing, for health checks and ops. Written by whoever polls and works for it, read by anyone. */
public final class ConsumerPulse {
    /** One try of a batch that takes longer is stuck: every call out of it ends sooner by its own limit. */
    static final Duration STUCK = Duration.ofMinutes(2);

    private final String consumer;
    private final Clock clock;
    private final Counter records;
    private final Counter retries;
    private volatile Instant lastProgress;
    private volatile boolean working;
    private volatile boolean retrying;
    private volatile @Nullable Instant oldest;
    private volatile long lag;
    private volatile @Nullable Throwable died;

    public ConsumerPulse(String consumer, Clock clock, MeterRegistry metrics) {
        this.consumer = consumer;
        this.clock = clock;
        this.lastProgress = clock.instant();
        this.records = metrics.counter(MetricNames.CONSUMED, "consumer", consumer);
        this.retries = metrics.counter(MetricNames.RETRIES, "consumer", consumer);
        Gauge.builder(MetricNames.CONSUMER_LAG, () -> lag)
                .tag("consumer", consumer)
                .register(metrics);
        Gauge.builder(MetricNames.CONSUMER_AGE, this::oldestSeconds)
                .tag("consumer", consumer)
                .register(metrics);
    }

    /** Nothing is in hand, and what a start needs is not there yet: waiting for that is alive. */
    public void waiting() {
        working = false;
        retrying = true;
        oldest = null;
        lastProgress = clock.instant();
    }

    /** Polling begins; what was in hand when it last ended is nobody's. */
    public void began() {
        working = false;
        retrying = false;
        oldest = null;
        lastProgress = clock.instant();
    }

    /** @param behind how many records are not yet polled */
    public void polled(long behind) {
        lag = behind;
        if (!working) {
            lastProgress = clock.instant();
        }
    }

    void working(Instant oldestRecord) {
        working = true;
        oldest = oldestRecord;
        lastProgress = clock.instant();
    }

    /** A try of the batch in hand begins, the first one or another. */
    void trying() {
        lastProgress = clock.instant();
    }

    void retrying() {
        retrying = true;
        retries.increment();
        lastProgress = clock.instant();
    }

    void done(int count) {
        working = false;
        retrying = false;
        oldest = null;
        records.increment(count);
        lastProgress = clock.instant();
    }

    /** It ended by an error that no new start would mend. */
    public void died(Throwable error) {
        died = error;
    }

    /**
     * What is wrong, or null. Retrying a transient error counts as alive for as long as it retries: each try begins anew, so
     * one that hangs is noticed whether it is the first or the hundredth.
     */
    @Nullable
    String complaint() {
        Throwable error = died;
        if (error != null) {
            return "died: " + Failures.said(error);
        }
        if (lastProgress.plus(STUCK).isBefore(clock.instant())) {
            return "no progress since " + lastProgress;
        }
        return null;
    }

    String consumer() {
        return consumer;
    }

    boolean isRetrying() {
        return retrying;
    }

    long lag() {
        return lag;
    }

    private double oldestSeconds() {
        Instant since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }
}
