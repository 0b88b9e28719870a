package io.amends.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.directory.Calendar;
import io.amends.contracts.directory.HolidayCodes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HolidayNamesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    @DisplayName("F6: every place whose holidays are known has a name, and a part stands behind its country")
    void places() {
        assertThat(HolidayCodes.all()).allSatisfy(code -> assertThat(
                        HolidayNames.place(code, Locale.UK).orElse(""))
                .isNotBlank());
        assertThat(HolidayNames.place("de-by", Locale.UK)).contains("Germany, Bavaria");
        assertThat(HolidayNames.place("xx", Locale.UK)).isEmpty();
    }

    @Test
    @DisplayName("F6: a public holiday has a name, and a working day has none")
    void days() {
        assertThat(HolidayNames.day(LocalDate.of(2026, 12, 25), "de", Locale.UK))
                .isPresent();
        assertThat(HolidayNames.day(LocalDate.of(2026, 12, 23), "de", Locale.UK))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "F6: the next hours are those that have not ended, and the next days off those whose weekday has hours")
    void next() {
        Calendar calendar =
                new Calendar("", "de", Calendar.USUAL.hours(), List.of(LocalDate.of(2026, 12, 24)), List.of());
        WorkingTime time = new WorkingTime(calendar, BERLIN);
        Instant at = LocalDate.of(2026, 12, 23).atTime(12, 0).atZone(BERLIN).toInstant();

        assertThat(time.nextHours(at, 2).stream()
                        .map(hours -> hours.start().atZone(BERLIN).toLocalDate()))
                .containsExactly(LocalDate.of(2026, 12, 23), LocalDate.of(2026, 12, 28));
        assertThat(time.nextDaysOff(LocalDate.of(2026, 12, 23), 3))
                .containsExactly(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));
    }
}
