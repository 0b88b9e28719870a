package io.amends.dashboard.recovery.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.StorableText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was typed into the dialog when a button was pressed (D1). */
public record WrittenNote(String author, boolean spoke, String text) {
    /** What notes-service takes at most. */
    public static final int MOST_CHARACTERS = 20_000;

    public static WrittenNote of(@Nullable String author, boolean spoke, @Nullable String text) {
        return new WrittenNote(author == null ? "" : author.strip(), spoke, text == null ? "" : text.strip());
    }

    /** What becomes of it. */
    public NoteVerdict verdict() {
        if (StorableText.blank(text)) {
            return spoke ? NoteVerdict.TEXT_MISSING : NoteVerdict.NOTHING_TO_SAVE;
        }
        if (StorableText.blank(author)) {
            return NoteVerdict.AUTHOR_MISSING;
        }
        return text.length() > MOST_CHARACTERS ? NoteVerdict.TOO_LONG : NoteVerdict.SAVE;
    }

    /** The key under which notes-service keeps it once: that of the form with what is written in it, and for which response. */
    public String key(String form, String responseId) {
        String whole = String.join("\0", form, responseId, author, Boolean.toString(spoke), text);
        return UUID.nameUUIDFromBytes(whole.getBytes(UTF_8)).toString();
    }

    /** An empty note saves nothing; who says that they spoke to the customer, and not what was said, is told so. */
    public enum NoteVerdict {
        NOTHING_TO_SAVE,
        TEXT_MISSING,
        AUTHOR_MISSING,
        TOO_LONG,
        SAVE
    }
}
