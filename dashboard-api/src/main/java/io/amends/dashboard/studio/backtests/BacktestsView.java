package io.amends.dashboard.studio.backtests;

import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.shared.ChangeTag;
import io.amends.dashboard.studio.shared.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for a backtest, and the backtests that were asked for, newest first.
 *
 * @param zone whose time the moments are
 * @param live whether one of them is not over yet
 */
public record BacktestsView(QuestionForm form, List<BacktestLine> backtests, String zone, boolean live) {

    /**
     * The form.
     *
     * @param action where it is posted
     * @param last the last day that can be asked for
     * @param error what is wrong with all of it; null for nothing
     */
    public record QuestionForm(
            String action, DateField from, DateField to, String last, List<Option> rules, @Nullable String error) {}

    /**
     * A day of the form, as written.
     *
     * @param error what is wrong with it; null for nothing
     */
    public record DateField(String value, @Nullable String error) {}

    /** One backtest of the list. */
    public record BacktestLine(String url, Formats.Moment at, String about, ChangeTag state, String result) {}
}
