package io.amends.dashboard.recovery;

import io.amends.contracts.CaseView;
import io.amends.dashboard.page.Say;
import io.amends.dashboard.recovery.dialog.WrittenNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notes dialog, all in words and addresses (D1).
 *
 * @param draft under which name the browser keeps the unsaved note: whose it is, and for which response
 * @param times whose time all times are
 * @param barred that the customer must not be contacted, and why (B4); null: they may be
 * @param saved the draft whose note was saved just before; null: none
 * @param ledOn whether that was the note of another response, which led to this one
 */
public record DialogView(
        String cpc,
        String portalName,
        String responseId,
        String draft,
        String action,
        String closeAction,
        String here,
        @Nullable String backUrl,
        String headline,
        String times,
        String position,
        boolean previous,
        boolean next,
        Said said,
        Form form,
        @Nullable String barred,
        List<LogEntry> log,
        @Nullable CasePanel casePanel,
        @Nullable String saved,
        boolean ledOn) {

    /** Whether the customer may be contacted (B4). */
    public boolean mayCall() {
        return barred == null;
    }

    /**
     * What the customer said, and who it was.
     *
     * @param folded whether the comment is so long that only its beginning is shown at first
     * @param urgent whether they asked to be contacted, and wait
     * @param ways how they can be reached
     * @param prefers which of them they prefer; null: they did not say
     */
    public record Said(
            String score,
            List<String> factors,
            @Nullable String comment,
            boolean folded,
            @Nullable String language,
            String choice,
            boolean urgent,
            String customer,
            @Nullable String company,
            List<Way> ways,
            @Nullable String prefers,
            @Nullable String segment,
            String ticket,
            @Nullable String ticketUrl,
            @Nullable String agent,
            String group,
            Say.Moment received,
            @Nullable String why,
            List<Earlier> earlier) {}

    /**
     * A number or an address of the customer's.
     *
     * @param href what opens the telephone or the mail program; null where the text is none of both
     */
    public record Way(String text, @Nullable String href) {}

    /** An earlier answer of the ticket. */
    public record Earlier(Say.Moment received, String score, @Nullable String comment) {}

    /**
     * What is typed, and what is wrong with it.
     *
     * @param after the note that was saved last before this form was shown; empty: none
     */
    public record Form(
            String author,
            boolean spoke,
            String text,
            String key,
            String after,
            @Nullable String authorError,
            @Nullable String textError) {
        /** Most characters of a note, so that a browser can tell before it is sent. */
        public int most() {
            return WrittenNote.MOST_CHARACTERS;
        }

        public boolean wrong() {
            return authorError != null || textError != null;
        }
    }

    /** An earlier note. */
    public record LogEntry(String author, Say.Moment at, String spoke, String text) {}

    /** The case of the ticket (D7, D8). */
    public record CasePanel(
            String caseId,
            boolean open,
            String state,
            @Nullable String owner,
            Say.@Nullable Moment due,
            boolean overdue,
            @Nullable String outcome,
            @Nullable String rootCause,
            @Nullable String followUp,
            boolean followUpRequested,
            boolean waitsForFollowUp,
            List<Choice> outcomes,
            Closing closing) {}

    /**
     * What is filled in to close the case, and why it is not closed.
     *
     * @param outcome null: none is chosen
     * @param rootCause empty: nothing is typed
     * @param error null: nobody has tried yet
     */
    public record Closing(
            CaseView.@Nullable Outcome outcome, String rootCause, boolean sendFollowUp, @Nullable String error) {
        /** Of a case that nobody closes yet. */
        static final Closing FRESH = new Closing(null, "", true, null);
    }

    /** One outcome to choose. */
    public record Choice(String value, String label, boolean chosen) {}
}
