package io.amends.notes.note;

import io.amends.contracts.NoteView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One link of a ticket's log (D5).
 *
 * @param position from 1, without gaps
 * @param at when it was done, to the microsecond (what the database keeps)
 * @param key the API key that vouches for the identity; null for notes older than this field
 * @param digest of the salted content
 * @param hash of this link and the one before it
 * @param content null once erased
 */
public record Note(
        String noteId,
        long position,
        String responseId,
        boolean spoke,
        Instant at,
        @Nullable String correctionOf,
        @Nullable String key,
        String digest,
        String hash,
        @Nullable NoteContent content) {

    /** As others see it; of an erased note only that it was there. */
    public NoteView view() {
        return new NoteView(
                noteId,
                responseId,
                content == null ? "" : content.author(),
                spoke,
                content == null ? "" : content.text(),
                at,
                content == null ? "" : content.identity(),
                correctionOf,
                key,
                hash);
    }

    Note withHash(String chained) {
        return new Note(noteId, position, responseId, spoke, at, correctionOf, key, digest, chained, content);
    }
}
