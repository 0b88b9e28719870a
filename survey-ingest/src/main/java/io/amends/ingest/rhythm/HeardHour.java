package io.amends.ingest.rhythm;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;

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

    private static final int MINUTES = 60;

    public HeardHour {
        if (Math.floorMod(start.getEpochSecond(), SECONDS) != 0 || start.getNano() != 0) {
            throw new IllegalArgumentException(start + " is no full hour");
        }
    }

    /** The hour of one event. */
    public static HeardHour of(Instant event) {
        Instant start = event.truncatedTo(ChronoUnit.HOURS);
        return new HeardHour(start, 1L << Duration.between(start, event).toMinutes(), 1);
    }

    /** The same hour with what else was heard in it. */
    public HeardHour plus(HeardHour more) {
        return new HeardHour(start, minutes | more.minutes, events + more.events);
    }

    /** The first minute with an event that begins after a moment. */
    public Optional<Instant> firstAfter(Instant moment) {
        return IntStream.range(0, MINUTES)
                .filter(minute -> (minutes >>> minute & 1) == 1)
                .mapToObj(minute -> start.plus(minute, ChronoUnit.MINUTES))
                .filter(at -> at.isAfter(moment))
                .findFirst();
    }

    /** How many of its minutes had an event, 0 to 60. */
    int heard() {
        return Long.bitCount(minutes);
    }
}
