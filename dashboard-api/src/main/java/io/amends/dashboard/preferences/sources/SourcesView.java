package io.amends.dashboard.preferences.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of sources, in finished words.
 *
 * @param form null for who may not change them
 */
public record SourcesView(String headline, List<SourceLine> lines, @Nullable AddingForm form) {

    /** A source of the list. */
    public record SourceLine(String name, String code, String vendor, String state, String url) {}

    /**
     * The form that adds one, as it was typed.
     *
     * @param error why nothing was added; null where nothing was tried
     */
    public record AddingForm(String name, String code, String vendor, List<String> vendors, @Nullable String error) {}
}
