package io.amends.notes.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.contracts.api.NewNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A note as it is sent, before it is checked (D1). */
public record NoteDraft(NewNote sent) {
    private static final int LONGEST_AUTHOR = 200;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LONGEST_TEXT = 20_000;

    /** Whether there is nothing to save (D1). */
    public boolean empty() {
        String text = sent.text();
        return text == null || StorableText.blank(text);
    }

    /** What is wrong with it; empty if nothing is. */
    public List<Reason> faults(Instant now) {
        List<Reason> faults = new ArrayList<>();
        String author = sent.author();
        Instant at = sent.at();
        if (author == null || StorableText.blank(author)) {
            faults.add(new Reason("/author", "say who writes this note"));
        } else {
            storable("/author", author, LONGEST_AUTHOR, faults);
        }
        storable("/text", sent.text(), LONGEST_TEXT, faults);
        if (at != null && at.isAfter(now)) {
            faults.add(new Reason("/at", "a note cannot be written in the future"));
        }
        if (at != null && at.isBefore(EARLIEST)) {
            faults.add(new Reason("/at", "a note cannot be from before the year 2000"));
        }
        return List.copyOf(faults);
    }

    /** Whether it says when it was done, which only an import may. */
    public boolean backdated() {
        return sent.at() != null;
    }

    /** The content to keep, with what PostgreSQL cannot store replaced: NUL, and halves of surrogate pairs. */
    public NoteContent content(String salt, String identity) {
        return new NoteContent(salt, storable(sent.author()), storable(identity), storable(sent.text()));
    }

    /** Tells whether a repeated request says the same. */
    public String fingerprint(String responseId, String identity) {
        return NoteChain.hash(
                responseId,
                identity,
                String.valueOf(sent.author()),
                String.valueOf(sent.spoke()),
                String.valueOf(sent.text()),
                String.valueOf(sent.correctionOf()),
                String.valueOf(sent.at()));
    }

    private static void storable(String pointer, @Nullable String text, int longest, List<Reason> faults) {
        String fault = text == null ? null : StorableText.fault(StorableText.withoutNul(text), longest);
        if (fault != null) {
            faults.add(new Reason(pointer, fault));
        }
    }

    private static String storable(@Nullable String text) {
        String whole = text == null ? "" : new String(text.getBytes(UTF_8), UTF_8);
        return whole.replace('\0', '\uFFFD');
    }
}
