package io.amends.alerting.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.QuietHours;
import io.amends.contracts.testing.DirectoryEntries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTimeTest {
    private static final Portal PORTAL =
            DirectoryEntries.portal("'timeZone':'Europe/Berlin','quietHours':{'from':'20:00','to':'08:00'}");

    @ParameterizedTest(name = "C10: quiet from {1} to {2} in {0} at {3}: until {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "Europe/Berlin, 20:00, 08:00, 2026-11-20T18:59:59Z, -",
                "Europe/Berlin, 20:00, 08:00, 2026-11-20T19:00:00Z, 2026-11-21T07:00:00Z",
                "Europe/Berlin, 20:00, 08:00, 2026-11-21T06:59:59Z, 2026-11-21T07:00:00Z",
                "Europe/Berlin, 20:00, 08:00, 2026-11-21T07:00:00Z, -",
                "Europe/Berlin, 12:00, 13:00, 2026-11-20T11:30:00Z, 2026-11-20T12:00:00Z",
                "Europe/Berlin, 12:00, 13:00, 2026-11-20T12:00:00Z, -",
                // The night in which the clocks go back has an hour more, the one in which they go forward one less.
                "Europe/Berlin, 20:00, 08:00, 2026-10-24T18:00:00Z, 2026-10-25T07:00:00Z",
                "Europe/Berlin, 20:00, 08:00, 2026-03-28T19:00:00Z, 2026-03-29T06:00:00Z",
                // 02:30 comes twice: quiet time ends at the first, and does not come again at 02:10.
                "Europe/Berlin, 22:00, 02:30, 2026-10-25T00:20:00Z, 2026-10-25T00:30:00Z",
                "Europe/Berlin, 22:00, 02:30, 2026-10-25T01:10:00Z, -",
                // It begins at the first 02:30, and is still there at 02:10.
                "Europe/Berlin, 02:30, 06:00, 2026-10-25T01:10:00Z, 2026-10-25T05:00:00Z",
                // 02:30 does not come: the clock has reached it at 03:00.
                "Europe/Berlin, 22:00, 02:30, 2026-03-29T00:59:59Z, 2026-03-29T01:00:00Z",
                "Europe/Berlin, 22:00, 02:30, 2026-03-29T01:00:00Z, -",
                "Europe/Berlin, 02:10, 02:50, 2026-03-29T01:00:00Z, -",
                "Europe/Berlin, 02:30, 03:10, 2026-03-29T01:05:00Z, 2026-03-29T01:10:00Z",
                // The 30th of December 2011 did not come: one night ends where the next begins.
                "Pacific/Apia, 20:00, 08:00, 2011-12-30T09:59:59Z, 2011-12-30T10:00:00Z",
                "Pacific/Apia, 20:00, 08:00, 2011-12-30T10:00:00Z, 2011-12-30T18:00:00Z",
            })
    void ends(String zone, String from, String to, String at, @Nullable String end) {
        QuietTime quiet = new QuietTime(hours(from, to), ZoneId.of(zone));

        assertThat(quiet.end(Instant.parse(at))).isEqualTo(end == null ? null : Instant.parse(end));
    }

    @Test
    @DisplayName(
            "C10: a contact's own quiet time counts in their zone; without one the portal's does; NONE is none at all")
    void whose() {
        Instant night = Instant.parse("2026-11-20T22:00:00Z");
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");

        assertThat(QuietTime.until(PORTAL, contact(null, null), night)).isEqualTo("2026-11-21T07:00:00Z");
        assertThat(QuietTime.until(PORTAL, null, night)).isEqualTo("2026-11-21T07:00:00Z");
        assertThat(QuietTime.until(PORTAL, contact("America/New_York", null), night))
                .isNull();
        assertThat(QuietTime.until(PORTAL, contact(null, QuietHours.NONE), night))
                .isNull();
        assertThat(QuietTime.until(PORTAL, contact(null, hours("12:00", "14:00")), night))
                .isNull();
        assertThat(QuietTime.until(PORTAL, contact(null, hours("12:00", "14:00")), noon))
                .isEqualTo("2026-11-20T13:00:00Z");
        assertThat(QuietTime.untilOfTheirOwn(PORTAL, contact(null, null), night))
                .isNull();
        assertThat(QuietTime.until(DirectoryEntries.portal(""), contact(null, null), night))
                .isNull();
    }

    @Test
    @DisplayName("C7, C10: a portal may tell at once in quiet time too")
    void immediate() {
        Instant night = Instant.parse("2026-11-20T22:00:00Z");
        Portal loud = DirectoryEntries.portal(
                "'timeZone':'Europe/Berlin','quietHours':{'from':'20:00','to':'08:00'},'immediateInQuietHours':true");

        assertThat(QuietTime.untilOfImmediate(PORTAL, contact(null, null), night))
                .isEqualTo("2026-11-21T07:00:00Z");
        assertThat(QuietTime.untilOfImmediate(loud, contact(null, null), night)).isNull();
        assertThat(QuietTime.until(loud, contact(null, null), night)).isEqualTo("2026-11-21T07:00:00Z");
    }

    @Provide
    Arbitrary<LocalTime> times() {
        return Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo", "Pacific/Apia")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(Instant.parse("2011-01-01T00:00:00Z").getEpochSecond(), 1_800_000_000L)
                .map(Instant::ofEpochSecond);
    }

    @Property(tries = 2000)
    void c10_quietTimeIsWhatTheClockShowsButAroundItsChanges(
            @ForAll("times") LocalTime from,
            @ForAll("times") LocalTime to,
            @ForAll("zones") ZoneId zone,
            @ForAll("instants") Instant at) {
        QuietHours hours = new QuietHours(from, to);
        Instant end = new QuietTime(hours, zone).end(at);

        if (end != null) {
            assertThat(end).isAfter(at).isBefore(at.plus(Duration.ofHours(26)));
        }
        boolean steady = zone.getRules()
                .getOffset(at.minus(Duration.ofDays(2)))
                .equals(zone.getRules().getOffset(at.plus(Duration.ofDays(2))));
        if (steady && !hours.none()) {
            LocalTime shown = at.atZone(zone).toLocalTime();
            boolean within = hours.overMidnight()
                    ? !shown.isBefore(from) || shown.isBefore(to)
                    : !shown.isBefore(from) && shown.isBefore(to);
            assertThat(end != null).isEqualTo(within);
            if (end != null) {
                assertThat(end.atZone(zone).toLocalTime()).isEqualTo(to);
                assertThat(new QuietTime(hours, zone).end(end)).isNull();
            }
        }
    }

    private static QuietHours hours(String from, String to) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Contact contact(@Nullable String zone, @Nullable QuietHours hours) {
        return new Contact(
                "Alex",
                "alex@example.com",
                null,
                null,
                zone == null ? null : ZoneId.of(zone),
                null,
                null,
                List.of(),
                hours);
    }
}
