package io.amends.dashboard.layout.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonePlaceTest {

    @ParameterizedTest(name = "F1: times of {0} are those of {1}")
    @CsvSource({
        "Europe/Berlin, Berlin",
        "America/New_York, New York",
        "America/Argentina/Buenos_Aires, Buenos Aires",
        "Japan, Japan",
        "UTC, UTC",
        "Etc/UTC, UTC",
        "Z, UTC",
        "GMT, UTC",
        "UTC+02:00, UTC+02:00",
        "Etc/GMT+5, UTC-05:00"
    })
    void place(String zone, String said) {
        ZoneId id = ZoneId.of(zone);
        assertThat(ZonePlace.of(id).orElseGet(() -> ZonePlace.offset(id))).isEqualTo(said);
    }
}
