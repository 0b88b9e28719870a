package io.amends.notes.cases;

import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.ProposalState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants something done with a case that they may not do themselves (H1). It is about the case as it is open now:
 * once that is closed, the proposal is over, also where the case is opened again.
 *
 * @param closings how often the case had been closed when it was made
 * @param reason why
 * @param made by whom and when
 * @param verdict null while nobody has decided
 */
public record Proposal(
        String proposalId,
        String caseId,
        int closings,
        ProposedAct act,
        String reason,
        Mark made,
        @Nullable Ruling verdict) {

    /**
     * Who did something, and when.
     *
     * @param by the verified caller
     */
    public record Mark(String by, Instant at) {}

    /** How it was decided. */
    public record Ruling(boolean accepted, @Nullable String reason, Mark made) {}

    /** A proposal that nobody has decided yet. */
    public static Proposal open(String proposalId, Case about, ProposedAct act, String reason, Mark made) {
        return new Proposal(proposalId, about.caseId(), about.course().closings(), act, reason, made, null);
    }

    /** The same, decided. */
    public Proposal decided(Ruling how) {
        return new Proposal(proposalId, caseId, closings, act, reason, made, how);
    }

    /** Whether the case was closed since. */
    public boolean over(Case now) {
        return now.course().closings() != closings;
    }

    public ProposalState state() {
        if (verdict == null) {
            return ProposalState.OPEN;
        }
        return verdict.accepted() ? ProposalState.ACCEPTED : ProposalState.REFUSED;
    }

    /** The proposal as others see it, with the case as it is now. */
    public CaseProposal view(Case now) {
        CaseClosing said = act.said();
        return new CaseProposal(
                proposalId,
                now.ticket().portal(),
                caseId,
                now.ticket().ticketId(),
                now.assignment().responseId(),
                now.assignment().supportGroup(),
                act.step(),
                said == null ? null : said.outcome(),
                said == null ? null : said.rootCause(),
                said == null ? null : said.sendFollowUp(),
                said == null ? null : said.approval(),
                act.owner(),
                reason,
                made.by(),
                made.at(),
                state(),
                verdict == null ? null : verdict.made().by(),
                verdict == null ? null : verdict.made().at(),
                verdict == null ? null : verdict.reason());
    }
}
