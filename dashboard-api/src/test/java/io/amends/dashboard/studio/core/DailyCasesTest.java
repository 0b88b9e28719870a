package io.amends.dashboard.studio.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.api.Backtest.Load;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("F5: cases per day")
class DailyCasesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final List<Load> FOUND = List.of(
            new Load("NET", MONDAY, 10, 9, 12),
            new Load("NET", MONDAY.plusDays(2), 10, 11, 13),
            new Load("FIELD", MONDAY, null, 1, 0));

    @Test
    @DisplayName("days without a case are there, groups add up, and only one group has a cap")
    void days() {
        DailyCases all = DailyCases.of(FOUND, null, MONDAY, MONDAY.plusDays(3));
        assertThat(all.days()).extracting(DailyCases.Day::before).containsExactly(10L, 0L, 11L, 0L);
        assertThat(all.days()).extracting(DailyCases.Day::after).containsExactly(12L, 0L, 13L, 0L);
        assertThat(all.cap()).isNull();
        DailyCases one = DailyCases.of(FOUND, "NET", MONDAY, MONDAY);
        assertThat(one.cap()).isEqualTo(10);
        assertThat(one.days()).hasSize(2);
    }

    @Test
    @DisplayName("B8: groups are named that would be over their cap, with the days before and after")
    void overCap() {
        assertThat(DailyCases.overCap(FOUND)).containsExactly(new DailyCases.OverCap("NET", 10, 1, 2));
    }
}
