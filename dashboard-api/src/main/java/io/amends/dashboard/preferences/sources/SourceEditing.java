package io.amends.dashboard.preferences.sources;

import io.amends.dashboard.preferences.core.MappingRow;
import io.amends.dashboard.studio.shared.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The editor of a source, in finished words.
 *
 * @param tag the version that was seen
 * @param json the source as JSON
 * @param fields the source by fields; null where it is written as JSON
 */
public record SourceEditing(String tag, String sample, String json, @Nullable FieldsForm fields) {

    /**
     * The source by fields.
     *
     * @param version of the mapping
     * @param active whether it takes webhooks
     * @param what name, vendor and the address of the vendor's API
     * @param defaults what is taken where the body says nothing
     * @param zones that are proposed
     */
    public record FieldsForm(
            int version,
            boolean active,
            List<EntryField> what,
            List<EntryField> defaults,
            List<RowOfMapping> rows,
            List<Option> zones) {}

    /**
     * A field of the source.
     *
     * @param options what can be chosen; empty where anything can be typed
     * @param hint null without one
     * @param error what is wrong with it; null where nothing is
     */
    public record EntryField(
            String name,
            String label,
            String value,
            List<Option> options,
            @Nullable String hint,
            @Nullable String error) {}

    /**
     * A field of the mapping.
     *
     * @param number by which its parts are told from those of other rows
     */
    public record RowOfMapping(int number, String label, MappingRow row, RowNews news) {}

    /**
     * What is to be said of a field of the mapping.
     *
     * @param error what is wrong with it, here or in the response; null where nothing is
     * @param warning what may not be what was meant
     * @param made what it makes of the sample
     */
    public record RowNews(@Nullable String error, @Nullable String warning, @Nullable String made) {}
}
