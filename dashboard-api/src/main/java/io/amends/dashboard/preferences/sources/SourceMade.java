package io.amends.dashboard.preferences.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response that a sample makes, in finished words.
 *
 * @param summary what would become of it
 * @param looks how that is coloured
 * @param json the whole response; null where there is no sample
 */
public record SourceMade(String summary, String looks, List<MadeField> fields, @Nullable String json) {

    /**
     * A field of the response.
     *
     * @param value empty where it has none
     * @param error why it is not taken; null where it is
     * @param warning what may not be what was meant
     */
    public record MadeField(String label, String value, @Nullable String error, @Nullable String warning) {}
}
