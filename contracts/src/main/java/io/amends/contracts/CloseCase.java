package io.amends.contracts;

import io.amends.contracts.CaseView.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.case.close}: a CRM closes its case (D8). One of caseId and ticketId names it.
 *
 * @param sendFollowUp null: as the decision said
 */
public record CloseCase(
        String portal,
        @Nullable String caseId,
        @Nullable String ticketId,
        Outcome outcome,
        @Nullable String rootCause,
        @Nullable Boolean sendFollowUp,
        @Nullable String approval) {}
