package io.amends.contracts.api;

/** The answer to the question for a backtest: by which id to ask for it (B7). */
public record BacktestAccepted(String backtestId) {}
