package io.amends.alerting.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.time.AlertInstants;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WeekendTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AlertInstants NINE = new AlertInstants(LocalTime.of(9, 0), BERLIN);
    private static final Weekend WEEKEND = new Weekend(BERLIN);

    @Test
    @DisplayName("C4: the periods that end on Saturday and Sunday are the weekend's, and Monday's ends it")
    void usualWeek() {
        List<DigestPeriod> week = periods("2026-11-19T12:00:00Z", 6);

        assertThat(week).extracting(WEEKEND::has).containsExactly(false, true, true, false, false, false);
        Instant saturday = week.get(1).to();
        Instant sunday = week.get(2).to();
        assertThat(week)
                .extracting(period -> WEEKEND.releases(period, saturday))
                .containsExactly(false, false, false, true, false, false);
        assertThat(week)
                .extracting(period -> WEEKEND.releases(period, sunday))
                .containsExactly(false, false, false, true, false, false);
        assertThat(WEEKEND.end(week.get(1), NINE)).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(WEEKEND.end(week.get(2), NINE)).isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    @DisplayName("C4: the day is that of the alert instant in the portal's zone, wherever it is another day")
    void zones() {
        Instant alert = Instant.parse("2026-11-20T23:30:00Z");
        DigestPeriod period = new DigestPeriod(alert.minusSeconds(86_400), alert);

        assertThat(new Weekend(ZoneId.of("UTC")).has(period)).isFalse();
        assertThat(WEEKEND.has(period)).isTrue();
        assertThat(new Weekend(ZoneId.of("Pacific/Auckland")).has(new DigestPeriod(alert, alert.plusSeconds(172_800))))
                .isFalse();
    }

    @Test
    @DisplayName("C4: weekends on which clocks change have the same three periods")
    void clocksChange() {
        for (String friday : List.of("2026-03-27T12:00:00Z", "2026-10-23T12:00:00Z")) {
            List<DigestPeriod> three = periods(friday, 3);

            assertThat(three).extracting(WEEKEND::has).containsExactly(true, true, false);
            assertThat(WEEKEND.releases(three.get(2), three.get(0).to())).isTrue();
            assertThat(WEEKEND.end(three.get(0), NINE)).isEqualTo(three.get(2).to());
        }
    }

    @Test
    @DisplayName("C4: where a change of the alert time leaves Monday without one, Tuesday's period ends the weekend")
    void noMonday() {
        DigestPeriod sunday = periods("2026-11-21T12:00:00Z", 1).get(0);
        DigestPeriod tuesday = new DigestPeriod(sunday.to(), Instant.parse("2026-11-24T07:00:00Z"));

        assertThat(WEEKEND.releases(tuesday, sunday.from())).isTrue();
        assertThat(WEEKEND.releases(tuesday, sunday.to())).isTrue();
    }

    @Test
    @DisplayName("C4: another week's Monday releases nothing, neither one before nor one after")
    void otherWeeks() {
        DigestPeriod monday = periods("2026-11-22T12:00:00Z", 1).get(0);

        assertThat(WEEKEND.releases(monday, Instant.parse("2026-11-14T08:00:00Z")))
                .isFalse();
        assertThat(WEEKEND.releases(monday, Instant.parse("2026-11-15T08:00:00Z")))
                .isFalse();
        assertThat(WEEKEND.releases(monday, Instant.parse("2026-11-28T08:00:00Z")))
                .isFalse();
    }

    @Property
    @Label("C4: whatever the zone, the day and the alert time are, each weekend's period is released exactly once")
    void releasedOnce(
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 2_000) int day,
            @ForAll @IntRange(max = 4) int place) {
        ZoneId zone = ZoneId.of(List.of("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Africa/Cairo", "UTC")
                .get(place));
        Weekend weekend = new Weekend(zone);
        AlertInstants instants = new AlertInstants(LocalTime.of(hour, 30), zone);
        List<DigestPeriod> days =
                periods(instants, Instant.parse("2026-01-01T12:00:00Z").plusSeconds(86_400L * day), 12);

        for (DigestPeriod held : days.subList(0, 6)) {
            if (weekend.has(held)) {
                List<DigestPeriod> releasing = days.stream()
                        .filter(period -> weekend.releases(period, held.to()))
                        .toList();
                assertThat(releasing).extracting(DigestPeriod::to).containsExactly(weekend.end(held, instants));
            }
        }
    }

    private static List<DigestPeriod> periods(String after, int number) {
        return periods(NINE, Instant.parse(after), number);
    }

    private static List<DigestPeriod> periods(AlertInstants instants, Instant after, int number) {
        List<DigestPeriod> periods = new ArrayList<>();
        Instant from = instants.lastAtOrBefore(after);
        for (int i = 0; i < number; i++) {
            Instant to = instants.firstAfter(from);
            periods.add(new DigestPeriod(from, to));
            from = to;
        }
        return periods;
    }
}
