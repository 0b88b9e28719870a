package io.amends.alerting.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.time.AlertInstants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AlertInstantsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AlertSchedule NINE = AlertSchedule.of(new AlertInstants(LocalTime.of(9, 0), BERLIN));

    @Test
    @DisplayName("C2: a response at 08:00 is in the 09:00 digest of the same day, one at exactly 09:00 in the next")
    void boundaries() {
        DigestPeriod period = NINE.endedBy(Instant.parse("2026-11-20T08:00:00Z"));

        assertThat(period.to()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(period.contains(Instant.parse("2026-11-20T07:00:00Z"))).isTrue();
        assertThat(period.contains(Instant.parse("2026-11-20T07:59:59.999Z"))).isTrue();
        assertThat(period.contains(Instant.parse("2026-11-20T08:00:00Z"))).isFalse();
        assertThat(period.contains(period.from())).isTrue();
        assertThat(NINE.endedBy(Instant.parse("2026-11-20T07:59:59Z")).to()).isEqualTo("2026-11-19T08:00:00Z");
    }

    @Test
    @DisplayName("C2: the period across the change to summer time has 23 hours, across the change back 25")
    void daylightSaving() {
        assertThat(length(NINE.endedBy(Instant.parse("2026-03-29T12:00:00Z")))).isEqualTo(Duration.ofHours(23));
        assertThat(length(NINE.endedBy(Instant.parse("2026-10-25T12:00:00Z")))).isEqualTo(Duration.ofHours(25));
        assertThat(length(NINE.endedBy(Instant.parse("2026-11-20T12:00:00Z")))).isEqualTo(Duration.ofHours(24));
    }

    @Test
    @DisplayName("C2: an alert time that the clocks skip moves forward; of two the earlier counts")
    void gapAndOverlap() {
        AlertInstants halfPastTwo = new AlertInstants(LocalTime.of(2, 30), BERLIN);

        assertThat(halfPastTwo.on(LocalDate.of(2026, 3, 29))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(halfPastTwo.on(LocalDate.of(2026, 10, 25))).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    @DisplayName(
            "C2: a changed alert time leaves no gap and no overlap, and times before the portal follow what holds now")
    void change() {
        Instant known = Instant.parse("2026-11-10T12:00:00Z");
        Instant changed = Instant.parse("2026-11-20T08:30:00Z");
        AlertInstants ten = new AlertInstants(LocalTime.of(10, 0), BERLIN);
        AlertSchedule schedule = new AlertSchedule(List.of(
                new AlertSchedule.Setting(known, new AlertInstants(LocalTime.of(9, 0), BERLIN)),
                new AlertSchedule.Setting(changed, ten)));

        Instant nine = schedule.lastAtOrBefore(changed);
        assertThat(nine).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(schedule.firstAfter(nine)).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(schedule.endedBy(Instant.parse("2026-11-20T09:00:00Z")).from())
                .isEqualTo(nine);
        AlertSchedule before = schedule.withCurrentBefore();
        assertThat(before.endedBy(Instant.parse("2026-11-05T12:00:00Z")).to()).isEqualTo("2026-11-05T09:00:00Z");
        assertThat(before.lastAtOrBefore(changed)).isEqualTo(nine);
        assertThat(before.endedBy(known))
                .isEqualTo(
                        new DigestPeriod(Instant.parse("2026-11-09T09:00:00Z"), Instant.parse("2026-11-10T08:00:00Z")));
    }

    @Property
    void c2_periodsTileTimeWithoutGapOrOverlap(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 0, max = 1439) int minute,
            @ForAll @LongRange(min = 946_684_800L, max = 2_000_000_000L) long second) {
        AlertSchedule schedule = AlertSchedule.of(new AlertInstants(LocalTime.MIN.plusMinutes(minute), zone));
        Instant instant = Instant.ofEpochSecond(second);

        DigestPeriod period = schedule.endedBy(schedule.firstAfter(instant));
        DigestPeriod next = schedule.endedBy(schedule.firstAfter(period.to()));

        assertThat(period.contains(instant)).isTrue();
        assertThat(next.contains(instant)).isFalse();
        assertThat(next.from()).isEqualTo(period.to());
        assertThat(schedule.lastAtOrBefore(instant)).isEqualTo(period.from());
    }

    @Property
    void c2_changesOfTheAlertTimeKeepThePeriodsTiled(
            @ForAll("zones") ZoneId zone,
            @ForAll("zones") ZoneId then,
            @ForAll @IntRange(min = 0, max = 1439) int minute,
            @ForAll @IntRange(min = 0, max = 1439) int minuteThen,
            @ForAll @LongRange(min = -200_000L, max = 200_000L) long offset) {
        Instant change = Instant.parse("2026-10-25T00:30:00Z");
        AlertSchedule schedule = new AlertSchedule(List.of(
                new AlertSchedule.Setting(Instant.EPOCH, new AlertInstants(LocalTime.MIN.plusMinutes(minute), zone)),
                new AlertSchedule.Setting(change, new AlertInstants(LocalTime.MIN.plusMinutes(minuteThen), then))));
        Instant instant = change.plusSeconds(offset);

        Instant to = schedule.firstAfter(instant);
        DigestPeriod period = schedule.endedBy(to);

        assertThat(to).isAfter(instant);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.contains(instant)).isTrue();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "Asia/Kathmandu",
                        "America/Santiago",
                        "UTC")
                .map(ZoneId::of);
    }

    private static Duration length(DigestPeriod period) {
        return Duration.between(period.from(), period.to());
    }
}
