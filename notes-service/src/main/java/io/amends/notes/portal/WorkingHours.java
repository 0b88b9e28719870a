package io.amends.notes.portal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When a portal's people work, and what is due when (D7). Local times, so that a day on which clocks change is a day like
 * any other.
 *
 * @param days the working days
 * @param end the working day's last instant, local
 */
public record WorkingHours(ZoneId zone, Set<DayOfWeek> days, LocalTime end) {
    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    /** Monday to Friday until 17:00 in the portal's zone, as long as there is no calendar. */
    public static WorkingHours usual(ZoneId zone) {
        return new WorkingHours(zone, MONDAY_TO_FRIDAY, LocalTime.of(17, 0));
    }

    /** The end of the working day on which a response counts as received: after hours, it is the next working day. */
    public Instant endOfSameDay(Instant received) {
        return endOf(workingDayOf(received));
    }

    /** The end of the working day that many working days later. */
    public Instant businessDaysLater(Instant received, int count) {
        LocalDate day = workingDayOf(received);
        for (int passed = 0; passed < count; passed++) {
            day = nextWorkingDay(day);
        }
        return endOf(day);
    }

    private LocalDate workingDayOf(Instant received) {
        ZonedDateTime local = received.atZone(zone);
        LocalDate day = local.toLocalDate();
        boolean inTime =
                days.contains(day.getDayOfWeek()) && local.toLocalTime().isBefore(end);
        return inTime ? day : nextWorkingDay(day);
    }

    private LocalDate nextWorkingDay(LocalDate after) {
        LocalDate day = after.plusDays(1);
        while (!days.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day;
    }

    private Instant endOf(LocalDate day) {
        return day.atTime(end).atZone(zone).toInstant();
    }
}
