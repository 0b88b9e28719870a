package io.amends.dashboard.studio.backtests;

import io.amends.dashboard.layout.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cases that a backtest gained, lost or kept.
 *
 * @param more says how many more there are; null for none
 * @param url where they are listed
 */
public record CaseList(
        String id, String title, String explained, List<ExampleCase> examples, @Nullable String more, String url) {

    /**
     * One case to open.
     *
     * @param rules the judged rules that match it
     * @param why the address that explains the decision
     */
    public record ExampleCase(
            String customer,
            @Nullable String ticket,
            String group,
            CaseAnswer answer,
            BeforeAndAfter decisions,
            List<String> rules,
            String why) {}

    /** What the customer answered. */
    public record CaseAnswer(String score, Formats.Moment at, String choice, @Nullable String comment) {}

    /** What was decided, and what the judged rules would decide. */
    public record BeforeAndAfter(@Nullable String before, @Nullable String after) {}
}
