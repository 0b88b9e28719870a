package io.amends.dashboard.preferences.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of an import.
 *
 * @param list what is imported
 * @param fault why nothing could be read or imported; null where nothing went wrong
 * @param plan what the file would change; null before there is one
 */
public record ImportView(
        ImportedList list, String fileHint, String columns, @Nullable String fault, @Nullable PlanView plan) {

    /**
     * What a file is about.
     *
     * @param word of it in addresses
     * @param head of the page
     * @param back where the list is, below the portal's address
     * @param key what the first column is called
     * @param columns what a file has
     * @param mostLines of a file
     */
    public record ImportedList(
            String word, String head, String back, String key, List<String> columns, int mostLines) {}

    /**
     * What a file would change.
     *
     * @param head how much
     * @param more which of the lines are shown, where they are not all; null where they are
     * @param upload under which the file is kept; null where it cannot be applied
     */
    public record PlanView(
            String head,
            boolean problems,
            List<TroubleLine> troubles,
            List<TroubleLine> doubts,
            List<EffectLine> effects,
            @Nullable String more,
            @Nullable Kept upload) {}

    /** Something that is wrong. */
    public record TroubleLine(String line, String column, String words) {}

    /** What a line does. */
    public record EffectLine(String line, String code, String name, String effect, boolean fresh, String columns) {}

    /** The file that is applied, and what it was seen to do. */
    public record Kept(String id, String fingerprint) {}
}
