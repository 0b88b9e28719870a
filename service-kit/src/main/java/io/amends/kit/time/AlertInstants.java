package io.amends.kit.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The daily alert instants of one alert time in one zone (C2). Where the clocks skip the alert time it moves forward by
 * what was skipped; where they show it twice, the earlier one counts.
 */
public record AlertInstants(LocalTime alertTime, ZoneId zone) {

    /** The alert instant of a calendar day. */
    public Instant on(LocalDate day) {
        // ZonedDateTime.of resolves gaps and overlaps exactly so.
        return ZonedDateTime.of(day, alertTime, zone).toInstant();
    }

    /** The alert instant of the calendar day after the given instant: what was repaired before it is not late (A6). */
    public Instant onDayAfter(Instant instant) {
        return on(instant.atZone(zone).toLocalDate().plusDays(1));
    }

    /** The last alert instant at or before the given one. */
    public Instant lastAtOrBefore(Instant instant) {
        // Two days ahead: a gap can move an alert past midnight, and a zone can skip a whole day.
        LocalDate day = instant.atZone(zone).toLocalDate().plusDays(2);
        while (on(day).isAfter(instant)) {
            day = day.minusDays(1);
        }
        return on(day);
    }

    /** The first alert instant after the given one. */
    public Instant firstAfter(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate().minusDays(2);
        while (!on(day).isAfter(instant)) {
            day = day.plusDays(1);
        }
        return on(day);
    }
}
