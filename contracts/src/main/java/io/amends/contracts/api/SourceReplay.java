package io.amends.contracts.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A range of what a source sent, read again by the mapping and the directory as they are now (A12).
 *
 * @param dryRun whether nothing is changed by it
 * @param progress the share that was read, 0 to 1
 * @param unchanged bodies that make what is recorded, or that a newer one has overtaken
 * @param changed bodies that make something else of their response
 * @param another bodies that make another response than they made before
 * @param refused bodies of which no response can be made
 * @param by who began it, verified, as with a note
 * @param error why it failed, in a sentence; null otherwise
 */
public record SourceReplay(
        String replayId,
        String source,
        Instant from,
        Instant to,
        boolean dryRun,
        ReplayState state,
        double progress,
        long unchanged,
        ReplayChanges changed,
        OtherResponses another,
        long refused,
        String by,
        Instant at,
        @Nullable Instant finishedAt,
        @Nullable String error) {

    /**
     * What changes.
     *
     * @param count of bodies
     * @param fields how many bodies change a field, by its name in a mapping; {@code responseId} is that of a response that
     *     was not recorded before
     * @param examples of them, a few for each field
     */
    public record ReplayChanges(long count, Map<String, Long> fields, List<ReplayExample> examples) {}

    /**
     * Bodies whose response has another id by the mapping as it is now. The earlier response stays, so that its customer
     * would be listed once more: they are left as they are unless the replay was told to make them.
     *
     * @param count of bodies
     * @param applied whether they became these responses
     * @param examples of their ids before and after
     */
    public record OtherResponses(long count, boolean applied, List<ReplayExample> examples) {}

    /**
     * A field of a response that changes.
     *
     * @param before as the source had it, without what a person corrected; null where it was not there
     * @param after null where it is not there any more
     */
    public record ReplayExample(String responseId, String field, @Nullable JsonNode before, @Nullable JsonNode after) {}
}
