package io.amends.dashboard.recovery;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.dashboard.page.Say;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notes dialog, all in words and addresses (D1).
 *
 * @param draft under which name the browser keeps the unsaved note: whose it is, and for which response
 * @param saved the draft whose note was saved just before; null: none
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
        String position,
        boolean previous,
        boolean next,
        Said said,
        Form form,
        boolean mayCall,
        List<LogEntry> log,
        @Nullable CasePanel casePanel,
        @Nullable String saved) {

    /** Whether the customer must not be contacted (B4). */
    static boolean forbidden(NotesClient.Item item) {
        return item.response().contactChoice() == ContactChoice.NO
                || (item.decision() != null && item.decision().contact() == RecoveryDecided.Contact.FORBIDDEN);
    }

    /** What the customer said, and who it was. */
    public record Said(
            String score,
            List<String> factors,
            @Nullable String comment,
            @Nullable String language,
            String choice,
            boolean asked,
            String customer,
            @Nullable String company,
            @Nullable String reach,
            @Nullable String segment,
            String ticket,
            @Nullable String ticketUrl,
            @Nullable String agent,
            String group,
            Say.Moment received,
            @Nullable String why,
            List<Earlier> earlier) {}

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
            @Nullable String error) {}

    /** One outcome to choose. */
    public record Choice(String value, String label) {}
}
