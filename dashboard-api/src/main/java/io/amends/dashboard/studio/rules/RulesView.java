package io.amends.dashboard.studio.rules;

import io.amends.dashboard.studio.shared.ChangeLine;
import io.amends.dashboard.studio.shared.ChangeTag;
import io.amends.dashboard.studio.shared.Pager;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The list of rules, all in words and addresses.
 *
 * @param tag the draft's that is shown; who changes it names it
 */
public record RulesView(
        String headline, PendingChanges pending, String tag, Outcome outcome, RuleList list, Pager pager) {

    /**
     * What waits in the draft to be published.
     *
     * @param sentence how much it is; null for nothing
     * @param discardMeans what is lost by discarding it; null for nothing
     */
    public record PendingChanges(@Nullable String sentence, List<ChangeLine> lines, @Nullable String discardMeans) {}

    /**
     * What became of what the person just did.
     *
     * @param done that it is done; null where nothing was
     * @param stale whether nothing was done since somebody else has changed the draft
     * @param errors what the changed rules would be wrong in
     */
    public record Outcome(@Nullable String done, boolean stale, List<String> errors) {}

    /**
     * The rules of one page.
     *
     * @param empty whether the draft has none at all
     * @param query the words that were looked for
     */
    public record RuleList(List<Row> rows, boolean empty, String query, String orderMeans) {}

    /**
     * One rule of the draft.
     *
     * @param tag how it differs from what is published; null where it does not
     * @param caught what it caught; null where that is not known
     * @param warning what of it no response has carried lately; null for nothing
     */
    public record Row(
            RuleText rule,
            String url,
            Position position,
            @Nullable ChangeTag tag,
            @Nullable CaughtCount caught,
            String removeMeans,
            @Nullable String warning) {
        /** The same, and what of it no response has carried lately. */
        Row warned(@Nullable String sentence) {
            return new Row(rule, url, position, tag, caught, removeMeans, sentence);
        }
    }

    /**
     * A rule in words.
     *
     * @param number its place in the draft, from 1
     */
    public record RuleText(int number, String name, String when, String then, String priority) {
        /** Whether all of these words stand in it, one after the other. */
        boolean contains(String words) {
            String wanted = words.strip().toLowerCase(Locale.ROOT);
            return wanted.isEmpty()
                    || (name + " " + when + " " + then).toLowerCase(Locale.ROOT).contains(wanted);
        }
    }

    /**
     * Where a rule stands among the others.
     *
     * @param focus which of its controls the person used last: {@code up}, {@code down} or {@code rule}; else null
     */
    public record Position(boolean first, boolean last, @Nullable String focus) {}

    /**
     * How many cases a rule caught.
     *
     * @param since set where that is less than the usual days: since when
     * @param wouldHave what a backtest says that it would have caught in the usual days; null where none is known
     */
    public record CaughtCount(String count, @Nullable String since, @Nullable String wouldHave) {}
}
