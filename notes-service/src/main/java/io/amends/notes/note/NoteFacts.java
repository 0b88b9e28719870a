package io.amends.notes.note;

import io.amends.contracts.RequestFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stays of a note for ever, also when its content is erased (D5).
 *
 * @param responseId null for a note on a case without a survey (A9)
 * @param at when it was done, to the microsecond (what the database keeps)
 * @param key the API key that vouches for the identity; null for notes older than this field
 * @param request what is asked for, where the note is a request (A9); null for every other
 */
public record NoteFacts(
        String noteId,
        @Nullable String responseId,
        boolean spoke,
        Instant at,
        @Nullable String correctionOf,
        @Nullable String key,
        @Nullable RequestFacts request) {}
