package io.amends.dashboard.preferences.sources;

import io.amends.dashboard.studio.shared.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of sources, in finished words.
 *
 * @param done what was done just now; null where nothing was
 * @param form null for who may not change them
 */
public record SourcesView(String headline, List<SourceLine> lines, @Nullable String done, @Nullable AddingForm form) {

    /**
     * A source of the list.
     *
     * @param active whether it takes webhooks
     */
    public record SourceLine(
            String name,
            String code,
            String vendor,
            String state,
            boolean active,
            List<SourceSign> signs,
            String url) {}

    /**
     * What should be known of a source.
     *
     * @param bad whether somebody should look at it
     */
    public record SourceSign(String words, boolean bad) {}

    /**
     * The form that adds one, as it was typed.
     *
     * @param error why nothing was added; null where nothing was tried
     */
    public record AddingForm(String name, String code, List<Option> vendors, @Nullable String error) {}
}
