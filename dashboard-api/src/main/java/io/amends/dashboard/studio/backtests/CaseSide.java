package io.amends.dashboard.studio.backtests;

import io.amends.contracts.api.Backtest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The three lists of cases of a backtest. */
enum CaseSide {
    GAINED,
    LOST,
    KEPT;

    /** The side of that word in an address. */
    static CaseSide of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many cases it has. */
    long total(Backtest run) {
        Backtest.Cases cases = cases(run);
        return cases == null ? 0 : cases.count();
    }

    /** Those that come with the backtest itself. */
    List<Backtest.Example> examples(Backtest run) {
        Backtest.Cases cases = cases(run);
        return cases == null || cases.examples() == null ? List.of() : cases.examples();
    }

    private Backtest.@Nullable Cases cases(Backtest run) {
        return switch (this) {
            case GAINED -> run.gained();
            case LOST -> run.lost();
            case KEPT -> run.kept();
        };
    }
}
