package io.amends.dashboard.layout.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.dashboard.layout.core.Age.Unit;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    @ParameterizedTest(name = "pages: {0} is {1} {2}")
    @CsvSource({
        "2026-03-03T11:59:30Z, NOW, 0",
        "2026-03-03T12:00:30Z, NOW, 0",
        "2026-03-03T11:48:00Z, MINUTES, 12",
        "2026-03-03T09:00:00Z, HOURS, 3",
        "2026-03-02T22:59:00Z, YESTERDAY, 0",
        "2026-01-01T00:00:00Z, THIS_YEAR, 0",
        "2025-12-31T12:00:00Z, BEFORE, 0"
    })
    void said(Instant then, Unit unit, long n) {
        assertThat(Age.of(then, Instant.parse("2026-03-03T12:00:00Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo(new Age(unit, n));
    }
}
