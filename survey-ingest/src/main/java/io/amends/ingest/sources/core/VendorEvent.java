package io.amends.ingest.sources.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.kit.id.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One event of a webhook.
 *
 * @param id what makes it the same event when it comes again; within one source
 * @param kind what it is about
 * @param responseId of the response, where the body says it outside of what is mapped; for logs and lists
 * @param body what a mapping reads; of one that only names the response, what names it
 */
public record VendorEvent(String id, EventKind kind, @Nullable String responseId, JsonNode body) {

    private static final int LONGEST_ID = 200;

    public VendorEvent {
        // It is found by an index, whose entries are short.
        id = id.length() > LONGEST_ID ? Sha256.hex(id) : id;
    }

    /** What an event is about. */
    public enum EventKind {
        /** A response, or a newer version of one. */
        RESPONSE,
        /** A response that must be fetched. */
        NAMED,
        /** A customer wants no more surveys. */
        OPT_OUT,
        /** Nothing of interest here, such as a survey that was only sent. */
        OTHER
    }

    /** A response. */
    static VendorEvent response(String id, @Nullable String responseId, JsonNode body) {
        return new VendorEvent(id, EventKind.RESPONSE, responseId, body);
    }
}
