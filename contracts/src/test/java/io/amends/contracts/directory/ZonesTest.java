package io.amends.contracts.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {

    @Test
    @DisplayName("every place that Java knows is a zone, on any Java; one that only a later Java knows is none")
    void places() {
        Set<String> missing = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> Zones.place(id) == null)
                .filter(id -> !id.startsWith("SystemV/") && !id.matches("Etc/GMT[+-][1-9].*"))
                .collect(Collectors.toSet());
        // Java 17.0.15 with the time zones of 2025a; what came since.
        missing.removeAll(Set.of("America/Coyhaique", "EST", "MST", "HST"));
        assertThat(missing).isEmpty();
        assertThat(Zones.place("America/Coyhaique")).isNull();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Europe/Berlin, Europe/Berlin",
        "Asia/Calcutta, Asia/Calcutta",
        "UTC, UTC",
        "EST, America/Panama",
        "MST, America/Phoenix",
        "HST, Pacific/Honolulu",
        "PST, America/Los_Angeles",
        "IST, Asia/Kolkata",
        "EST5EDT, EST5EDT"
    })
    void named(String name, String place) {
        assertThat(Zones.place(name)).isEqualTo(ZoneId.of(place));
        assertThat(Zones.fault(name)).isNull();
    }

    @Test
    @DisplayName("Java's short names are all there, with Java's place where Java has one")
    void shortNames() {
        ZoneId.SHORT_IDS.forEach((name, place) -> {
            ZoneId ours = Zones.place(name);
            assertThat(ours).as(name).isNotNull();
            if (!(ZoneId.of(place) instanceof ZoneOffset)) {
                assertThat(ours).isEqualTo(ZoneId.of(place));
            }
        });
    }

    @ParameterizedTest(name = "{0} is no place: use {1}")
    @CsvSource({
        "UTC+2, Europe/Berlin or Europe/Athens",
        "+02:00, Europe/Berlin or Europe/Athens",
        "GMT+2, Europe/Berlin or Europe/Athens",
        "utc +2, Europe/Berlin or Europe/Athens",
        "Etc/GMT-2, Europe/Berlin or Europe/Athens",
        "+05:30, Asia/Kolkata",
        "UTC-5, America/New_York or America/Chicago",
        "Z, UTC or Europe/London",
        "+01:23, Europe/Berlin"
    })
    void offsets(String offset, String places) {
        assertThat(Zones.place(offset)).isNull();
        assertThat(Zones.fault(offset)).contains("offset").endsWith("use one such as " + places);
    }

    @ParameterizedTest(name = "{0} is no zone")
    @ValueSource(strings = {"", " ", "Mars/Base", "europe/berlin", "Berlin", "UTC+25", "Europe/Berlin ", "é"})
    void none(String name) {
        assertThat(Zones.place(name)).isNull();
        assertThat(Zones.fault(name)).isEqualTo("must be a time zone such as Europe/Berlin");
        assertThat(Zones.stored(name)).isNull();
    }

    @Test
    @DisplayName("an offset that was stored before is still read")
    void stored() {
        assertThat(Zones.stored("UTC+02:00")).isEqualTo(ZoneId.of("UTC+2"));
        assertThat(Zones.stored("Etc/GMT-2")).isEqualTo(ZoneId.of("Etc/GMT-2"));
        assertThat(Zones.stored("EST")).isEqualTo(ZoneId.of("America/Panama"));
    }
}
