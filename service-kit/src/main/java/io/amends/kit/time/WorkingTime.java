package io.amends.kit.time;

import io.amends.contracts.directory.Calendar;
import io.amends.contracts.directory.Calendar.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When people work, by a calendar in a zone: the desk by the calendar of its region in the region's zone, the customer by
 * the same calendar in the customer's zone (D7, D10, D12). Pure: the same calendar, zone and moment give the same answer.
 *
 * <p>A <em>business day</em> is a day that has working hours: its weekday has spans, and it is no holiday; a workday of
 * the calendar is one in any case, and where its weekday has no spans it has those of the nearest weekday before that has
 * some. A span over midnight belongs to the day on which it starts.
 *
 * <p>A span begins at the first instant at which the clock on the wall has reached its start, and ends at the first at
 * which it has reached its end. So a span loses what the clocks skip, a day that a zone skips has at most what reaches
 * into the next one, and of two instants that the clock shows alike the earlier one counts.
 *
 * <p>A span includes its start and not its end. But what is due at its end is due within it: answers that are ends are
 * instants that {@link #isWorking} no longer includes.
 *
 * <p>Who never works has no next working moment: where nothing is found within {@value #LONGEST_REST} days, the answer is
 * empty.
 */
public final class WorkingTime {
    /** Days without working hours after which nobody is expected to work again: ten years. */
    static final int LONGEST_REST = 3_653;

    private static final int DAYS_OF_A_WEEK = 7;

    private final Calendar calendar;
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> workdays;
    private final ZoneId zone;

    /** The working time of a calendar whose local times are those of a zone. */
    public WorkingTime(Calendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.holidays = Set.copyOf(calendar.holidays());
        this.workdays = Set.copyOf(calendar.workdays());
        this.zone = zone;
    }

    /** The working time where there is no calendar: Monday to Friday from 09:00 to 17:00. */
    public static WorkingTime usual(ZoneId zone) {
        return new WorkingTime(Calendar.USUAL, zone);
    }

    /** The same hours and holidays on the clocks of another zone, such as the customer's. */
    public WorkingTime in(ZoneId other) {
        return new WorkingTime(calendar, other);
    }

    /** The zone whose clocks count. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether somebody works at that moment. */
    public boolean isWorking(Instant at) {
        return next(at).filter(at::equals).isPresent();
    }

    /** The next working moment: the given one if somebody works then, else the start of the next span. */
    public Optional<Instant> next(Instant at) {
        return after(at, Duration.ZERO);
    }

    /**
     * The moment at which that much working time has passed since the given one; the end of a span counts as within it.
     *
     * @param working not negative; with zero, it is the next working moment
     */
    public Optional<Instant> after(Instant from, Duration working) {
        requireNotNegative(working.isNegative());
        Duration left = working;
        Optional<BusinessDay> day = dayOf(from);
        while (day.isPresent()) {
            for (Hours hours : day.get().hours) {
                Instant start = later(hours.start, from);
                if (start.isBefore(hours.end)) {
                    Duration available = Duration.between(start, hours.end);
                    if (left.compareTo(available) <= 0) {
                        return Optional.of(start.plus(left));
                    }
                    left = left.minus(available);
                }
            }
            day = following(day.get().date);
        }
        return Optional.empty();
    }

    /** The working time from one moment to another; none where the latter is not after the former. */
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = localDate(to).plusDays(1);
        for (LocalDate day = earliest(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Hours hours : on(day).hours) {
                Duration within = Duration.between(later(hours.start, from), earlier(hours.end, to));
                sum = within.isNegative() ? sum : sum.plus(within);
            }
        }
        return sum;
    }

    /** The business day of a moment, day(t): after its hours, and on a free day, it is the next one. */
    public Optional<LocalDate> day(Instant at) {
        return dayOf(at).map(BusinessDay::date);
    }

    /**
     * The end of the n-th business day after that of a moment, bd(t, n).
     *
     * @param days not negative; with 0, it is the end of day(t)
     */
    public Optional<Instant> endOfDay(Instant at, int days) {
        return daysAfter(at, days).map(BusinessDay::end);
    }

    /**
     * The start of the n-th business day after that of a moment, st(t, n).
     *
     * @param days not negative; with 0, it is the start of day(t), which may have passed
     */
    public Optional<Instant> startOfDay(Instant at, int days) {
        return daysAfter(at, days).map(BusinessDay::start);
    }

    /** The next hours that end after a moment, in their order; the first ones may have begun. */
    public List<Hours> nextHours(Instant at, int most) {
        List<Hours> found = new ArrayList<>();
        Optional<BusinessDay> day = dayOf(at);
        while (day.isPresent() && found.size() < most) {
            day.get().hours.stream().filter(hours -> hours.end.isAfter(at)).forEach(found::add);
            day = following(day.get().date);
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    /** The next days within a year that are free although their weekday has hours, in their order. */
    public List<LocalDate> nextDaysOff(LocalDate from, int most) {
        return from.datesUntil(from.plusYears(1))
                .filter(day ->
                        !calendar.on(day.getDayOfWeek()).isEmpty() && spans(day).isEmpty())
                .limit(most)
                .toList();
    }

    private Optional<BusinessDay> daysAfter(Instant at, int days) {
        requireNotNegative(days < 0);
        Optional<BusinessDay> day = dayOf(at);
        for (int passed = 0; passed < days; passed++) {
            day = day.flatMap(of -> following(of.date));
        }
        return day;
    }

    private Optional<BusinessDay> dayOf(Instant at) {
        Optional<BusinessDay> day = search(earliest(at));
        while (day.isPresent() && !day.get().end().isAfter(at)) {
            day = following(day.get().date);
        }
        return day;
    }

    private Optional<BusinessDay> following(LocalDate date) {
        return search(date.plusDays(1));
    }

    private Optional<BusinessDay> search(LocalDate from) {
        for (int rested = 0; rested < LONGEST_REST; rested++) {
            BusinessDay day = on(from.plusDays(rested));
            if (!day.hours.isEmpty()) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /** The first day of which a span can reach the moment: it may go over midnight, and the zone may skip the day between. */
    private LocalDate earliest(Instant at) {
        return localDate(at).minusDays(2);
    }

    private LocalDate localDate(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** Hours of a day without a break, from the start to the end, which is excluded. */
    public record Hours(Instant start, Instant end) {}

    /** A day with its hours in order, no two at the same time; a free day has none. */
    private record BusinessDay(LocalDate date, List<Hours> hours) {
        Instant start() {
            return hours.get(0).start;
        }

        Instant end() {
            return hours.get(hours.size() - 1).end;
        }
    }

    // Only a workday with another weekday's hours can reach into the hours of the next day: those belong to it then.
    private BusinessDay on(LocalDate date) {
        LocalDate before = date.minusDays(1);
        Instant taken = spans(before).stream().map(span -> end(before, span)).reduce(Instant.MIN, WorkingTime::later);
        List<Hours> hours = spans(date).stream()
                .map(span -> new Hours(later(at(date.atTime(span.from())), taken), end(date, span)))
                .filter(span -> span.start.isBefore(span.end))
                .toList();
        return new BusinessDay(date, hours);
    }

    private List<Span> spans(LocalDate date) {
        List<Span> own = calendar.on(date.getDayOfWeek());
        if (!workdays.contains(date)) {
            return free(date) ? List.of() : own;
        }
        for (int back = 1; own.isEmpty() && back < DAYS_OF_A_WEEK; back++) {
            own = calendar.on(date.getDayOfWeek().minus(back));
        }
        return own;
    }

    private boolean free(LocalDate date) {
        String country = calendar.country();
        return holidays.contains(date) || (country != null && PublicHolidays.on(date, country));
    }

    private Instant end(LocalDate date, Span span) {
        return at((span.overMidnight() ? date.plusDays(1) : date).atTime(span.to()));
    }

    private Instant at(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void requireNotNegative(boolean negative) {
        if (negative) {
            throw new IllegalArgumentException("working time is counted forward only");
        }
    }
}
