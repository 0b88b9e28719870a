package io.amends.contracts.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a source sent last, the newest first (A10). */
public record SourceDeliveries(List<SourceDelivery> items) {

    /**
     * One event, or webhooks that were refused at the door.
     *
     * @param reason why it is what it is, in words; null where nothing is to be said
     * @param mappingVersion of the mapping that it was read by
     * @param body as it came, or as it was fetched
     */
    public record SourceDelivery(
            Instant at,
            SourceOutcome outcome,
            @Nullable String reason,
            @Nullable String responseId,
            @Nullable Integer mappingVersion,
            @Nullable String body) {}
}
