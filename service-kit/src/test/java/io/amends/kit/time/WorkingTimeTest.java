package io.amends.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.Json;
import io.amends.contracts.directory.Calendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String NIGHTS = "'hours':{'MON':[['22:00','06:00']],'TUE':[['22:00','06:00']]}";
    private final WorkingTime usual = WorkingTime.usual(BERLIN);

    @ParameterizedTest(name = "D7: asked for contact at {0}, due {1}")
    @CsvSource({
        "2026-11-16T07:00:00+01:00, 2026-11-16T17:00:00+01:00", // before hours counts the same day
        "2026-11-16T16:59:59+01:00, 2026-11-16T17:00:00+01:00",
        "2026-11-16T17:00:00+01:00, 2026-11-17T17:00:00+01:00", // after hours: the next working day
        "2026-11-20T18:00:00+01:00, 2026-11-23T17:00:00+01:00", // Friday evening: Monday
        "2026-11-21T10:00:00+01:00, 2026-11-23T17:00:00+01:00", // Saturday: Monday
        "2026-10-25T02:30:00+02:00, 2026-10-26T17:00:00+01:00", // the night clocks go back is a Sunday
        "2027-03-27T12:00:00+01:00, 2027-03-29T17:00:00+02:00" // over the night clocks go forward
    })
    void aYesIsDueByTheEndOfTheSameWorkingDay(ZonedDateTime received, ZonedDateTime due) {
        assertThat(usual.endOfDay(received.toInstant(), 0)).contains(due.toInstant());
    }

    @ParameterizedTest(name = "D7: received at {0}, due {1}")
    @CsvSource({
        "2026-11-16T10:00:00+01:00, 2026-11-18T17:00:00+01:00",
        "2026-11-19T10:00:00+01:00, 2026-11-23T17:00:00+01:00", // Thursday: Monday
        "2026-11-20T17:30:00+01:00, 2026-11-25T17:00:00+01:00", // Friday evening counts as Monday
        "2026-10-23T10:00:00+02:00, 2026-10-27T17:00:00+01:00" // 17:00 stays 17:00 when clocks go back
    })
    void othersAreDueTwoBusinessDaysLater(ZonedDateTime received, ZonedDateTime due) {
        assertThat(usual.endOfDay(received.toInstant(), 2)).contains(due.toInstant());
    }

    @ParameterizedTest(name = "D12: hours from 22:00 to 06:00 on Monday and Tuesday, at {0}: day {1}, until {2}")
    @CsvSource({
        "2026-11-16T12:00:00+01:00, 2026-11-16, 2026-11-17T06:00:00+01:00",
        "2026-11-17T05:59:59+01:00, 2026-11-16, 2026-11-17T06:00:00+01:00", // Tuesday morning is still Monday's
        "2026-11-17T06:00:00+01:00, 2026-11-17, 2026-11-18T06:00:00+01:00",
        "2026-11-18T06:00:00+01:00, 2026-11-23, 2026-11-24T06:00:00+01:00"
    })
    void aSpanOverMidnightBelongsToTheDayItStarts(ZonedDateTime at, LocalDate day, ZonedDateTime until) {
        WorkingTime nights = of(NIGHTS);
        assertThat(nights.day(at.toInstant())).contains(day);
        assertThat(nights.endOfDay(at.toInstant(), 0)).contains(until.toInstant());
    }

    @ParameterizedTest(name = "D12: with holidays of {0}, what comes on {1} is worked on {2}")
    @CsvSource({
        "de, 2026-06-04, 2026-06-04",
        "de-by, 2026-06-04, 2026-06-05", // Corpus Christi is free in Bavaria
        "de-by, 2026-12-25, 2026-12-28",
        "us, 2026-11-26, 2026-11-27",
        "gb-eng, 2026-08-31, 2026-09-01",
        "jp, 2026-11-03, 2026-11-04",
        "atlantis, 2026-12-25, 2026-12-25" // another version of Amends may know it
    })
    void publicHolidaysAreFree(String country, LocalDate day, LocalDate worked) {
        WorkingTime desk = of("'country':'" + country + "'");
        assertThat(desk.day(day.atTime(12, 0).atZone(BERLIN).toInstant())).contains(worked);
    }

    @Test
    @DisplayName(
            "D12: a calendar's own holidays are free, and its workdays are worked, with the hours of the weekday before")
    void namedDays() {
        WorkingTime desk = of("'country':'de','holidays':['2026-12-24'],'workdays':['2026-12-19','2026-12-25'],"
                + "'hours':{'THU':[['08:00','12:00']],'FRI':[['10:00','15:00']]}");
        assertThat(daysFrom(desk, "2026-12-17T06:00:00Z", 5))
                .isEqualTo("2026-12-17 2026-12-18 2026-12-19 2026-12-25 2026-12-31");
        assertThat(desk.endOfDay(Instant.parse("2026-12-19T08:00:00Z"), 0))
                .contains(Instant.parse("2026-12-19T14:00:00Z"));
    }

    @Test
    @DisplayName("D12: where a workday's borrowed hours reach into the next day, no moment is in both")
    void borrowedHours() {
        WorkingTime desk =
                of("'hours':{'FRI':[['20:00','10:00']],'MON':[['09:00','17:00']]},'workdays':['2026-11-22']");
        assertThat(desk.endOfDay(Instant.parse("2026-11-22T12:00:00Z"), 0))
                .contains(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(desk.startOfDay(Instant.parse("2026-11-22T12:00:00Z"), 1))
                .contains(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(desk.between(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-24T00:00:00Z")))
                .isEqualTo(Duration.ofHours(21));
    }

    @Test
    @DisplayName("D10: working hours are counted over nights and weekends, and the end of a span is within it")
    void hoursLater() {
        Instant friday = Instant.parse("2026-11-20T15:00:00Z");
        assertThat(usual.after(friday, Duration.ofHours(1))).contains(Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(usual.after(friday, Duration.ofHours(4))).contains(Instant.parse("2026-11-23T11:00:00Z"));
        assertThat(usual.next(Instant.parse("2026-11-20T16:00:00Z"))).contains(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(usual.isWorking(Instant.parse("2026-11-20T16:00:00Z"))).isFalse();
        assertThat(usual.isWorking(Instant.parse("2026-11-20T15:59:59Z"))).isTrue();
        assertThat(usual.between(friday, Instant.parse("2026-11-23T11:00:00Z"))).isEqualTo(Duration.ofHours(4));
        assertThat(usual.between(Instant.parse("2026-11-23T11:00:00Z"), friday)).isZero();
    }

    @Test
    @DisplayName("D12: the customer has the desk's hours on clocks of their own")
    void customer() {
        WorkingTime customer = of("'country':'de-by'").in(ZoneId.of("America/New_York"));
        assertThat(customer.next(Instant.parse("2026-06-04T15:00:00Z")))
                .contains(Instant.parse("2026-06-05T13:00:00Z"));
    }

    @Test
    @DisplayName("D10: a day that the zone skips is no business day")
    void skippedDay() {
        WorkingTime apia = WorkingTime.usual(ZoneId.of("Pacific/Apia"));
        Instant thursday = ZonedDateTime.parse("2011-12-29T12:00:00-10:00").toInstant();
        assertThat(daysFrom(apia, thursday.toString(), 3)).isEqualTo("2011-12-29 2012-01-02 2012-01-03");
        assertThat(apia.after(thursday, Duration.ofHours(5)))
                .contains(ZonedDateTime.parse("2011-12-29T17:00:00-10:00").toInstant());
        WorkingTime always =
                of("'hours':{'THU':[['22:00','06:00']],'FRI':[['22:00','06:00']],'SAT':[['20:00','22:00']]}")
                        .in(ZoneId.of("Pacific/Apia"));
        assertThat(always.between(thursday, thursday.plus(Duration.ofDays(2)))).isEqualTo(Duration.ofHours(10));
    }

    @Test
    @DisplayName("D10: a span loses the hour that the clocks skip, and has the one that they show twice")
    void clockChanges() {
        WorkingTime nights = of("'hours':{'SUN':[['02:30','04:00']]}");
        assertThat(nights.startOfDay(Instant.parse("2027-03-27T12:00:00Z"), 0))
                .contains(Instant.parse("2027-03-28T01:00:00Z"));
        assertThat(nights.between(Instant.parse("2027-03-27T12:00:00Z"), Instant.parse("2027-03-29T00:00:00Z")))
                .isEqualTo(Duration.ofHours(1));
        assertThat(nights.startOfDay(Instant.parse("2026-10-24T12:00:00Z"), 0))
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(nights.between(Instant.parse("2026-10-24T12:00:00Z"), Instant.parse("2026-10-26T00:00:00Z")))
                .isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    @DisplayName("D12: who never works has no next working moment, and every question ends")
    void never() {
        Instant now = Instant.parse("2026-11-20T12:00:00Z");
        String holidays = Stream.iterate(LocalDate.of(2026, 11, 1), day -> day.plusDays(7))
                .limit(1_000)
                .map(day -> "'" + day + "'")
                .collect(Collectors.joining(",", "'holidays':[", "]"));
        for (String calendar : new String[] {"'hours':{}", "'hours':{'SUN':[['09:00','17:00']]}," + holidays}) {
            WorkingTime never = of(calendar);
            assertThat(never.isWorking(now)).isFalse();
            assertThat(never.next(now)).isEmpty();
            assertThat(never.day(now)).isEmpty();
            assertThat(never.endOfDay(now, 2)).isEmpty();
            assertThat(never.startOfDay(now, 0)).isEmpty();
            assertThat(never.after(now, Duration.ofHours(4))).isEmpty();
            assertThat(never.between(now, now.plus(Duration.ofDays(400)))).isZero();
        }
    }

    @Test
    @DisplayName("D10: time is counted forward only")
    void forwardOnly() {
        assertThatThrownBy(() -> usual.endOfDay(Instant.EPOCH, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> usual.after(Instant.EPOCH, Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String daysFrom(WorkingTime time, String at, int count) {
        return Stream.iterate(0, n -> n + 1)
                .limit(count)
                .map(n -> time.startOfDay(Instant.parse(at), n).orElseThrow())
                .map(start -> start.atZone(time.zone()).toLocalDate().toString())
                .collect(Collectors.joining(" "));
    }

    /** The working time in Berlin by a calendar with these fields of its JSON, in single quotes. */
    private static WorkingTime of(String fields) {
        String json = ("{'name':'Desk'," + fields + "}").replace('\'', '"');
        try {
            return new WorkingTime(Json.MAPPER.readValue(json, Calendar.class), BERLIN);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
