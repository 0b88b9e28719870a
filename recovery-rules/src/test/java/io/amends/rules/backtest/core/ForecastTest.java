package io.amends.rules.backtest.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Share GAINED = TallyTest.share(false, true);
    private static final Share LOST = TallyTest.share(true, false);
    private static final Share KEPT = TallyTest.share(true, true);

    @Test
    @DisplayName("B7: more than the multiple of what was flagged warns, exactly the multiple does not")
    void multiple() {
        Forecast usual = Forecast.of(7, Map.of(KEPT, 10L, GAINED, 20L, Share.judged("G"), 70L), 3);
        Forecast flood = Forecast.of(7, Map.of(KEPT, 10L, GAINED, 21L, Share.NOTHING, 5L), 3);

        assertThat(usual).isEqualTo(new Forecast(7, 100, 10, 30, 3.0, 3, false));
        assertThat(flood).isEqualTo(new Forecast(7, 31, 10, 31, 3.1, 3, true));
    }

    @Test
    @DisplayName("B7: a handful is no flood, and a ratio to nothing is none")
    void handful() {
        assertThat(Forecast.of(7, Map.of(GAINED, 19L), 3).warns()).isFalse();
        assertThat(Forecast.of(7, Map.of(GAINED, 20L), 3).warns()).isTrue();
        assertThat(Forecast.of(7, Map.of(GAINED, 20L), 3).ratio()).isNull();
        assertThat(Forecast.of(7, Map.of(LOST, 40L), 3).ratio()).isZero();
    }
}
