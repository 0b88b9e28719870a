package io.amends.notes.note;

import io.amends.contracts.NoteView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One note of a ticket's log (D5).
 *
 * @param content null once erased
 */
public record Note(NoteFacts facts, NoteLink link, @Nullable NoteContent content) {

    /** Its id. */
    public String noteId() {
        return facts.noteId();
    }

    /** When it was done. */
    public Instant at() {
        return facts.at();
    }

    /** The note as others see it; of an erased one only that it was there. */
    public NoteView view() {
        return new NoteView(
                facts.noteId(),
                facts.responseId(),
                content == null ? "" : content.author(),
                facts.spoke(),
                content == null ? "" : content.text(),
                facts.at(),
                content == null ? "" : content.identity(),
                facts.correctionOf(),
                facts.key(),
                facts.request(),
                link.hash());
    }
}
