package io.amends.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.amends.contracts.directory.HolidayCodes;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PublicHolidaysTest {

    /** What asks Jollyday itself comes after it was asked by us, who do so one at a time. */
    @BeforeAll
    static void loaded() {
        assertThat(PublicHolidays.on(LocalDate.of(2026, 1, 1), "de")).isTrue();
    }

    @Test
    @DisplayName("D12: a calendar can name exactly the countries and parts whose holidays are known")
    void codes() {
        Set<String> known = new TreeSet<>();
        for (String country : HolidayManager.getSupportedCalendarCodes()) {
            HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
            add(known, country.toLowerCase(Locale.ROOT), manager.getCalendarHierarchy());
        }
        assertThat(new TreeSet<>(HolidayCodes.all())).containsExactlyElementsOf(known);
    }

    @Test
    @DisplayName("D12: every code that a calendar can name is answered, with a holiday in the year")
    void everyCode() {
        assertThat(HolidayCodes.all())
                .allSatisfy(code -> assertThat(LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)))
                        .anyMatch(day -> PublicHolidays.on(day, code)));
    }

    @Test
    @DisplayName("D12: of a year that no calendar reaches, no holidays are known, and the question is answered")
    void anyYear() {
        for (int year : new int[] {-1, 1_800, 2_300, 9_999}) {
            assertThat(HolidayCodes.all())
                    .allSatisfy(code -> assertThatCode(() -> PublicHolidays.on(LocalDate.of(year, 3, 3), code))
                            .doesNotThrowAnyException());
        }
    }

    private static void add(Set<String> known, String code, CalendarHierarchy of) {
        known.add(code);
        of.getChildren().forEach((id, part) -> add(known, code + "-" + id.toLowerCase(Locale.ROOT), part));
    }
}
