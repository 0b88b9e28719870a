package io.amends.contracts.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Responses that somebody proposes to give to another support group, since they may not do it themselves, and what became
 * of it (A8, H1).
 *
 * @param responseIds the responses, all of them or none
 * @param fromGroups the support groups that they were in: who may move the responses of all of these decides
 * @param supportGroup the support group that is to have them
 * @param reason why, in the words of whoever proposes it
 * @param by who proposes it, verified, as with a note
 * @param decidedBy who has accepted or refused it; null while it is open
 * @param decisionReason why they have, in their words; null where they said nothing
 */
public record ReassignProposal(
        String proposalId,
        String portal,
        List<String> responseIds,
        List<String> fromGroups,
        String supportGroup,
        String reason,
        String by,
        Instant at,
        ProposalState state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {}
