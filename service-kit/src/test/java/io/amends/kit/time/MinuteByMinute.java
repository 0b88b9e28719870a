package io.amends.kit.time;

import io.amends.contracts.directory.Calendar;
import io.amends.contracts.directory.Calendar.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The slow oracle of {@link WorkingTime}: it looks at the clock on the wall every minute of some weeks, and knows nothing
 * of transitions. What the clock shows a second time is past, so the furthest that it has shown is what counts. A minute
 * belongs to the first day that has it in a span.
 */
final class MinuteByMinute {
    private final Calendar calendar;
    private final Instant start;
    /** The business day of each minute; null: nobody works. */
    private final @Nullable LocalDate[] minutes;

    private final List<LocalDate> days = new ArrayList<>();

    MinuteByMinute(Calendar calendar, ZoneId zone, Instant start, Duration length) {
        this.calendar = calendar;
        this.start = start;
        this.minutes = new LocalDate[(int) length.toMinutes()];
        LocalDateTime furthest = LocalDateTime.MIN;
        for (int i = 0; i < minutes.length; i++) {
            LocalDateTime shown = LocalDateTime.ofInstant(at(i), zone);
            furthest = shown.isAfter(furthest) ? shown : furthest;
            minutes[i] = dayOf(furthest);
            if (minutes[i] != null && !days.contains(minutes[i])) {
                days.add(minutes[i]);
            }
        }
    }

    Instant at(int minute) {
        return start.plus(Duration.ofMinutes(minute));
    }

    boolean isWorking(int minute) {
        return minutes[minute] != null;
    }

    Optional<Instant> after(int from, int working) {
        int left = working;
        for (int i = from; i < minutes.length; i++) {
            if (isWorking(i) && left-- == 0) {
                return Optional.of(at(i));
            }
            // The end of a span is within it.
            if (isWorking(i) && left == 0) {
                return Optional.of(at(i + 1));
            }
        }
        return Optional.empty();
    }

    Duration between(int from, int to) {
        long working = 0;
        for (int i = from; i < to; i++) {
            working += isWorking(i) ? 1 : 0;
        }
        return Duration.ofMinutes(working);
    }

    Optional<LocalDate> day(int at, int later) {
        for (int i = 0; i < days.size() - later; i++) {
            if (last(days.get(i)) >= at) {
                return Optional.of(days.get(i + later));
            }
        }
        return Optional.empty();
    }

    Instant start(LocalDate day) {
        int i = 0;
        while (!day.equals(minutes[i])) {
            i++;
        }
        return at(i);
    }

    Instant end(LocalDate day) {
        return at(last(day) + 1);
    }

    private int last(LocalDate day) {
        int i = minutes.length - 1;
        while (!day.equals(minutes[i])) {
            i--;
        }
        return i;
    }

    private @Nullable LocalDate dayOf(LocalDateTime shown) {
        LocalDate today = shown.toLocalDate();
        for (LocalDate day : List.of(today.minusDays(1), today)) {
            for (Span span : spans(day)) {
                long from = day.atTime(span.from()).toEpochSecond(ZoneOffset.UTC);
                long to = day.atTime(span.to()).toEpochSecond(ZoneOffset.UTC);
                long now = shown.toEpochSecond(ZoneOffset.UTC);
                if (from <= now
                        && now < (to > from ? to : to + Duration.ofDays(1).toSeconds())) {
                    return day;
                }
            }
        }
        return null;
    }

    private List<Span> spans(LocalDate day) {
        if (!calendar.workdays().contains(day)) {
            return calendar.holidays().contains(day) ? List.of() : calendar.on(day.getDayOfWeek());
        }
        LocalDate like = day;
        while (calendar.on(like.getDayOfWeek()).isEmpty()) {
            like = like.minusDays(1);
        }
        return calendar.on(like.getDayOfWeek());
    }
}
