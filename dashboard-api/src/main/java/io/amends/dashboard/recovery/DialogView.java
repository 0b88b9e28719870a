package io.amends.dashboard.recovery;

import io.amends.contracts.CaseView;
import io.amends.contracts.api.CaseProposal.ProposedStep;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.recovery.core.WrittenNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notes dialog, all in words and addresses (D1).
 *
 * @param form null for whoever may not note
 * @param casePanel the case of the ticket; null: there is none
 */
public record DialogView(
        Header header,
        Links links,
        Place place,
        Drafts drafts,
        Answer answer,
        @Nullable Form form,
        List<LogEntry> log,
        @Nullable CasePanel casePanel) {

    /** Whether something is wrong with what was typed. */
    public boolean wrong() {
        return form != null && form.wrong();
    }

    /** Whether the customer may be contacted (B4). */
    public boolean mayCall() {
        return answer.customer().barred() == null;
    }

    /**
     * The first lines.
     *
     * @param headline how things stand with the customer
     * @param times whose time all times are
     * @param done that a request was filed just before; null: none was
     * @param request the form for a request about this ticket; null for whoever may file none, or where the customer said NO
     * @param told who was told of the case; null where there is none, and for whoever sees no deliveries
     */
    public record Header(
            String portalName,
            String times,
            String headline,
            @Nullable String done,
            @Nullable String request,
            @Nullable String told) {}

    /**
     * Where the dialog's forms and links lead.
     *
     * @param here the dialog at this response, to ask for it again
     * @param back the list of responses; null for whoever may not see it
     * @param previous the response before, for whoever has no button for it; null at the first
     * @param next the one behind; null at the last
     */
    public record Links(
            String note,
            String close,
            String propose,
            String decide,
            String here,
            @Nullable String back,
            @Nullable String previous,
            @Nullable String next) {}

    /**
     * Where in its responses the dialog stands.
     *
     * @param label such as "2 of 7"
     * @param previous whether there is a response before
     * @param next whether there is one behind
     */
    public record Place(String label, boolean previous, boolean next) {}

    /**
     * The unsaved notes that the browser keeps.
     *
     * @param here under which name it keeps the one of this dialog: whose it is, and for which response
     * @param saved the draft whose note was saved just before; null: none
     * @param ledOn whether that was the note of another response, which led to this one
     */
    public record Drafts(String here, @Nullable String saved, boolean ledOn) {}

    /**
     * What the customer said, and who it was.
     *
     * @param rating null where no survey has come yet: staff asked for this (A9)
     * @param why why the response is here; null: the decision does not say
     * @param earlier answers of the same ticket, newest first
     */
    public record Answer(
            String responseId,
            @Nullable Rating rating,
            @Nullable Comment comment,
            Customer customer,
            Ticket ticket,
            Formats.Moment received,
            @Nullable String why,
            List<Earlier> earlier) {}

    /**
     * What was ticked.
     *
     * @param choice whether the customer may be contacted, as they said it
     * @param urgent whether they asked to be contacted, and wait
     */
    public record Rating(String score, List<String> factors, String choice, boolean urgent) {}

    /**
     * What was written.
     *
     * @param folded whether it is so long that only its beginning is shown at first
     */
    public record Comment(String text, boolean folded, @Nullable String language) {}

    /**
     * Who it was.
     *
     * @param ways how they can be reached
     * @param prefers which of them they prefer; null: they did not say
     * @param barred that the customer must not be contacted, and why (B4); null: they may be
     */
    public record Customer(
            String name,
            @Nullable String company,
            @Nullable String segment,
            List<Way> ways,
            @Nullable String prefers,
            @Nullable String barred) {}

    /**
     * What it was about.
     *
     * @param url the ticket in the support tool; null where the portal does not say where that is
     */
    public record Ticket(String id, @Nullable String url, String group, @Nullable String agent) {}

    /**
     * A number or an address of the customer's.
     *
     * @param href what opens the telephone or the mail program; null where the text is none of both
     */
    public record Way(String text, @Nullable String href) {}

    /** An earlier answer of the ticket. */
    public record Earlier(Formats.Moment received, String score, @Nullable String comment) {}

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
        /** How many characters a note may have, so that a browser can tell before it is sent. */
        public int most() {
            return WrittenNote.MOST_CHARACTERS;
        }

        public boolean wrong() {
            return authorError != null || textError != null;
        }
    }

    /**
     * An earlier note.
     *
     * @param asks what is asked for, where the note is a request (A9); empty for every other
     */
    public record LogEntry(String author, Formats.Moment at, String spoke, String text, List<String> asks) {}

    /** The case of the ticket (D7, D8). */
    public record CasePanel(
            String caseId,
            boolean open,
            String state,
            CaseFacts facts,
            FollowUpLine followUp,
            List<Choice> outcomes,
            Closing closing,
            Steps steps) {}

    /**
     * What whoever reads may do with an open case.
     *
     * @param close whether they may close it
     * @param propose whether they may propose that
     * @param signIn where they sign in to do so; null: they are signed in
     * @param words why they may do nothing; null: that need not be said
     * @param others what they may do or propose beside a closing
     */
    public record Steps(
            boolean close,
            boolean propose,
            @Nullable String signIn,
            @Nullable String words,
            List<OtherStep> others,
            List<Proposed> proposals) {
        /** Nothing to do. */
        static final Steps NONE = new Steps(false, false, null, null, List.of(), List.of());
    }

    /**
     * What else than closing it can be done with an open case, or proposed.
     *
     * @param id of the part that folds out
     * @param action where its form posts to
     * @param title what its button does
     * @param means what comes of it
     * @param owners who can get the case; empty where that is not what it is about
     * @param reason what was typed
     * @param open whether it is folded out, since it was asked for and not done
     */
    public record OtherStep(
            String id, String action, String title, String means, List<Choice> owners, String reason, boolean open) {}

    /**
     * What somebody proposes.
     *
     * @param what who proposes what
     * @param decide whether whoever reads may decide it
     */
    public record Proposed(
            String id, String what, Formats.Moment at, String reason, @Nullable String rootCause, boolean decide) {}

    /** Who works on the case and until when, or how it ended. */
    public record CaseFacts(
            @Nullable String owner,
            Formats.@Nullable Moment due,
            boolean overdue,
            @Nullable String outcome,
            @Nullable String rootCause) {}

    /**
     * What became of the follow-up survey of a closed case.
     *
     * @param text null: nothing is known of it
     * @param awaited whether the case is closed and it is not known yet
     */
    public record FollowUpLine(@Nullable String text, boolean requested, boolean awaited) {}

    /**
     * What is filled in to close the case, and why it is not closed; or the same of another step.
     *
     * @param outcome null: none is chosen
     * @param rootCause empty: nothing is typed
     * @param reason why it is proposed; empty: nothing is typed
     * @param other the other step that was asked for and not done; null: none was
     * @param error null: nobody has tried yet
     */
    public record Closing(
            CaseView.@Nullable Outcome outcome,
            String rootCause,
            boolean sendFollowUp,
            String reason,
            @Nullable TypedStep other,
            @Nullable String error) {
        /** The closing of a case that nobody has tried to close yet. */
        static final Closing FRESH = new Closing(null, "", true, "", null, null);

        /** The same, and what is wrong. */
        Closing but(String wrong) {
            return new Closing(outcome, rootCause, sendFollowUp, reason, other, wrong);
        }

        /** The same, where another step was asked for. */
        Closing beside(TypedStep step) {
            return new Closing(outcome, rootCause, sendFollowUp, reason, step, error);
        }

        /** Whether the closing itself was asked for and not done. */
        public boolean undone() {
            return error != null && other == null;
        }
    }

    /**
     * What was filled in for another step than a closing.
     *
     * @param owner who was chosen; empty: nobody
     * @param reason empty: nothing is typed
     */
    public record TypedStep(ProposedStep what, String owner, String reason) {}

    /** One outcome to choose. */
    public record Choice(String value, String label, boolean chosen) {}
}
