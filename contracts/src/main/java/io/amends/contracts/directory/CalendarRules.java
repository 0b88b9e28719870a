package io.amends.contracts.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.directory.Calendar.Weekday;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is right for a calendar: its spans are spans, no two are at the same time, and somebody works at some time. */
final class CalendarRules {
    private static final Map<String, Weekday> WEEKDAYS =
            Arrays.stream(Weekday.values()).collect(Collectors.toMap(Weekday::name, Function.identity()));
    private static final long MINUTES_OF_A_DAY = Duration.ofDays(1).toMinutes();
    private static final long MINUTES_OF_A_WEEK = Duration.ofDays(7).toMinutes();

    private static final String WEEKDAY_NAMES = "must be an object whose names are MON, TUE, WED, THU, FRI, SAT or SUN";
    private static final String A_SPAN =
            "must be a span such as [\"09:00\", \"17:00\"]; one that ends at midnight ends at 00:00";
    private static final String NO_TIME = "must not end when it starts; a whole day is [\"00:00\", \"00:00\"]";
    private static final String OVERLAP = "must not overlap another span, those over midnight included";
    private static final String NEVER = "must have a span on one weekday at least";

    private CalendarRules() {}

    static void check(EntryFields calendar) {
        calendar.holidayCode("country");
        calendar.days("holidays", EntryLimits.NAMED_DAYS);
        calendar.days("workdays", EntryLimits.NAMED_DAYS);
        EntryFields hours = calendar.object("hours");
        if (hours != null) {
            hours(calendar, hours);
        }
    }

    /**
     * A span where it stands in the week.
     *
     * @param start minutes since Monday began
     */
    private record Placed(String pointer, long start, long length) {}

    private static void hours(EntryFields calendar, EntryFields hours) {
        List<Placed> placed = new ArrayList<>();
        boolean readable = true;
        for (String name : hours.names()) {
            Weekday day = WEEKDAYS.get(name);
            if (day == null) {
                calendar.wrong("hours", WEEKDAY_NAMES);
                readable = false;
            } else {
                readable &= day(hours, day, placed);
            }
        }
        if (readable && placed.isEmpty()) {
            calendar.wrong("hours", NEVER);
        }
        overlaps(hours, placed);
    }

    private static boolean day(EntryFields hours, Weekday day, List<Placed> placed) {
        if (!hours.given(day.name())) {
            return true;
        }
        JsonNode spans = hours.value(day.name());
        if (!spans.isArray() || spans.size() > EntryLimits.SPANS) {
            hours.wrong(day.name(), "must be a list of at most " + EntryLimits.SPANS + " spans");
            return false;
        }
        boolean readable = true;
        for (int i = 0; i < spans.size(); i++) {
            String pointer = day.name() + "/" + i;
            String fault = place(pointer, day, spans.get(i), placed);
            if (fault != null) {
                hours.wrong(pointer, fault);
                readable = false;
            }
        }
        return readable;
    }

    private static @Nullable String place(String pointer, Weekday day, JsonNode span, List<Placed> placed) {
        LocalTime from = EntryFields.minute(span.path(0));
        LocalTime to = EntryFields.minute(span.path(1));
        if (!span.isArray() || span.size() != 2 || from == null || to == null) {
            return A_SPAN;
        }
        if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
            return NO_TIME;
        }
        long length = Duration.between(from, to).toMinutes();
        placed.add(new Placed(
                pointer,
                (day.day().getValue() - 1) * MINUTES_OF_A_DAY
                        + Duration.between(LocalTime.MIDNIGHT, from).toMinutes(),
                length > 0 ? length : length + MINUTES_OF_A_DAY));
        return null;
    }

    /** The week is a circle: what starts on Sunday night may reach into Monday. */
    private static void overlaps(EntryFields hours, List<Placed> placed) {
        List<Placed> sorted =
                placed.stream().sorted(Comparator.comparing(Placed::start)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            Placed span = sorted.get(i);
            boolean last = i + 1 == sorted.size();
            Placed next = sorted.get(last ? 0 : i + 1);
            if (span.start + span.length > next.start + (last ? MINUTES_OF_A_WEEK : 0)) {
                hours.wrong(next.pointer, OVERLAP);
            }
        }
    }
}
