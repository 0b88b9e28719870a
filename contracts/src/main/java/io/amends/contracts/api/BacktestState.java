package io.amends.contracts.api;

/** Where a backtest stands (B7). */
public enum BacktestState {
    QUEUED,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    /** Whether it has ended, in whatever way. */
    public boolean over() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }
}
