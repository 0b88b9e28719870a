package io.amends.dashboard.recovery;

import org.jspecify.annotations.Nullable;

/**
 * The page for a response that is not in what is open (D4), with all that was typed for it.
 *
 * @param headline D4's sentence; after a note was saved on a response that is elsewhere, that it was
 * @param location the address of where it is now, for whoever may see it
 * @param back what was open, for whoever has just written something
 * @param saved the draft whose note was saved just before; null: none
 * @param draft under which name the browser keeps the unsaved note; null where there is nothing to note on
 * @param form the note as it was typed, to save it where the response is now; null where there is none to note on
 * @param action where the form posts to
 * @param kept what was typed where there is no response to note on; null: nothing
 */
public record NowhereView(
        String headline,
        String cause,
        @Nullable String location,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String back,
        @Nullable String saved,
        @Nullable String responseId,
        @Nullable String draft,
        DialogView.@Nullable Form form,
        String action,
        @Nullable String kept,
        @Nullable Unclosed unclosed) {

    /** Whether something was typed, which is not saved yet. */
    public boolean typed() {
        return kept != null || (form != null && !form.text().isEmpty());
    }

    /**
     * A closing that did not happen.
     *
     * @param outcome what was chosen, in words; null: nothing
     * @param rootCause what was typed; null: nothing
     */
    public record Unclosed(@Nullable String outcome, @Nullable String rootCause) {}
}
