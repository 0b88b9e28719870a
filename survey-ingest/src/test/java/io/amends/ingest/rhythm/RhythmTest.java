package io.amends.ingest.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rate of false alarms, and how soon a real silence is told, by simulation with fixed seeds (A11). */
class RhythmTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Predicate<LocalDate> NEVER_FREE = day -> false;
    private static final int WEEKS = 26;
    /** At one minute in each minute, ten of silence are chance still: shorter ones need not be asked about. */
    private static final Duration NEVER_AN_ALARM = Duration.ofMinutes(5);
    /** A Monday. The summer time of Berlin begins on 29 March and ends on 25 October. */
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 5);

    /** How busy an hour is, beside others. */
    private interface Shape extends Function<ZonedDateTime, Double> {}

    private static final Shape ALWAYS = at -> 1.0;
    private static final Shape OFFICE =
            at -> at.getDayOfWeek().getValue() > 5 ? 0.02 : at.getHour() >= 8 && at.getHour() < 18 ? 1.0 : 0.05;
    private static final Shape CLOSED =
            at -> at.getDayOfWeek().getValue() > 5 || at.getHour() < 8 || at.getHour() >= 18 ? 0.0 : 1.0;
    private static final Shape WEEKDAYS = at -> at.getDayOfWeek().getValue() > 5 ? 0.0 : 1.0;

    @ParameterizedTest(name = "{0} a day, {1}, {2} at a time")
    @DisplayName(
            "A11: less than one false alarm in 26 weeks by chance, and a source that dies is told while it matters")
    @CsvSource({
        "10, ALWAYS, 1, 60",
        "10, OFFICE, 1, 110",
        "100, ALWAYS, 1, 8",
        "100, OFFICE, 1, 66",
        "100, WEEKDAYS, 1, 60",
        "1000, OFFICE, 1, 64",
        "1000, ALWAYS, 50, 60",
        "10000, ALWAYS, 1, 1",
        "10000, OFFICE, 40, 66",
        "100000, ALWAYS, 1, 1"
    })
    void chance(int aDay, String shape, int burst, int hoursAtMost) {
        Shape busy =
                switch (shape) {
                    case "ALWAYS" -> ALWAYS;
                    case "OFFICE" -> OFFICE;
                    default -> WEEKDAYS;
                };
        int years = 2;
        int alarms = 0;
        double longest = 0;
        for (int seed = 0; seed < years; seed++) {
            List<HeardHour> all = source(aDay, busy, burst, 60, new Random(seed));
            alarms += falseAlarms(all, NEVER_FREE);
            Instant last = end(all.get(all.size() - 1));
            Rhythm learned = learned(all, last, NEVER_FREE);
            longest = Math.max(
                    longest,
                    Duration.between(last, learned.alarm(last).orElseThrow()).toMinutes() / 60.0);
        }
        // 52 judged weeks each: two periods of 26 weeks.
        assertThat(alarms).as("false alarms in %d times 26 weeks", years * 2).isLessThanOrEqualTo(years * 2);
        assertThat(longest).as("hours until a dead source is told").isLessThan(hoursAtMost);
    }

    @Test
    @DisplayName("A11: a source that is heard for less than two weeks, or almost never, is not judged")
    void unknown() {
        List<HeardHour> all = source(1000, ALWAYS, 1, 2, new Random(1));
        assertThat(Rhythm.learn(all.subList(0, all.size() - 24), BERLIN, NEVER_FREE, WEEKS))
                .isEmpty();
        assertThat(Rhythm.learn(all, BERLIN, NEVER_FREE, WEEKS)).isPresent();
        assertThat(Rhythm.learn(List.of(), BERLIN, NEVER_FREE, WEEKS)).isEmpty();
        assertThat(Rhythm.learn(source(1, ALWAYS, 1, 3, new Random(1)), BERLIN, NEVER_FREE, WEEKS))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "A11: a weekend without a word is no alarm for an office, and one by Monday noon if Monday is silent too")
    void deadWeekend() {
        List<HeardHour> all = source(200, CLOSED, 1, 10, new Random(7));
        Instant friday = all.stream()
                .map(RhythmTest::end)
                .filter(end -> end.atZone(BERLIN).getDayOfWeek() == DayOfWeek.FRIDAY
                        && end.atZone(BERLIN).getHour() <= 18)
                .reduce((a, b) -> b)
                .orElseThrow();
        ZonedDateTime alarm =
                learned(all, friday, NEVER_FREE).alarm(friday).orElseThrow().atZone(BERLIN);

        assertThat(alarm.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(alarm.getHour()).isBetween(8, 10);
    }

    @Test
    @DisplayName("A11: on a free day as little is expected as on a Sunday, and it teaches nothing about its weekday")
    void holiday() {
        LocalDate monday = BEGIN.plusWeeks(8);
        Predicate<LocalDate> free = Set.of(monday, BEGIN.plusWeeks(3))::contains;
        List<HeardHour> all =
                source(200, at -> free.test(at.toLocalDate()) ? 0.0 : CLOSED.apply(at), 1, 8, new Random(5));
        Instant sunday = monday.atStartOfDay(BERLIN).toInstant();

        Rhythm knows = Rhythm.learn(all, BERLIN, free, WEEKS).orElseThrow();
        Rhythm doesNot = Rhythm.learn(all, BERLIN, NEVER_FREE, WEEKS).orElseThrow();

        Instant night = monday.plusDays(1).atStartOfDay(BERLIN).toInstant();
        assertThat(knows.alarm(sunday).orElseThrow()).isAfter(night);
        assertThat(doesNot.alarm(sunday).orElseThrow()).isBefore(night);
        Instant nextMonday = monday.plusWeeks(1).atStartOfDay(BERLIN).toInstant();
        Duration day = Duration.ofDays(1);
        assertThat(knows.expectedEvents(nextMonday, nextMonday.plus(day)))
                .isGreaterThan(1.1 * doesNot.expectedEvents(nextMonday, nextMonday.plus(day)));
    }

    @Test
    @DisplayName("A11: what is missing is told in events, not in minutes: a file of 50 a minute is 50")
    void missing() {
        List<HeardHour> all = source(1000, ALWAYS, 50, 8, new Random(3));
        Instant end = end(all.get(all.size() - 1));
        Rhythm rhythm = Rhythm.learn(all, BERLIN, NEVER_FREE, WEEKS).orElseThrow();

        assertThat(rhythm.eventsOfWeek()).isBetween(6000.0, 8000.0);
        assertThat(rhythm.minutesOfWeek()).isBetween(110.0, 170.0);
        assertThat(rhythm.expectedEvents(end, end.plus(Duration.ofDays(1)))).isBetween(850.0, 1150.0);
    }

    private static int falseAlarms(List<HeardHour> all, Predicate<LocalDate> free) {
        int alarms = 0;
        Instant judgedFrom = BEGIN.plusWeeks(8).atStartOfDay(BERLIN).toInstant();
        Rhythm rhythm = null;
        Instant learnedAt = Instant.EPOCH;
        Instant last = judgedFrom;
        for (HeardHour hour : all) {
            for (int minute = 0; minute < 60; minute++) {
                if ((hour.minutes() >>> minute & 1) == 0) {
                    continue;
                }
                Instant at = hour.start().plus(minute, ChronoUnit.MINUTES);
                if (rhythm != null
                        && Duration.between(last, at).compareTo(NEVER_AN_ALARM) > 0
                        && at.isAfter(rhythm.alarm(last).orElse(Instant.MAX))) {
                    alarms++;
                }
                last = at;
                // Learned anew once a day, as the product does.
                if (at.isAfter(judgedFrom) && Duration.between(learnedAt, at).toHours() >= 24) {
                    rhythm = learned(all, at, free);
                    learnedAt = at;
                }
            }
        }
        return alarms;
    }

    private static Rhythm learned(List<HeardHour> all, Instant now, Predicate<LocalDate> free) {
        Instant from = now.minus(Rhythm.MEMORY);
        return Rhythm.learn(
                        all.stream()
                                .filter(hour -> hour.start().isAfter(from)
                                        && hour.start().isBefore(now))
                                .toList(),
                        BERLIN,
                        free,
                        WEEKS)
                .orElseThrow();
    }

    private static Instant end(HeardHour hour) {
        return hour.start().plus(63 - Long.numberOfLeadingZeros(hour.minutes()), ChronoUnit.MINUTES);
    }

    /** A source without memory but for its shape; each arrival is a burst of so many within one minute. */
    private static List<HeardHour> source(int aDay, Shape shape, int burst, int weeks, Random random) {
        ZonedDateTime begin = BEGIN.atStartOfDay(BERLIN);
        Instant end = begin.plusWeeks(weeks).toInstant();
        double week = 0;
        for (ZonedDateTime at = begin; at.isBefore(begin.plusWeeks(1)); at = at.plusHours(1)) {
            week += shape.apply(at);
        }
        double perUnit = aDay * 7.0 / burst / week / 60;
        List<HeardHour> heard = new ArrayList<>();
        for (Instant hour = begin.toInstant(); hour.isBefore(end); hour = hour.plus(1, ChronoUnit.HOURS)) {
            double rate = perUnit * shape.apply(hour.atZone(BERLIN));
            long minutes = 0;
            long events = 0;
            for (int minute = 0; minute < 60; minute++) {
                int arrivals = poisson(rate, random);
                events += (long) arrivals * burst;
                minutes |= arrivals > 0 ? 1L << minute : 0;
            }
            if (minutes != 0) {
                heard.add(new HeardHour(hour, minutes, events));
            }
        }
        return heard;
    }

    private static int poisson(double mean, Random random) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int n = 0;
        while (product > limit) {
            product *= random.nextDouble();
            n++;
        }
        return n;
    }
}
