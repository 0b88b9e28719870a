package io.amends.dashboard.recovery.core;

import io.amends.contracts.NoteView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a form that is sent once more says what it has said already (D1): who goes back in the browser and presses Save
 * again gets the page anew, with their text in it and with another key. One form is one note.
 */
public final class Repetition {
    /** How long going back may take. What is said again later is a new note, even word by word. */
    static final Duration WITHIN = Duration.ofMinutes(30);

    private Repetition() {}

    /**
     * The note that this form has made before.
     *
     * @param identity who writes, verified
     * @param after the last note that was saved before this form was shown, by the form's own address. Going back leads to
     *     the older address, so that the same words in the form after it are a second note, and meant as one. Null: none
     * @param log of the ticket, newest first
     */
    public static Optional<NoteView> of(
            WrittenNote written, String identity, @Nullable String after, List<NoteView> log, Instant now) {
        return log.stream()
                .takeWhile(n -> !n.noteId().equals(after))
                .filter(n -> n.at().isAfter(now.minus(WITHIN)))
                .filter(n -> n.identity().equals(identity)
                        && n.author().equals(written.author())
                        && n.spoke() == written.spoke()
                        && n.text().equals(written.text()))
                .findFirst();
    }
}
