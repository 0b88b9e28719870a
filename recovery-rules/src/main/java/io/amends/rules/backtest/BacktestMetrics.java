package io.amends.rules.backtest;

import io.amends.contracts.api.BacktestState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** How many backtests came to which state, what they read, and how long they took (G2). */
@ApplicationScoped
class BacktestMetrics {
    static final String BACKTESTS = "amends.backtests";
    static final String READ = "amends.backtest.records";
    static final String DURATION = "amends.backtest.duration";

    private final MeterRegistry registry;
    private final Timer duration;

    BacktestMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.duration = Timer.builder(DURATION)
                .description("From the first record of a backtest to its outcome")
                .register(registry);
        registry.counter(READ);
        for (BacktestState state : BacktestState.values()) {
            registry.counter(BACKTESTS, "state", state.name());
        }
    }

    /** One came to a state. */
    void came(BacktestState state) {
        registry.counter(BACKTESTS, "state", state.name()).increment();
    }

    /** One is over, after that many nanoseconds. */
    void over(BacktestState state, long nanos) {
        came(state);
        duration.record(nanos, TimeUnit.NANOSECONDS);
    }

    void read(long records) {
        registry.counter(READ).increment((double) records);
    }
}
