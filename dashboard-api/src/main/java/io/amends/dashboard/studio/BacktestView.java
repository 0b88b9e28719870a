package io.amends.dashboard.studio;

import io.amends.dashboard.layout.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One backtest, all in words. */
public record BacktestView(
        String headline,
        String about,
        RulesView.ChangeTag state,
        String url,
        boolean live,
        boolean running,
        int percent,
        String progress,
        List<String> notes,
        List<RulesView.Doubt> doubts,
        boolean done,
        String before,
        String after,
        List<BuilderView.Option> groups,
        List<DayLine> days,
        @Nullable String cap,
        List<String> overCap,
        List<ShareLine> scores,
        List<ShareLine> choices,
        List<RuleLine> rules,
        List<CaseList> cases) {

    /** One day of the chart and of its table. */
    public record DayLine(String iso, String day, long before, long after, boolean over) {}

    /** Cases with one score or contact choice. */
    public record ShareLine(String label, String before, String after, String change) {}

    /** What one rule does. */
    public record RuleLine(String name, String matched, String gained) {}

    /**
     * Gained, lost or kept cases.
     *
     * @param more says how many more there are; null for none
     * @param url where they are listed
     */
    public record CaseList(
            String id, String title, String explained, List<ExampleLine> examples, @Nullable String more, String url) {}

    /**
     * A page of the cases of one side.
     *
     * @param kept says how many of them are kept
     * @param shown which of them are on this page
     */
    public record CasesPage(
            String about,
            String back,
            CaseList cases,
            String before,
            String after,
            String kept,
            String shown,
            @Nullable String previous,
            @Nullable String next) {}

    /** One case to open. */
    public record ExampleLine(
            String customer,
            String score,
            String group,
            Formats.Moment at,
            String choice,
            @Nullable String comment,
            @Nullable String before,
            @Nullable String after,
            List<String> rules,
            @Nullable String ticket,
            String why) {}
}
