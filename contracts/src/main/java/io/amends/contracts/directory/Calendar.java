package io.amends.contracts.directory;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When people work: the hours of each weekday, and the days that are free although they would have hours (D7, D12). Its
 * times are local: of the region's zone for the desk, of the customer's for the customer.
 *
 * @param country whose public holidays are free, as {@link HolidayCodes} names it, such as {@code de-by}; null: none
 * @param hours the spans of each weekday, in their order; a weekday without a span is free. Absent: Monday to Friday from
 *     09:00 to 17:00
 * @param holidays more days that are free
 * @param workdays days that are worked, whether they are holidays or their weekday is free
 */
public record Calendar(
        String name,
        @Nullable String country,
        Map<Weekday, List<Span>> hours,
        List<LocalDate> holidays,
        List<LocalDate> workdays) {
    private static final List<Span> OFFICE_HOURS = List.of(new Span(LocalTime.of(9, 0), LocalTime.of(17, 0)));
    private static final Map<Weekday, List<Span>> USUAL_HOURS = Map.of(
            Weekday.MON, OFFICE_HOURS,
            Weekday.TUE, OFFICE_HOURS,
            Weekday.WED, OFFICE_HOURS,
            Weekday.THU, OFFICE_HOURS,
            Weekday.FRI, OFFICE_HOURS);

    /** What counts where there is no calendar: Monday to Friday from 09:00 to 17:00, and no holidays. */
    public static final Calendar USUAL = new Calendar("", null, USUAL_HOURS, List.of(), List.of());

    public Calendar {
        hours = inOrder(hours);
        holidays = orNone(holidays);
        workdays = orNone(workdays);
    }

    /** The spans of a weekday, in their order; none where it is free. */
    public List<Span> on(DayOfWeek day) {
        return hours.getOrDefault(Weekday.of(day), List.of());
    }

    private static Map<Weekday, List<Span>> inOrder(@Nullable Map<Weekday, @Nullable List<Span>> given) {
        Map<Weekday, List<Span>> hours = new EnumMap<>(Weekday.class);
        (given == null ? USUAL_HOURS : given).forEach((day, spans) -> {
            if (spans != null) {
                hours.put(
                        day,
                        spans.stream().sorted(Comparator.comparing(Span::from)).toList());
            }
        });
        return Collections.unmodifiableMap(hours);
    }

    private static List<LocalDate> orNone(@Nullable List<LocalDate> days) {
        return days == null ? List.of() : List.copyOf(days);
    }

    /** The days of the week, by the words of the API. */
    public enum Weekday {
        MON(DayOfWeek.MONDAY),
        TUE(DayOfWeek.TUESDAY),
        WED(DayOfWeek.WEDNESDAY),
        THU(DayOfWeek.THURSDAY),
        FRI(DayOfWeek.FRIDAY),
        SAT(DayOfWeek.SATURDAY),
        SUN(DayOfWeek.SUNDAY);

        private final DayOfWeek day;

        Weekday(DayOfWeek day) {
            this.day = day;
        }

        /** Java's name for it. */
        public DayOfWeek day() {
            return day;
        }

        static Weekday of(DayOfWeek day) {
            return values()[day.getValue() - 1];
        }
    }

    /**
     * Working hours without a break, {@code ["09:00","17:00"]} in JSON. They belong to the day on which they start.
     *
     * @param to on the next day where it is not after {@code from}; 00:00 to 00:00 is a whole day
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"from", "to"})
    public record Span(@JsonFormat(pattern = "HH:mm") LocalTime from, @JsonFormat(pattern = "HH:mm") LocalTime to) {

        /** Whether it ends on the day after the one on which it starts. */
        public boolean overMidnight() {
            return !to.isAfter(from);
        }
    }
}
