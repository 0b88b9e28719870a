package io.amends.notes.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.kit.rights.Sight;
import io.amends.notes.ticket.TicketId;
import io.amends.notes.ticket.TicketResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The newest decision of each response, by ticket. */
public final class TicketResponseTable {
    private TicketResponseTable() {}

    /** A response within its portal. */
    public record ResponseId(String portal, String responseId) {}

    static Map<TicketId, List<TicketResponse>> of(Handle db, Collection<TicketId> tickets) {
        Map<TicketId, List<TicketResponse>> byTicket = new HashMap<>();
        TicketTable.query(
                        db, "SELECT portal, ticket_id, earlier_groups, decision, withdrawal FROM response", tickets, "")
                .map((rs, ctx) -> Map.entry(TicketTable.id(rs), response(rs)))
                .forEach(e -> byTicket.computeIfAbsent(e.getKey(), id -> new ArrayList<>())
                        .add(e.getValue()));
        return byTicket;
    }

    /** The tickets these responses are filed under. */
    static Map<ResponseId, TicketId> tickets(Handle db, Collection<RecoveryDecided> decisions) {
        Map<ResponseId, TicketId> known = new HashMap<>();
        db.createQuery(
                        """
                        SELECT portal, ticket_id, response_id FROM response
                        WHERE (portal, response_id) IN (SELECT * FROM unnest(:portals, :responses))""")
                .bindArray(
                        "portals",
                        String.class,
                        decisions.stream().map(RecoveryDecided::portal).toList())
                .bindArray(
                        "responses",
                        String.class,
                        decisions.stream().map(RecoveryDecided::responseId).toList())
                .map((rs, ctx) -> Map.entry(
                        new ResponseId(rs.getString("portal"), rs.getString("response_id")), TicketTable.id(rs)))
                .forEach(e -> known.put(e.getKey(), e.getValue()));
        return known;
    }

    /** The ticket a response is filed under. */
    public static Optional<TicketId> ticket(Handle db, String portal, String responseId) {
        return tickets(db, portal, List.of(responseId), Sight.ALL).stream().findFirst();
    }

    /** The tickets of those of these responses that are in a group that is seen, or were. */
    public static List<TicketId> tickets(Handle db, String portal, Collection<String> responseIds, Sight sight) {
        return seen(db, "response_id = ANY(:ids)", sight)
                .bind("portal", portal)
                // PostgreSQL's text holds no NUL, so no such id is ever there.
                .bindArray(
                        "ids",
                        String.class,
                        responseIds.stream().filter(id -> id.indexOf('\0') < 0).toList())
                .map(TicketTable.ID)
                .list();
    }

    /** The ticket, if it has a response that is in a group that is seen, or was. */
    public static List<TicketId> tickets(Handle db, TicketId ticket, Sight sight) {
        return seen(db, "ticket_id = :ticket", sight)
                .bind("portal", ticket.portal())
                .bind("ticket", ticket.ticketId())
                .map(TicketTable.ID)
                .list();
    }

    /**
     * The tickets of which this group had a response, then or now, received in [from, to), and which are in a group that is
     * seen, or were.
     */
    public static List<TicketId> tickets(
            Handle db, String portal, String group, Instant from, Instant to, Sight sight) {
        return seen(
                        db,
                        "submitted_at >= :from AND submitted_at < :to "
                                + "AND (support_group = :group OR :group = ANY(earlier_groups))",
                        sight)
                .bind("portal", portal)
                .bind("group", group)
                .bind("from", from)
                .bind("to", to)
                .map(TicketTable.ID)
                .list();
    }

    private static Query seen(Handle db, String which, Sight sight) {
        return SeenGroups.bind(
                db.createQuery(
                        "SELECT DISTINCT portal, ticket_id FROM response WHERE portal = :portal AND " + which + " AND ("
                                + SeenGroups.in("support_group") + " OR " + SeenGroups.among("earlier_groups") + ")"),
                sight);
    }

    static void save(Handle tx, Map<TicketId, List<TicketResponse>> changed) {
        PreparedBatch batch = tx.prepareBatch(
                """
                INSERT INTO response (portal, response_id, ticket_id, support_group, earlier_groups, submitted_at,
                    response_version, decision, withdrawal)
                VALUES (:portal, :response, :ticket, :group, :earlier, :submitted, :version, CAST(:decision AS json),
                    CAST(:withdrawal AS json))
                ON CONFLICT (portal, response_id) DO UPDATE SET ticket_id = excluded.ticket_id,
                    support_group = excluded.support_group, earlier_groups = excluded.earlier_groups,
                    submitted_at = excluded.submitted_at, response_version = excluded.response_version,
                    decision = excluded.decision, withdrawal = excluded.withdrawal""");
        changed.forEach((ticket, responses) -> responses.forEach(r -> batch.bind("portal", ticket.portal())
                .bind("response", r.responseId())
                .bind("ticket", ticket.ticketId())
                .bind("group", r.decision().supportGroup())
                .bindArray("earlier", String.class, r.earlierGroups())
                .bind("submitted", r.decision().response().submittedAt())
                .bind("version", r.version())
                .bind("decision", json(r.decision()))
                .bind("withdrawal", r.withdrawal() == null ? null : json(r.withdrawal()))
                .add()));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static String json(RecoveryDecided decision) {
        return new String(Json.write(decision), UTF_8);
    }

    private static TicketResponse response(ResultSet rs) throws SQLException {
        try {
            RecoveryDecided decision = Json.MAPPER.readValue(rs.getString("decision"), RecoveryDecided.class);
            String withdrawal = rs.getString("withdrawal");
            String[] earlier = (String[]) rs.getArray("earlier_groups").getArray();
            return new TicketResponse(
                    decision,
                    List.copyOf(Arrays.asList(earlier)),
                    withdrawal == null ? null : Json.MAPPER.readValue(withdrawal, RecoveryDecided.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
