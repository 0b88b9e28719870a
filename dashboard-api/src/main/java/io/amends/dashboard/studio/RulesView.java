package io.amends.dashboard.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of rules, all in words and addresses. */
public record RulesView(
        String headline,
        @Nullable String draftLine,
        List<ChangeLine> changes,
        @Nullable String undoMeans,
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

    /** One rule of the draft. */
    public record Row(
            int number,
            String name,
            String when,
            String then,
            String priority,
            @Nullable String caught,
            @Nullable ChangeTag tag,
            String url,
            boolean first,
            boolean last,
            String removeMeans) {}

    /** What differs from what is published. */
    public record ChangeLine(ChangeTag tag, String sentence) {}

    /** A kind of change in a word. */
    public record ChangeTag(String word, String state) {}
}
