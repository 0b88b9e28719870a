package io.amends.alerting.period;

import io.amends.kit.time.AlertInstants;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Which periods are a weekend's, and which one ends it (C4). A period is of the day of its alert instant, on the clocks of
 * the portal's zone. A pure rule: who builds a period, and when, makes no difference.
 */
public record Weekend(ZoneId zone) {
    /** A weekend's alert instants are less apart than this, whatever clocks and preferences do between them. */
    private static final Duration LONGEST = Duration.ofDays(2);

    /** Whether a period is Saturday's or Sunday's. */
    public boolean has(DigestPeriod period) {
        return has(period.to());
    }

    private boolean has(Instant alert) {
        DayOfWeek day = alert.atZone(zone).getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    /**
     * Whether a period releases what was held at an earlier alert instant: it is the first one after that weekend. It is
     * Monday's, but for a week in which a change of the preferences leaves Monday without an alert instant.
     */
    public boolean releases(DigestPeriod period, Instant heldAt) {
        return has(period.from())
                && !has(period.to())
                && !heldAt.isAfter(period.from())
                && heldAt.isAfter(period.from().minus(LONGEST));
    }

    /** The alert instant that what is held in a weekend's period waits for, as the alert times are now. */
    public Instant end(DigestPeriod period, AlertInstants instants) {
        Instant next = instants.firstAfter(period.to());
        while (has(next)) {
            next = instants.firstAfter(next);
        }
        return next;
    }
}
