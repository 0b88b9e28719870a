package io.amends.dashboard.preferences.sources;

import io.amends.dashboard.preferences.sources.ReplayView.ReplayTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The replays of a source, in finished words.
 *
 * @param name of the source
 * @param form with the days as they were typed
 */
public record ReplaysView(String name, String sourceUrl, String headline, RangeForm form, List<ReplayLine> lines) {

    /** Where the form is sent to. */
    public String action() {
        return sourceUrl + "/replays";
    }

    /**
     * The form that begins one.
     *
     * @param trouble why nothing was begun; null where nothing was tried
     * @param running the page of the one that runs; null where none stands in the way
     */
    public record RangeForm(String from, String to, @Nullable String trouble, @Nullable String running) {
        static final RangeForm EMPTY = new RangeForm("", "", null, null);
    }

    /** A replay of the list. */
    public record ReplayLine(String url, String range, String begun, ReplayTag state, String changed) {}
}
