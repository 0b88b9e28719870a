package io.amends.notes.proposals;

import io.amends.contracts.AuditAction;
import io.amends.contracts.Reason;
import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.NewCaseProposal;
import io.amends.contracts.api.ProposalState;
import io.amends.kit.access.Caller;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.problem.Problem;
import io.amends.notes.cases.Case;
import io.amends.notes.cases.CaseClosing;
import io.amends.notes.cases.Proposal;
import io.amends.notes.cases.ProposedAct;
import io.amends.notes.casework.CaseAudit;
import io.amends.notes.casework.CaseDoor;
import io.amends.notes.casework.CaseDoor.CaseFile;
import io.amends.notes.casework.CloseDesk;
import io.amends.notes.casework.CloseDesk.Closure;
import io.amends.notes.dossier.CaseEvent;
import io.amends.notes.dossier.Turn;
import io.amends.notes.filing.TicketDesk;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where proposals are made and decided: an accepted one with what it asks for, in one transaction (H1). */
@ApplicationScoped
class ProposalDesk {
    private final Jdbi jdbi;
    private final CaseDoor door;
    private final CloseDesk closing;
    private final TicketDesk desk;
    private final AuditTrail trail;
    private final DirectoryView directory;
    private final Caller caller;

    ProposalDesk(
            Jdbi jdbi,
            CaseDoor door,
            CloseDesk closing,
            TicketDesk desk,
            AuditTrail trail,
            DirectoryView directory,
            Caller caller) {
        this.jdbi = jdbi;
        this.door = door;
        this.closing = closing;
        this.desk = desk;
        this.trail = trail;
        this.directory = directory;
        this.caller = caller;
    }

    /**
     * Somebody proposes something.
     *
     * @throws Problem 404 and 403 as the door says, 400 for what cannot be proposed, 409 where the case is closed or the same
     *     is proposed already
     */
    CaseProposal propose(String caseId, NewCaseProposal sent) {
        return jdbi.inTransaction(tx -> {
            Case about = door.propose(tx, caseId).theCase();
            String portal = about.ticket().portal();
            List<Reason> faults = ProposedAct.faults(sent, contact -> known(portal, contact));
            String reason = sent.reason();
            if (reason == null || !faults.isEmpty()) {
                throw Problem.badRequest("Nothing was proposed.", faults);
            }
            if (about.closed()) {
                throw Problem.conflict("This case is closed: there is nothing to propose for it.");
            }
            Proposal made =
                    Proposal.open(UUID.randomUUID().toString(), about, ProposedAct.of(sent), reason.strip(), mark());
            if (!ProposalTable.add(tx, made)) {
                throw Problem.conflict("This is proposed already, and waits for a decision.");
            }
            trail.add(
                    tx,
                    caller.signature(),
                    audited(AuditAction.CASE_STEP_PROPOSED, about, made).because(made.reason()));
            return made.view(about);
        });
    }

    private record Settled(CaseProposal proposal, List<CaseEvent> events) {}

    /**
     * Who may decide accepts or refuses.
     *
     * @param reason why; null: nothing is said
     * @throws Problem 404 and 403 as the door says, 409 where it was decided already, the case was closed since, or cannot be
     *     closed so yet
     */
    CaseProposal decide(String portal, String proposalId, boolean accepted, @Nullable String reason) {
        Settled settled = jdbi.inTransaction(tx -> {
            Problem unknown = Problem.notFound("There is no proposal '" + proposalId + "'.");
            String id = proposalId.replace('\0', ' ');
            String caseId = ProposalTable.find(tx, portal, id)
                    .orElseThrow(() -> unknown)
                    .caseId();
            CaseFile taken = door.decide(tx, caseId, unknown);
            // Read again: before the case was locked somebody else may have decided.
            Proposal waiting = waiting(ProposalTable.find(tx, portal, id).orElseThrow(() -> unknown), taken.theCase());
            Proposal.Ruling verdict = new Proposal.Ruling(accepted, reason, mark());
            Proposal decided = waiting.decided(verdict);
            Done done = accepted ? act(tx, taken, waiting.act()) : new Done(taken.theCase(), List.of());
            ProposalTable.decide(tx, id, verdict);
            AuditAction what = accepted ? AuditAction.CASE_PROPOSAL_ACCEPTED : AuditAction.CASE_PROPOSAL_REFUSED;
            trail.add(
                    tx,
                    caller.signature(),
                    audited(what, taken.theCase(), decided).because(reason));
            return new Settled(decided.view(done.after()), done.events());
        });
        desk.committed(settled.events());
        return settled.proposal();
    }

    private static Proposal waiting(Proposal found, Case now) {
        if (found.state() != ProposalState.OPEN) {
            throw Problem.conflict(
                    found.state() == ProposalState.ACCEPTED
                            ? "This proposal was accepted already."
                            : "This proposal was refused already.");
        }
        if (found.over(now)) {
            throw Problem.conflict("The case was closed since this was proposed.");
        }
        return found;
    }

    private record Done(Case after, List<CaseEvent> events) {}

    private Done act(Handle tx, CaseFile taken, ProposedAct act) {
        if (act instanceof ProposedAct.HandingOver hands) {
            return handOver(tx, taken, hands.owner());
        }
        CaseClosing words = act instanceof ProposedAct.Declining declines
                ? declines.closing()
                : ((ProposedAct.Closing) act).closing();
        Closure closed = closing.close(tx, taken.file(), words, caller.signature())
                .orElseThrow()
                .orRefused();
        return new Done(closed.after(), closed.events());
    }

    private Done handOver(Handle tx, CaseFile taken, String owner) {
        Case before = taken.theCase();
        if (!known(before.ticket().portal(), owner)) {
            throw Problem.conflict("The contact who was to have this case has left the directory.");
        }
        Turn turn = desk.turn(taken.file()).handedOver(before, owner);
        List<CaseEvent> events = desk.file(tx, taken.file(), turn);
        Case filed = turn.dossier().recoveryCase();
        Case after = filed == null ? before : filed;
        trail.add(tx, caller.signature(), CaseAudit.of(AuditAction.CASE_HANDED_OVER, before, after));
        return new Done(after, events);
    }

    private boolean known(String portal, String contact) {
        PortalDirectory known = directory.portal(portal);
        return known != null && known.contacts().containsKey(contact);
    }

    private Proposal.Mark mark() {
        return new Proposal.Mark(caller.name(), desk.now());
    }

    /** What was proposed and by whom; of the root cause nothing, which may tell in the customer's words what happened. */
    private static AuditChange audited(AuditAction what, Case about, Proposal made) {
        CaseClosing said = made.act().said();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("proposalId", made.proposalId());
        facts.put("what", made.act().step());
        facts.put("outcome", said == null ? null : said.outcome());
        facts.put("owner", made.act().owner());
        facts.put("proposedBy", made.made().by());
        return AuditChange.of(about.ticket().portal(), what, "case/" + about.caseId())
                .now(facts);
    }
}
