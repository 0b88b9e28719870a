package io.amends.ingest.rhythm;

import java.time.Duration;
import java.time.Instant;

/**
 * An hour in which a source was heard.
 *
 * @param start a full hour of UTC
 * @param minutes which of its minutes had an event: bit 0 is the first one
 * @param events how many events it had
 */
public record HeardHour(Instant start, long minutes, long events) {
    /** How long an hour is in seconds. */
    static final long SECONDS = Duration.ofHours(1).toSeconds();

    public HeardHour {
        if (Math.floorMod(start.getEpochSecond(), SECONDS) != 0 || start.getNano() != 0) {
            throw new IllegalArgumentException(start + " is no full hour");
        }
    }

    /** How many of its minutes had an event, 0 to 60. */
    int heard() {
        return Long.bitCount(minutes);
    }
}
