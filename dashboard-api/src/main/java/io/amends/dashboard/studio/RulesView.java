package io.amends.dashboard.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of rules, all in words and addresses. */
public record RulesView(
        String headline,
        @Nullable String draftLine,
        List<ChangeLine> changes,
        @Nullable String discardMeans,
        String orderMeans,
        String tag,
        @Nullable String done,
        boolean stale,
        List<String> errors,
        List<Row> rows,
        boolean empty,
        String q,
        String shown,
        @Nullable String previous,
        @Nullable String next) {

    /**
     * One rule of the draft.
     *
     * @param unseen what of it no response has carried lately; null for nothing
     * @param focus which of its controls the person worked with last: {@code up}, {@code down} or {@code rule}; else null
     */
    public record Row(
            int number,
            String name,
            String when,
            String then,
            String priority,
            @Nullable Caught caught,
            @Nullable ChangeTag tag,
            String url,
            boolean first,
            boolean last,
            String removeMeans,
            @Nullable String unseen,
            @Nullable String focus) {
        /** The same, and what of it no response has carried lately. */
        Row doubted(@Nullable String sentence) {
            return new Row(
                    number, name, when, then, priority, caught, tag, url, first, last, removeMeans, sentence, focus);
        }
    }

    /**
     * What a rule caught.
     *
     * @param since set where that is less than the usual days: since when
     * @param wouldHave what a backtest says that it would have caught in the usual days; null where none is known
     */
    public record Caught(String count, @Nullable String since, @Nullable String wouldHave) {}

    /**
     * A rule that asks for what no response has carried lately.
     *
     * @param url where it is mended
     */
    public record Doubt(String url, String rule, String sentence) {}

    /** What differs from what is published. */
    public record ChangeLine(ChangeTag tag, String sentence) {}

    /** A kind of change in a word. */
    public record ChangeTag(String word, String state) {}
}
