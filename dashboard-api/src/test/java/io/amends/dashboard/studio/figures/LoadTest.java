package io.amends.dashboard.studio.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("F5: cases per day")
class LoadTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final List<Load.Of> FOUND = List.of(
            new Load.Of("NET", MONDAY, 10, 9, 12),
            new Load.Of("NET", MONDAY.plusDays(2), 10, 11, 13),
            new Load.Of("FIELD", MONDAY, null, 1, 0));

    @Test
    @DisplayName("days without a case are there, groups add up, and only one group has a cap")
    void days() {
        Load all = Load.of(FOUND, null, MONDAY, MONDAY.plusDays(3));
        assertThat(all.days()).extracting(Load.Day::before).containsExactly(10L, 0L, 11L, 0L);
        assertThat(all.days()).extracting(Load.Day::after).containsExactly(12L, 0L, 13L, 0L);
        assertThat(all.cap()).isNull();
        Load one = Load.of(FOUND, "NET", MONDAY, MONDAY);
        assertThat(one.cap()).isEqualTo(10);
        assertThat(one.days()).hasSize(2);
    }

    @Test
    @DisplayName("B8: groups are named that would be over their cap, with the days before and after")
    void overCap() {
        assertThat(Load.overCap(FOUND)).containsExactly(new Load.OverCap("NET", 10, 1, 2));
    }
}
