package io.amends.dashboard.preferences.entries;

import io.amends.contracts.directory.Calendar;
import io.amends.dashboard.layout.Formats;
import io.amends.kit.time.HolidayNames;
import io.amends.kit.time.WorkingTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a calendar means now: the next working hours and the next days off (D7). */
@ApplicationScoped
class CalendarMeaning {
    private static final int HOURS = 4;
    private static final int DAYS_OFF = 5;

    private final EntriesMessages messages;
    private final Formats formats;
    private final Clock clock;

    CalendarMeaning(EntriesMessages messages, Formats formats, Clock clock) {
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
    }

    EntryView.Means of(Calendar calendar, ZoneId zone) {
        WorkingTime time = new WorkingTime(calendar, zone);
        List<String> hours = time.nextHours(clock.instant(), HOURS).stream()
                .map(span -> span(span.start().atZone(zone), span.end().atZone(zone)))
                .toList();
        List<String> daysOff = time.nextDaysOff(LocalDate.now(clock.withZone(zone)), DAYS_OFF).stream()
                .map(day -> dayOff(day, calendar.country()))
                .toList();
        return new EntryView.Means(messages.meaningZone(formats.zone(zone)), hours, daysOff);
    }

    /** The name of a place whose holidays are known; else its code. */
    String place(String code) {
        return HolidayNames.place(code, formats.locale()).orElse(code);
    }

    private String span(ZonedDateTime start, ZonedDateTime end) {
        String from = formats.time(start.toLocalTime());
        String to = formats.time(end.toLocalTime());
        return start.toLocalDate().equals(end.toLocalDate())
                ? messages.span(day(start.toLocalDate()), from, to)
                : messages.spanOvernight(day(start.toLocalDate()), from, to);
    }

    private String dayOff(LocalDate day, @Nullable String country) {
        String name = country == null
                ? ""
                : HolidayNames.day(day, country, formats.locale()).orElse("");
        return name.isEmpty() ? day(day) : messages.dayOff(day(day), name);
    }

    private String day(LocalDate day) {
        return formats.weekdayAndDate(day);
    }
}
