package io.amends.notes.proposals;

import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.CaseProposal.ProposedStep;
import io.amends.contracts.api.ProposalState;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.rights.Sight;
import io.amends.notes.cases.CaseClosing;
import io.amends.notes.cases.Proposal;
import io.amends.notes.cases.ProposedAct;
import io.amends.notes.filing.RecoveryCaseTable;
import io.amends.notes.filing.SeenGroups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The proposals. Whoever writes one holds the lock of the case's ticket. */
final class ProposalTable {
    /** Columns of both tables that have the same name. */
    private static final String PROPOSED =
            """
            p.proposal_id, p.case_id AS proposed_case, p.closings AS proposed_closings, p.what,
            p.outcome AS proposed_outcome, p.root_cause AS proposed_cause, p.send_follow_up AS proposed_follow_up,
            p.approval AS proposed_approval, p.owner AS proposed_owner, p.reason, p.made_by, p.made_at,
            p.state AS proposal_state, p.decided_by, p.decided_at, p.decision_reason""";

    private static final String OF_PORTAL =
            " FROM case_proposal p JOIN recovery_case c USING (case_id) WHERE c.portal = :portal";

    /** One that nobody decided before the case was closed is over, and not listed. */
    private static final String LISTED = OF_PORTAL + " AND " + SeenGroups.in("c.support_group")
            + """
             AND (p.state <> 'OPEN' OR p.closings = c.closings)
            AND (CAST(:state AS text) IS NULL OR p.state = :state)
            AND (CAST(:case AS text) IS NULL OR p.case_id = :case)""";

    private ProposalTable() {}

    /**
     * Which proposals a list asks for.
     *
     * @param state null: all
     * @param caseId null: of all cases
     */
    record ProposalFilter(@Nullable ProposalState state, @Nullable String caseId) {}

    static Page<CaseProposal> page(Handle db, String portal, ProposalFilter filter, Sight sight, PageRequest page) {
        long total = bound(db.createQuery("SELECT count(*)" + LISTED), portal, filter, sight)
                .mapTo(Long.class)
                .one();
        var items = bound(
                        db.createQuery("SELECT " + PROPOSED + ", c.*" + LISTED
                                + " ORDER BY p.made_at DESC, p.proposal_id LIMIT :size OFFSET :offset"),
                        portal,
                        filter,
                        sight)
                .bind("size", page.size())
                .bind("offset", page.offset())
                .map((rs, context) -> proposal(rs).view(RecoveryCaseTable.map(rs, context)))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    private static Query bound(Query query, String portal, ProposalFilter filter, Sight sight) {
        ProposalState state = filter.state();
        return SeenGroups.bind(query, sight)
                .bind("portal", portal)
                .bind("state", state == null ? null : state.name())
                .bind("case", filter.caseId());
    }

    /** A proposal of a portal. */
    static Optional<Proposal> find(Handle db, String portal, String proposalId) {
        return db.createQuery("SELECT " + PROPOSED + OF_PORTAL + " AND p.proposal_id = :id")
                .bind("portal", portal)
                .bind("id", proposalId)
                .map((rs, context) -> proposal(rs))
                .findFirst();
    }

    /** Adds a proposal; false where the same step is proposed for the case already, and not decided yet. */
    static boolean add(Handle tx, Proposal made) {
        CaseClosing said = made.act().said();
        return tx.createUpdate(
                                """
                                INSERT INTO case_proposal (proposal_id, case_id, closings, what, outcome, root_cause,
                                    send_follow_up, approval, owner, reason, made_by, made_at, state)
                                VALUES (:id, :case, :closings, :what, :outcome, :cause, :send, :approval, :owner,
                                    :reason, :by, :at, :state)
                                ON CONFLICT (case_id, what, closings) WHERE state = 'OPEN' DO NOTHING""")
                        .bind("id", made.proposalId())
                        .bind("case", made.caseId())
                        .bind("closings", made.closings())
                        .bind("what", made.act().step().name())
                        .bind("outcome", said == null ? null : said.outcome().name())
                        .bind("cause", said == null ? null : said.rootCause())
                        .bind("send", said == null ? null : said.sendFollowUp())
                        .bind("approval", said == null ? null : said.approval())
                        .bind("owner", made.act().owner())
                        .bind("reason", made.reason())
                        .bind("by", made.made().by())
                        .bind("at", made.made().at())
                        .bind("state", made.state().name())
                        .execute()
                == 1;
    }

    /** Writes how a proposal was decided. */
    static void decide(Handle tx, String proposalId, Proposal.Ruling verdict) {
        tx.createUpdate(
                        """
                        UPDATE case_proposal SET state = :state, decided_by = :by, decided_at = :at,
                            decision_reason = :reason WHERE proposal_id = :id""")
                .bind("state", (verdict.accepted() ? ProposalState.ACCEPTED : ProposalState.REFUSED).name())
                .bind("by", verdict.made().by())
                .bind("at", verdict.made().at())
                .bind("reason", verdict.reason())
                .bind("id", proposalId)
                .execute();
    }

    private static Proposal proposal(ResultSet rs) throws SQLException {
        ProposalState state = ProposalState.valueOf(rs.getString("proposal_state"));
        String reason = rs.getString("reason");
        return new Proposal(
                rs.getString("proposal_id"),
                rs.getString("proposed_case"),
                rs.getInt("proposed_closings"),
                ProposedAct.of(
                        ProposedStep.valueOf(rs.getString("what")),
                        closing(rs),
                        rs.getString("proposed_owner"),
                        reason),
                reason,
                new Proposal.Mark(rs.getString("made_by"), at(rs, "made_at")),
                state == ProposalState.OPEN
                        ? null
                        : new Proposal.Ruling(
                                state == ProposalState.ACCEPTED,
                                rs.getString("decision_reason"),
                                new Proposal.Mark(rs.getString("decided_by"), at(rs, "decided_at"))));
    }

    private static @Nullable CaseClosing closing(ResultSet rs) throws SQLException {
        String outcome = rs.getString("proposed_outcome");
        boolean send = rs.getBoolean("proposed_follow_up");
        Boolean sendFollowUp = rs.wasNull() ? null : send;
        return outcome == null
                ? null
                : new CaseClosing(
                        Outcome.valueOf(outcome),
                        rs.getString("proposed_cause"),
                        sendFollowUp,
                        rs.getString("proposed_approval"));
    }

    private static Instant at(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
