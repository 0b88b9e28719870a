package io.amends.dashboard.studio.publish;

import io.amends.dashboard.studio.shared.ChangeLine;
import io.amends.dashboard.studio.shared.RuleWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that publishes the draft: what it changes, how much it would flag, and the form that asks for a reason.
 *
 * @param changes empty where there is nothing to publish
 * @param warnings the rules that ask for what no response has carried lately
 * @param forecast null where there is nothing to publish
 */
public record PublishView(
        String headline,
        Draft draft,
        List<ChangeLine> changes,
        List<RuleWarning> warnings,
        @Nullable Forecast forecast,
        Attempt attempt) {

    /**
     * The draft that is published.
     *
     * @param action where the form is posted
     * @param keptAs under which name the browser keeps what is not sent yet
     */
    public record Draft(String action, String tag, String keptAs) {}

    /**
     * How much the draft would flag.
     *
     * @param sentence null where recovery-rules does not tell it
     * @param warns whether it is unusually much, and so to be confirmed
     */
    public record Forecast(@Nullable String sentence, boolean warns, BacktestLine backtest) {}

    /**
     * What the newest backtest of this draft says; else that there is none.
     *
     * @param url where it is, or where one is asked for
     * @param missing whether it is still to be asked for
     */
    public record BacktestLine(String sentence, String url, boolean missing) {}

    /**
     * What was posted, and what is wrong with it.
     *
     * @param stale whether nothing was published since somebody else has changed the draft
     * @param refused why recovery-rules did not publish; null where it was not asked or did
     */
    public record Attempt(
            String reason,
            boolean confirmed,
            @Nullable String reasonError,
            @Nullable String confirmError,
            boolean stale,
            @Nullable String refused) {
        static final Attempt NONE = new Attempt("", false, null, null, false, null);

        /** Whether a field of the form is not filled in as it must be. */
        public boolean wrong() {
            return reasonError != null || confirmError != null;
        }
    }
}
