package io.amends.dashboard.preferences.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When the next digest of a portal goes out (C1, C2), for the page on which its alert time is set. */
public final class NextDigest {
    private NextDigest() {}

    /**
     * The first alert instant after a moment, on the clocks of the portal. Where these skip the alert time, it moves forward
     * by what was skipped; where they show it twice, the earlier one counts.
     */
    public static ZonedDateTime after(Instant now, LocalTime alertTime, ZoneId zone) {
        // A gap can move an alert past midnight, and a zone can skip a whole day.
        LocalDate day = now.atZone(zone).toLocalDate().minusDays(2);
        ZonedDateTime next = ZonedDateTime.of(day, alertTime, zone);
        while (!next.toInstant().isAfter(now)) {
            day = day.plusDays(1);
            next = ZonedDateTime.of(day, alertTime, zone);
        }
        return next;
    }
}
