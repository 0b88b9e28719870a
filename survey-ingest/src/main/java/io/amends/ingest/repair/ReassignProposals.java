package io.amends.ingest.repair;

import io.amends.contracts.AuditAction;
import io.amends.contracts.Reason;
import io.amends.contracts.StatedReason;
import io.amends.contracts.api.ProposalState;
import io.amends.contracts.api.ReassignProposal;
import io.amends.ingest.recorder.ResponseHistory;
import io.amends.ingest.recorder.ResponseSelection;
import io.amends.ingest.repair.Reassignment.CheckedReassignment;
import io.amends.kit.access.Caller;
import io.amends.kit.access.PersonRoles;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Responses that are proposed for another support group (A8, H1). */
@ApplicationScoped
class ReassignProposals {
    /** All of them are moved in one transaction. */
    static final int MOST = 500;

    /**
     * Who sees not all of the portal sees a proposal if all its responses were of groups that they see, and while it is open
     * still are.
     */
    private static final String SEEN =
            """
            (CAST(:groups AS text[]) IS NULL OR (p.from_groups <@ CAST(:groups AS text[])
              AND (p.state <> 'OPEN' OR NOT EXISTS (SELECT FROM response WHERE portal = p.portal
                AND response_id = ANY(p.response_ids) AND NOT\s"""
                    + ResponseSelection.SEEN + "))))";

    private static final String OF_PORTAL =
            """
             FROM reassign_proposal p WHERE p.portal = :portal
            AND (CAST(:state AS text) IS NULL OR p.state = :state) AND\s"""
                    + SEEN;

    private final Repairs repairs;
    private final DirectoryView directory;
    private final AuditTrail trail;
    private final Clock clock;

    ReassignProposals(Repairs repairs, DirectoryView directory, AuditTrail trail, Clock clock) {
        this.repairs = repairs;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    /** The groups whose proposals the caller sees: a link shows its report, and none of these. */
    static Sight sight(Caller caller, String portal) {
        PersonRoles person = caller.person();
        return person != null && person.in(portal).link()
                ? Sight.NOTHING
                : caller.sight(portal, Permission.SEE_RESPONSES);
    }

    /** 404, whether it is not there or not seen. */
    static Problem missing(String id) {
        return Problem.notFound("There is no proposal '" + id + "'.");
    }

    /**
     * Writes a proposal down.
     *
     * @throws Problem 400 where nothing that is seen would be moved, or too much
     */
    ReassignProposal propose(Handle tx, CheckedReassignment asked, Signature by) {
        ResponseSelection selected = asked.selected();
        List<String> ids = selected.elsewhere(tx, asked.supportGroup());
        if (ids.isEmpty() || ids.size() > MOST) {
            String pointer = selected.ids() == null ? "/filter" : "/responseIds";
            throw Problem.badRequest(
                    "Nothing was proposed.",
                    List.of(new Reason(
                            pointer,
                            ids.isEmpty()
                                    ? "names no response that could be moved there"
                                    : "names " + ids.size() + " responses; a proposal has at most " + MOST)));
        }
        ResponseSelection named = new ResponseSelection(selected.portal(), ids, null, selected.sight());
        ReassignProposal made = new ReassignProposal(
                UUID.randomUUID().toString(),
                selected.portal(),
                ids,
                named.groups(tx),
                asked.supportGroup(),
                asked.reason(),
                by.name(),
                now(),
                ProposalState.OPEN,
                null,
                null,
                null);
        tx.createUpdate(
                        """
                        INSERT INTO reassign_proposal
                        (id, portal, response_ids, from_groups, support_group, reason, author, key, proposed_at, state)
                        VALUES (:id, :portal, :ids, :from, :to, :reason, :author, :key, :at, :state)""")
                .bind("id", UUID.fromString(made.proposalId()))
                .bind("portal", made.portal())
                .bindArray("ids", String.class, made.responseIds())
                .bindArray("from", String.class, made.fromGroups())
                .bind("to", made.supportGroup())
                .bind("reason", made.reason())
                .bind("author", by.name())
                .bind("key", by.key())
                .bind("at", made.at())
                .bind("state", made.state().name())
                .execute();
        trail.add(tx, by, change(made, AuditAction.REASSIGN_PROPOSED).because(made.reason()));
        return made;
    }

    /** A page of those that are seen, the newest first. */
    Page<ReassignProposal> list(
            Handle handle, String portal, @Nullable ProposalState state, Sight sight, PageRequest page) {
        return new Page<>(
                ofPortal(
                                handle.createQuery("SELECT p.*" + OF_PORTAL
                                        + " ORDER BY p.proposed_at DESC, p.id LIMIT :size OFFSET :offset"),
                                portal,
                                state,
                                sight)
                        .bind("size", page.size())
                        .bind("offset", page.offset())
                        .map(ReassignProposals::read)
                        .list(),
                page.page(),
                page.size(),
                ofPortal(handle.createQuery("SELECT count(*)" + OF_PORTAL), portal, state, sight)
                        .mapTo(Long.class)
                        .one());
    }

    /**
     * Decides, and does what is accepted.
     *
     * @throws Problem 404 where it is not seen, 403 for who may only propose, 409 where it was decided before
     */
    ReassignProposal decide(Handle tx, UUID id, ProposalState outcome, @Nullable String reason, Caller caller) {
        ReassignProposal open = locked(tx, id, caller);
        Matter responses = new Matter(Set.copyOf(groups(tx, open)), null);
        caller.require(open.portal(), Permission.DECIDE_CASES, responses, missing(id.toString()));
        String fault = reason == null ? null : StatedReason.fault(reason);
        if (fault != null) {
            throw Problem.badRequest("Nothing was decided.", List.of(new Reason("/reason", fault)));
        }
        if (open.state() != ProposalState.OPEN) {
            throw Problem.conflict("This proposal was decided before.").with("state", open.state());
        }
        Signature by = caller.signature();
        if (outcome == ProposalState.ACCEPTED) {
            accept(tx, open, by, caller.sight(open.portal(), Permission.DECIDE_CASES));
        }
        Instant now = now();
        tx.createUpdate(
                        """
                        UPDATE reassign_proposal SET state = :state, decided_by = :by, decided_key = :key,
                          decided_at = :now, decision_reason = :reason
                        WHERE id = :id""")
                .bind("state", outcome.name())
                .bind("by", by.name())
                .bind("key", by.key())
                .bind("now", now)
                .bind("reason", reason)
                .bind("id", id)
                .execute();
        AuditAction what = outcome == ProposalState.ACCEPTED
                ? AuditAction.REASSIGN_PROPOSAL_ACCEPTED
                : AuditAction.REASSIGN_PROPOSAL_REFUSED;
        trail.add(tx, by, change(open, what).because(reason));
        return new ReassignProposal(
                open.proposalId(),
                open.portal(),
                open.responseIds(),
                open.fromGroups(),
                open.supportGroup(),
                open.reason(),
                open.by(),
                open.at(),
                outcome,
                by.name(),
                now,
                reason);
    }

    /** Where the responses are; once it is decided, where they were. */
    private static List<String> groups(Handle tx, ReassignProposal proposal) {
        return proposal.state() == ProposalState.OPEN
                ? new ResponseSelection(proposal.portal(), proposal.responseIds(), null, Sight.ALL).groups(tx)
                : proposal.fromGroups();
    }

    private void accept(Handle tx, ReassignProposal open, Signature by, Sight sight) {
        if (!directory.require(open.portal()).groups().containsKey(open.supportGroup())) {
            throw Problem.conflict("There is no support group '" + open.supportGroup() + "' any more.");
        }
        repairs.reassign(
                tx,
                new ResponseSelection(open.portal(), open.responseIds(), null, sight),
                open.supportGroup(),
                ResponseHistory.ChangeOrigin.person(by, open.reason(), List.of()));
    }

    /** The proposal, which nobody else decides until the transaction ends, if the caller sees it. */
    private static ReassignProposal locked(Handle tx, UUID id, Caller caller) {
        Problem missing = missing(id.toString());
        String portal = tx.createQuery("SELECT portal FROM reassign_proposal WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .filter(caller::may)
                .orElseThrow(() -> missing);
        return tx.createQuery("SELECT p.* FROM reassign_proposal p WHERE p.id = :id AND " + SEEN)
                .bind("id", id)
                .bind("groups", sight(caller, portal).array())
                .map(ReassignProposals::read)
                .findOne()
                .orElseThrow(() -> missing);
    }

    private static Query ofPortal(Query query, String portal, @Nullable ProposalState state, Sight sight) {
        return query.bind("portal", portal)
                .bind("state", state == null ? null : state.name())
                .bind("groups", sight.array());
    }

    private static AuditChange change(ReassignProposal of, AuditAction what) {
        return AuditChange.of(of.portal(), what, "reassign-proposal/" + of.proposalId())
                .now(Map.of(
                        "responses",
                        of.responseIds().size(),
                        "supportGroup",
                        of.supportGroup(),
                        "proposedBy",
                        of.by()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ReassignProposal read(ResultSet row, StatementContext context) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new ReassignProposal(
                row.getString("id"),
                row.getString("portal"),
                List.of((String[]) row.getArray("response_ids").getArray()),
                List.of((String[]) row.getArray("from_groups").getArray()),
                row.getString("support_group"),
                row.getString("reason"),
                row.getString("author"),
                row.getTimestamp("proposed_at").toInstant(),
                ProposalState.valueOf(row.getString("state")),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("decision_reason"));
    }
}
