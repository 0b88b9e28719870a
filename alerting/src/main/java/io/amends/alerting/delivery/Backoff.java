package io.amends.alerting.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a delivery that failed comes again: after the first delay, then twice as long each time, at most an hour.
 *
 * @param tries how often it is tried at most
 */
public record Backoff(Duration first, int tries) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** The delay after that many tries, or null where that was the last one. */
    public @Nullable Duration after(int tried) {
        if (tried >= tries) {
            return null;
        }
        Duration delay = first.multipliedBy(1L << Math.min(tried - 1, 20));
        return atMost(delay);
    }

    /**
     * The same where the other side asks for some time; it is given that, but no more than the longest delay.
     *
     * @param notBefore null where it asks for none
     */
    public @Nullable Duration after(int tried, @Nullable Duration notBefore) {
        Duration delay = after(tried);
        return delay == null || notBefore == null || delay.compareTo(notBefore) > 0 ? delay : atMost(notBefore);
    }

    private static Duration atMost(Duration delay) {
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
