package io.amends.dashboard.studio.backtests;

import io.amends.dashboard.studio.shared.ChangeTag;
import io.amends.dashboard.studio.shared.Option;
import io.amends.dashboard.studio.shared.RuleWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One backtest, all in words.
 *
 * @param about which rules over which days, by whom
 * @param url its own address
 * @param warnings the judged rules that ask for what no response has carried lately
 * @param result what it found; null until it is done
 */
public record BacktestView(
        String headline,
        String about,
        ChangeTag state,
        String url,
        Progress progress,
        List<String> notes,
        List<RuleWarning> warnings,
        @Nullable Result result) {

    /**
     * How far it is.
     *
     * @param live whether it is not over yet
     * @param running whether its turn has come
     */
    public record Progress(boolean live, boolean running, int percent, String sentence) {}

    /** What it found. */
    public record Result(
            Columns columns,
            DailyLoad load,
            List<ShareLine> scores,
            List<ShareLine> choices,
            List<RuleLine> rules,
            List<CaseList> cases) {}

    /** What the two sides of every figure are called. */
    public record Columns(String before, String after) {}

    /**
     * Cases per day.
     *
     * @param groups the groups to look at
     * @param cap the most cases a day that the chosen group has; null for none
     * @param overCap the groups that would be over theirs, in sentences
     */
    public record DailyLoad(List<Option> groups, List<DayLine> days, @Nullable String cap, List<String> overCap) {}

    /** One day of the chart and of its table. */
    public record DayLine(String iso, String day, long before, long after, boolean over) {}

    /** Cases with one score or contact choice. */
    public record ShareLine(String label, String before, String after, String change) {}

    /** What one rule does. */
    public record RuleLine(String name, String matched, String gained) {}
}
