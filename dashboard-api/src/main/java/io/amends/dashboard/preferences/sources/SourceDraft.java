package io.amends.dashboard.preferences.sources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Reason;
import io.amends.dashboard.preferences.core.MappingRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is being written: as it is stored, or as it was typed, by fields or as JSON.
 *
 * @param tag the version that was seen
 * @param sample as the vendor sends it; empty without one
 * @param asJson whether it is written as JSON
 * @param json as it is written, where it is
 * @param entry what it says; null where it is no JSON object
 * @param rows the fields of its mapping
 * @param faults what is wrong with it, each at its place in the entry
 */
record SourceDraft(
        String tag,
        String sample,
        boolean asJson,
        String json,
        @Nullable ObjectNode entry,
        List<MappingRow> rows,
        List<Reason> faults) {

    /** The same with another sample. */
    SourceDraft with(String other) {
        return new SourceDraft(tag, other, asJson, json, entry, rows, faults);
    }

    /** The same, to be put over another version than it was written from. */
    SourceDraft over(String version) {
        return new SourceDraft(version, sample, asJson, json, entry, rows, faults);
    }
}
