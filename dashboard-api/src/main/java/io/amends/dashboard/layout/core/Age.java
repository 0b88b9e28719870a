package io.amends.dashboard.layout.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How long ago something was, as people say it: minutes and hours while it is fresh, then the day.
 *
 * @param n minutes or hours; 0 for the others
 */
public record Age(Unit unit, long n) {

    /** The step of the scale. */
    public enum Unit {
        NOW,
        MINUTES,
        HOURS,
        YESTERDAY,
        THIS_YEAR,
        BEFORE
    }

    /** How long before now that was, with days as they are in the zone. */
    public static Age of(Instant then, Instant now, ZoneId zone) {
        long minutes = Duration.between(then, now).toMinutes();
        if (minutes < 1) {
            return new Age(Unit.NOW, 0);
        }
        if (minutes < 60) {
            return new Age(Unit.MINUTES, minutes);
        }
        LocalDate day = LocalDate.ofInstant(then, zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (day.equals(today)) {
            return new Age(Unit.HOURS, minutes / 60);
        }
        if (day.equals(today.minusDays(1))) {
            return new Age(Unit.YESTERDAY, 0);
        }
        return new Age(day.getYear() == today.getYear() ? Unit.THIS_YEAR : Unit.BEFORE, 0);
    }
}
