package io.amends.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An append-only record of what was done (D1, D5).
 *
 * @param responseId the response that it was written on; null for one on a case without a survey (A9)
 * @param author the typed name
 * @param spoke whether the customer was spoken to; a voicemail leaves it false
 * @param identity the verified identity that wrote it: a user, an API key, or a report's recipient
 * @param correctionOf the note that this one corrects
 * @param key the name of the API key that the note came with and that vouches for the identity; null for notes older than
 *     this field
 * @param request what is asked for, where the note is a request (A9); null for every other
 * @param hash chains the notes of a ticket, so that tampering shows
 */
public record NoteView(
        String noteId,
        @Nullable String responseId,
        String author,
        boolean spoke,
        String text,
        Instant at,
        String identity,
        @Nullable String correctionOf,
        @Nullable String key,
        @Nullable RequestFacts request,
        String hash) {}
