package io.amends.notes.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note as it is sent, before it is checked (D1).
 *
 * @param author the typed name, 1 to 200 characters
 * @param spoke whether the customer was spoken to; absent: no
 * @param text up to 20,000 characters; blank saves nothing
 * @param correctionOf the note it corrects
 * @param at when it was done; absent: now. In the past only for an import
 */
public record NoteDraft(
        @Nullable String author,
        @Nullable Boolean spoke,
        @Nullable String text,
        @Nullable String correctionOf,
        @Nullable Instant at) {
    private static final int LONGEST_AUTHOR = 200;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LONGEST_TEXT = 20_000;

    /** Whether there is nothing to save (D1). */
    public boolean empty() {
        return text == null || text.isBlank();
    }

    /** What is wrong with it; empty if nothing is. */
    public List<Reason> faults(Instant now) {
        List<Reason> faults = new ArrayList<>();
        if (author == null || author.isBlank()) {
            faults.add(new Reason("/author", "say who writes this note"));
        } else if (author.length() > LONGEST_AUTHOR) {
            faults.add(new Reason("/author", "a name has at most " + LONGEST_AUTHOR + " characters"));
        }
        if (text != null && text.length() > LONGEST_TEXT) {
            faults.add(new Reason("/text", "a note has at most " + LONGEST_TEXT + " characters"));
        }
        if (at != null && at.isAfter(now)) {
            faults.add(new Reason("/at", "a note cannot be written in the future"));
        }
        if (at != null && at.isBefore(EARLIEST)) {
            faults.add(new Reason("/at", "a note is not older than the year 2000"));
        }
        return List.copyOf(faults);
    }

    /** Whether it says when it was done, which only an import may. */
    public boolean backdated() {
        return at != null;
    }

    /** The content to keep, with what PostgreSQL cannot store replaced: NUL, and halves of surrogate pairs. */
    NoteContent content(String salt, String identity) {
        return new NoteContent(salt, storable(author), storable(identity), storable(text));
    }

    /** Tells whether a repeated request says the same. */
    String fingerprint(String responseId, String identity) {
        return NoteChain.hash(
                responseId,
                identity,
                String.valueOf(author),
                String.valueOf(spoke),
                String.valueOf(text),
                String.valueOf(correctionOf),
                String.valueOf(at));
    }

    private static String storable(@Nullable String text) {
        String whole = text == null ? "" : new String(text.getBytes(UTF_8), UTF_8);
        return whole.replace('\0', '\uFFFD');
    }
}
