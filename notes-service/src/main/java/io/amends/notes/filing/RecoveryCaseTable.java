package io.amends.notes.filing;

import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.CaseView.Outcome;
import io.amends.kit.rights.Sight;
import io.amends.notes.cases.Assignment;
import io.amends.notes.cases.Case;
import io.amends.notes.cases.CaseClosing;
import io.amends.notes.cases.CaseCourse;
import io.amends.notes.cases.CaseTags;
import io.amends.notes.cases.CustomerMood;
import io.amends.notes.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The cases, one per ticket. */
public final class RecoveryCaseTable {
    private RecoveryCaseTable() {}

    public static Map<TicketId, Case> of(Handle db, Collection<TicketId> tickets) {
        return TicketTable.query(db, "SELECT * FROM recovery_case", tickets, "")
                .map(RecoveryCaseTable::map)
                .list()
                .stream()
                .collect(Collectors.toMap(Case::ticket, Function.identity()));
    }

    public static Optional<Case> find(Handle db, String caseId) {
        return db.createQuery("SELECT * FROM recovery_case WHERE case_id = :id")
                .bind("id", caseId)
                .map(RecoveryCaseTable::map)
                .findFirst();
    }

    /** The tickets of these cases, by case id. */
    public static Map<String, TicketId> tickets(Handle db, Collection<String> caseIds) {
        return db
                .createQuery("SELECT case_id, portal, ticket_id FROM recovery_case WHERE case_id = ANY(:ids)")
                .bindArray("ids", String.class, List.copyOf(caseIds))
                .map((rs, ctx) -> Map.entry(rs.getString("case_id"), TicketTable.id(rs)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The ticket of the case that is named by either its own or its ticket's id, within a portal. */
    public static Optional<TicketId> ticket(
            Handle db, String portal, @Nullable String caseId, @Nullable String ticketId) {
        return db.createQuery(
                        """
                        SELECT portal, ticket_id FROM recovery_case
                        WHERE portal = :portal AND (case_id = :case OR ticket_id = :ticket)""")
                .bind("portal", portal)
                .bind("case", caseId)
                .bind("ticket", ticketId)
                .map(TicketTable.ID)
                .findFirst();
    }

    /** The ticket, if its case has no survey yet (A9) and is in a group that is seen. */
    public static List<TicketId> withoutResponse(Handle db, TicketId ticket, Sight sight) {
        return SeenGroups.bind(
                        db.createQuery("SELECT portal, ticket_id FROM recovery_case WHERE portal = :portal"
                                + " AND ticket_id = :ticket AND response_id IS NULL AND "
                                + SeenGroups.in("support_group")),
                        sight)
                .bind("portal", ticket.portal())
                .bind("ticket", ticket.ticketId())
                .map(TicketTable.ID)
                .list();
    }

    public static void save(Handle tx, Collection<Case> changed) {
        PreparedBatch batch = tx.prepareBatch(
                """
                INSERT INTO recovery_case (case_id, portal, ticket_id, response_id, support_group, state, owner, due_at,
                    tags, removed_tags, outcome, root_cause, send_follow_up, approval, closings, unhappy, satisfied_now,
                    grieved_at, requested_at, opened_at, closed_at)
                VALUES (:id, :portal, :ticket, :response, :group, :state, :owner, :due, :tags, :removed, :outcome,
                    :rootCause, :send, :approval, :closings, :unhappy, :satisfied,
                    :grieved, :requested, :opened, :closed)
                ON CONFLICT (case_id) DO UPDATE SET response_id = excluded.response_id,
                    support_group = excluded.support_group, state = excluded.state, owner = excluded.owner,
                    due_at = excluded.due_at, tags = excluded.tags, removed_tags = excluded.removed_tags,
                    outcome = excluded.outcome, root_cause = excluded.root_cause,
                    send_follow_up = excluded.send_follow_up, approval = excluded.approval,
                    closings = excluded.closings, unhappy = excluded.unhappy, satisfied_now = excluded.satisfied_now,
                    grieved_at = excluded.grieved_at, requested_at = excluded.requested_at,
                    closed_at = excluded.closed_at""");
        changed.forEach(c -> bind(batch, c));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static void bind(PreparedBatch batch, Case c) {
        CaseClosing closing = c.course().closing();
        batch.bind("id", c.caseId())
                .bind("portal", c.ticket().portal())
                .bind("ticket", c.ticket().ticketId())
                .bind("response", c.assignment().responseId())
                .bind("group", c.assignment().supportGroup())
                .bind("state", c.course().state().name())
                .bind("owner", c.assignment().owner())
                .bind("due", c.dueAt())
                .bindArray("tags", String.class, c.tags().names())
                .bindArray("removed", String.class, c.tags().removed())
                .bind("outcome", closing == null ? null : closing.outcome().name())
                .bind("rootCause", closing == null ? null : closing.rootCause())
                .bind("send", closing == null ? null : closing.sendFollowUp())
                .bind("approval", closing == null ? null : closing.approval())
                .bind("closings", c.course().closings())
                .bind("unhappy", c.mood().unhappy())
                .bind("satisfied", c.mood().satisfiedNow())
                .bind("grieved", c.mood().grievedAt())
                .bind("requested", c.course().requestedAt())
                .bind("opened", c.course().openedAt())
                .bind("closed", c.course().closedAt())
                .add();
    }

    /** A row of the table. */
    public static Case map(ResultSet rs, StatementContext context) throws SQLException {
        return new Case(
                rs.getString("case_id"),
                TicketTable.id(rs),
                new Assignment(rs.getString("response_id"), rs.getString("support_group"), rs.getString("owner")),
                instant(rs, "due_at"),
                new CaseTags(texts(rs, "tags"), texts(rs, "removed_tags")),
                course(rs),
                new CustomerMood(rs.getBoolean("unhappy"), rs.getBoolean("satisfied_now"), instant(rs, "grieved_at")));
    }

    private static CaseCourse course(ResultSet rs) throws SQLException {
        return new CaseCourse(
                CaseState.valueOf(rs.getString("state")),
                closing(rs),
                rs.getInt("closings"),
                rs.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(rs, "closed_at"),
                instant(rs, "requested_at"));
    }

    private static @Nullable CaseClosing closing(ResultSet rs) throws SQLException {
        String outcome = rs.getString("outcome");
        boolean send = rs.getBoolean("send_follow_up");
        Boolean sendFollowUp = rs.wasNull() ? null : send;
        return outcome == null
                ? null
                : new CaseClosing(
                        Outcome.valueOf(outcome), rs.getString("root_cause"), sendFollowUp, rs.getString("approval"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(ResultSet rs, String column) throws SQLException {
        return List.copyOf(Arrays.asList((String[]) rs.getArray(column).getArray()));
    }
}
