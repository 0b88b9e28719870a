package io.amends.contracts.api;

import io.amends.contracts.CaseView.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes to do with a case, since they may not do it themselves, and what became of it (H1).
 *
 * @param responseId the newest response of the ticket; null while only a request stands behind the case (A9)
 * @param supportGroup the group that the case is in now: its lead decides
 * @param outcome how the case is to end; null unless it is to be closed
 * @param rootCause what led to it; null unless it is to be closed
 * @param sendFollowUp null: as the decision said
 * @param approval the customer's explicit approval, in words
 * @param owner the contact who is to have the case; null unless it is to be handed over
 * @param reason why, in the words of whoever proposes it
 * @param by who proposes it, verified, as with a note
 * @param decidedBy who has accepted or refused it; null while it is open
 * @param decisionReason why they have, in their words
 */
public record CaseProposal(
        String proposalId,
        String portal,
        String caseId,
        String ticketId,
        @Nullable String responseId,
        String supportGroup,
        ProposedStep what,
        @Nullable Outcome outcome,
        @Nullable String rootCause,
        @Nullable Boolean sendFollowUp,
        @Nullable String approval,
        @Nullable String owner,
        String reason,
        String by,
        Instant at,
        ProposalState state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {

    /** What can be proposed. */
    public enum ProposedStep {
        /** The case is closed as a person closes it. */
        CLOSE,
        /** Nobody is to work on it: it is closed as not needed, without a follow-up survey. */
        DECLINE,
        /** Another contact is to have it. */
        HAND_OVER
    }
}
