package io.amends.dashboard.recovery;

import org.jspecify.annotations.Nullable;

/**
 * The page for a response that is not in what is open (D4), with all that was typed for it.
 *
 * @param headline D4's sentence; after a note was saved on a response that is elsewhere, that it was
 * @param saved the draft whose note was saved just before; null: none
 * @param note the note, to save it where the response is now; null where there is no response to note on
 * @param kept what was typed where there is no response to note on; null: nothing
 * @param unclosed a closing that did not happen; null: none was asked for
 */
public record NowhereView(
        String headline,
        String cause,
        Links links,
        @Nullable String saved,
        @Nullable Note note,
        @Nullable String kept,
        @Nullable Unclosed unclosed) {

    /** Whether something was typed, which is not saved yet. */
    public boolean typed() {
        return kept != null || (note != null && !note.form().text().isEmpty());
    }

    /**
     * Where the page leads.
     *
     * @param location where the response is now; null for whoever may not see it
     * @param previous the response before it in its report; null: none
     * @param next the response behind it in its report; null: none
     * @param back what was open, for whoever has just written something
     */
    public record Links(
            @Nullable String location, @Nullable String previous, @Nullable String next, @Nullable String back) {}

    /**
     * The note as it was typed.
     *
     * @param draft under which name the browser keeps it unsaved
     * @param action where its form posts to
     */
    public record Note(String responseId, String draft, String action, DialogView.Form form) {}

    /**
     * A closing that did not happen.
     *
     * @param outcome what was chosen, in words; null: nothing
     * @param rootCause what was typed; null: nothing
     */
    public record Unclosed(@Nullable String outcome, @Nullable String rootCause) {}
}
