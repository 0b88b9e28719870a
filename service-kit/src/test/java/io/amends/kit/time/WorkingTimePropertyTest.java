package io.amends.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Json;
import io.amends.contracts.directory.Calendar;
import io.amends.contracts.directory.Calendar.Span;
import io.amends.contracts.directory.Calendar.Weekday;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** D10, D12: any calendar in any zone against {@link MinuteByMinute}, around the moments at which clocks change. */
class WorkingTimePropertyTest {
    private static final int DAY = 24 * 60;
    private static final int QUARTERS_OF_A_WEEK = 7 * 24 * 4;
    private static final Duration BEFORE = Duration.ofDays(4);
    private static final Duration WATCHED = Duration.ofDays(18);

    /** A zone, and a moment in it. */
    record Where(ZoneId zone, Instant moment) {
        static Where of(String zone, String moment) {
            return new Where(ZoneId.of(zone), Instant.parse(moment));
        }
    }

    @Property(tries = 300)
    void d10_isWhatSomebodySeesWhoLooksAtTheClockEveryMinute(
            @ForAll("places") Where where,
            @ForAll("calendars") Calendar calendar,
            @ForAll @IntRange(min = 2 * DAY, max = 6 * DAY) int from,
            @ForAll @IntRange(max = 3 * DAY) int until,
            @ForAll @IntRange(max = 3 * DAY) int working,
            @ForAll @IntRange(max = 4) int days) {
        Calendar dated = dated(calendar, where);
        MinuteByMinute slow = new MinuteByMinute(dated, where.zone, where.moment.minus(BEFORE), WATCHED);
        WorkingTime time = new WorkingTime(dated, where.zone);
        Instant at = slow.at(from);

        assertThat(time.isWorking(at)).isEqualTo(slow.isWorking(from));
        assertThat(time.between(at, slow.at(from + until))).isEqualTo(slow.between(from, from + until));
        same(time.next(at), slow.after(from, 0), slow);
        same(time.after(at, Duration.ofMinutes(working)), slow.after(from, working), slow);
        same(time.endOfDay(at, days), slow.day(from, days).map(slow::end), slow);
        same(time.startOfDay(at, days), slow.day(from, days).map(slow::start), slow);
        slow.day(from, 0).ifPresent(day -> assertThat(time.day(at)).contains(day));
    }

    @Property(tries = 300)
    void d10_countingForwardAndBackAgree(
            @ForAll("places") Where where,
            @ForAll("calendars") Calendar calendar,
            @ForAll @IntRange(max = 20 * DAY) int working) {
        WorkingTime time = new WorkingTime(dated(calendar, where), where.zone);
        Duration wanted = Duration.ofMinutes(working);
        Instant reached = time.after(where.moment, wanted).orElseThrow();
        assertThat(time.between(where.moment, reached)).isEqualTo(wanted);
    }

    /** What lies behind the weeks that were watched is not compared any further. */
    private static void same(Optional<Instant> fast, Optional<Instant> slow, MinuteByMinute watched) {
        Instant end = watched.at((int) WATCHED.toMinutes());
        if (slow.isPresent() && slow.get().isBefore(end)) {
            assertThat(fast).isEqualTo(slow);
        } else {
            assertThat(fast).hasValueSatisfying(at -> assertThat(at).isAfterOrEqualTo(end));
        }
    }

    @Provide
    Arbitrary<Where> places() {
        return Arbitraries.of(
                Where.of("Europe/Berlin", "2026-10-25T01:00:00Z"),
                Where.of("Europe/Berlin", "2027-03-28T01:00:00Z"),
                Where.of("Asia/Kolkata", "2026-11-20T12:00:00Z"),
                Where.of("Australia/Lord_Howe", "2026-04-04T15:00:00Z"), // half an hour back
                Where.of("Australia/Lord_Howe", "2026-10-03T15:30:00Z"), // half an hour forward
                Where.of("Pacific/Apia", "2011-12-30T10:00:00Z"), // a Friday that never was
                Where.of("Pacific/Kwajalein", "1993-08-21T12:00:00Z"), // a Saturday that never was
                Where.of("Pacific/Kwajalein", "1969-09-30T13:00:00Z"), // 23 hours shown twice
                Where.of("America/St_Johns", "2006-10-29T02:31:00Z"), // from 00:01 back to yesterday
                Where.of("America/Sao_Paulo", "2018-11-04T03:00:00Z"), // a day that begins at 01:00
                Where.of("America/Caracas", "2016-05-01T07:00:00Z"), // half an hour forward for good
                Where.of("Africa/Casablanca", "2026-02-15T02:00:00Z"),
                Where.of("Antarctica/Troll", "2026-03-29T01:00:00Z")); // two hours
    }

    /** Calendars whose named days are counted from the day of the epoch. */
    @Provide
    Arbitrary<Calendar> calendars() {
        Arbitrary<List<LocalDate>> days = Arbitraries.longs()
                .between(-4, 10)
                .map(LocalDate::ofEpochDay)
                .list()
                .uniqueElements()
                .ofMaxSize(3);
        Arbitrary<List<Integer>> ends = Arbitraries.integers()
                .between(0, QUARTERS_OF_A_WEEK - 1)
                .list()
                .uniqueElements()
                .ofMinSize(2)
                .ofMaxSize(24);
        Arbitrary<Integer> turns = Arbitraries.integers().between(0, QUARTERS_OF_A_WEEK - 1);
        return Combinators.combine(ends, turns, days, days)
                .as((quarters, turn, holidays, workdays) ->
                        new Calendar("Any", null, hours(quarters, turn), holidays, workdays))
                .filter(calendar -> EntryRules.check(EntryType.CALENDAR, Json.MAPPER.valueToTree(calendar))
                        instanceof EntryRules.Checked.Ok);
    }

    /** Spans between every second pair of moments of the week, which is a circle, each less than a day long. */
    private static Map<Weekday, List<Span>> hours(List<Integer> quarters, int turn) {
        List<Integer> sorted = quarters.stream().sorted().toList();
        Map<Weekday, List<Span>> hours = new EnumMap<>(Weekday.class);
        for (int i = 0; i + 1 < sorted.size(); i += 2) {
            int from = (sorted.get(i) + turn) % QUARTERS_OF_A_WEEK;
            int length = Math.min(sorted.get(i + 1) - sorted.get(i), 24 * 4 - 1);
            hours.computeIfAbsent(Weekday.values()[from / (24 * 4)], day -> new ArrayList<>())
                    .add(new Span(quarter(from), quarter(from + length)));
        }
        return hours;
    }

    private static LocalTime quarter(int ofTheWeek) {
        return LocalTime.MIDNIGHT.plusMinutes(15L * ofTheWeek);
    }

    private static Calendar dated(Calendar calendar, Where where) {
        long day = where.moment.atZone(where.zone).toLocalDate().toEpochDay();
        return new Calendar(
                calendar.name(),
                null,
                calendar.hours(),
                calendar.holidays().stream().map(date -> date.plusDays(day)).toList(),
                calendar.workdays().stream().map(date -> date.plusDays(day)).toList());
    }
}
