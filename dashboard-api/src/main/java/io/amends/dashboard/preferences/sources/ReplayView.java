package io.amends.dashboard.preferences.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one replay, in finished words.
 *
 * @param name of the source
 * @param fields what changes; empty where nothing does
 * @param trouble why it was not applied; null where nobody tried
 */
public record ReplayView(
        String name,
        String sourceUrl,
        String url,
        ReplayTag state,
        ReplayCourse course,
        List<ReplayField> fields,
        @Nullable String trouble) {

    /** A word with its look. */
    public record ReplayTag(String look, String word) {}

    /**
     * How far it is.
     *
     * @param percent null where it is over
     * @param error why it broke off; null where it did not
     * @param applies whether what was looked at can be applied
     * @param others whether other responses than before can be made as well, where somebody wants that
     */
    public record ReplayCourse(
            String range,
            String begun,
            @Nullable Integer percent,
            @Nullable String error,
            List<String> sentences,
            boolean applies,
            boolean others) {}

    /** A field that changes. */
    public record ReplayField(String name, String count, List<ChangedValue> examples) {}

    /** What one response has there, and had. */
    public record ChangedValue(String responseId, String before, String after) {}
}
