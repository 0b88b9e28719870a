package io.amends.notes.note;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stays of a note for ever, also when its content is erased (D5).
 *
 * @param at when it was done, to the microsecond (what the database keeps)
 * @param key the API key that vouches for the identity; null for notes older than this field
 */
public record NoteFacts(
        String noteId,
        String responseId,
        boolean spoke,
        Instant at,
        @Nullable String correctionOf,
        @Nullable String key) {}
