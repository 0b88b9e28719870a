package io.amends.contracts;

import io.amends.contracts.CaseView.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.case.close}: a CRM closes its case (D8). One of caseId and ticketId names it.
 *
 * <p>The ids that name it are compared without blanks around them.
 *
 * @param rootCause up to 2,000 characters
 * @param sendFollowUp null: as the decision said
 * @param approval the customer's explicit approval, in words, up to 2,000 characters
 */
@SuppressWarnings("NullAway") // who reads it checks first whether a portal came
public record CloseCase(
        String portal,
        @Nullable String caseId,
        @Nullable String ticketId,
        Outcome outcome,
        @Nullable String rootCause,
        @Nullable Boolean sendFollowUp,
        @Nullable String approval) {

    /** Most characters of a text. */
    public static final int LONGEST_TEXT = 2_000;

    public CloseCase {
        portal = IdText.orNull(portal);
        caseId = IdText.orNull(caseId);
        ticketId = IdText.orNull(ticketId);
    }
}
