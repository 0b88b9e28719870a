package io.amends.dashboard.studio.backtests;

import io.amends.dashboard.studio.shared.Pager;

/**
 * A page of the cases that a backtest gained, lost or kept.
 *
 * @param back the address of the backtest
 * @param kept says how many of them are kept
 */
public record CasesView(
        String about, String back, CaseList cases, BacktestView.Columns columns, String kept, Pager pager) {}
