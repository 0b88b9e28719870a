package io.amends.contracts.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A survey tool or help desk that sends webhooks to a portal (A10). Its secrets are not here: survey-ingest keeps them.
 *
 * @param mapping what of the vendor's body becomes which field of a response; it comes over the vendor's preset
 * @param mappingVersion told by whoever changes the mapping, and kept with each delivery that was read by it
 * @param active whether webhooks are taken
 * @param made which of the sources that have had this code it is, as the directory says and nobody else: what was given
 *     to one that was deleted, such as its secrets, is not that of the next; null for what is older than this field
 */
public record Source(
        String name,
        SourceVendor vendor,
        SourceDefaults defaults,
        SourceMapping mapping,
        int mappingVersion,
        @Nullable SourceApi api,
        boolean active,
        @Nullable String made) {

    /** Reads the JSON form, with the defaults for what is absent. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Source read(
            String name,
            SourceVendor vendor,
            @Nullable SourceDefaults defaults,
            @Nullable SourceMapping mapping,
            @Nullable Integer mappingVersion,
            @Nullable SourceApi api,
            @Nullable Boolean active,
            @Nullable String made) {
        return new Source(
                name,
                vendor,
                Objects.requireNonNullElse(defaults, SourceDefaults.NONE),
                Objects.requireNonNullElse(mapping, SourceMapping.NONE),
                Objects.requireNonNullElse(mappingVersion, 1),
                api,
                Objects.requireNonNullElse(active, true),
                made);
    }

    /** The same as the source of that making. */
    public Source madeAs(@Nullable String making) {
        return new Source(name, vendor, defaults, mapping, mappingVersion, api, active, making);
    }

    /** The address at which answers are fetched, or the vendor's own where the source names none. */
    public @Nullable String baseUrl() {
        return api == null ? null : api.baseUrl();
    }
}
