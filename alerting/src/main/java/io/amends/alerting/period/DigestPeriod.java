package io.amends.alerting.period;

import java.time.Instant;

/**
 * The time that one digest covers (C2).
 *
 * @param from the alert instant before, included
 * @param to the alert instant at which it ends, not included
 */
public record DigestPeriod(Instant from, Instant to) {

    public DigestPeriod {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period ends after it starts: " + from + " to " + to);
        }
    }

    /** Whether an instant lies in [from, to). */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
