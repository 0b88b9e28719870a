package io.amends.rules.backtest.core;

import java.time.Instant;

/** A stretch of time, by the moment the customers answered: from (included) to (excluded). */
public record BacktestPeriod(Instant from, Instant to) {
    public static final BacktestPeriod EVER = new BacktestPeriod(Instant.MIN, Instant.MAX);

    boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
