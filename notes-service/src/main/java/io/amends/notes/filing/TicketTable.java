package io.amends.notes.filing;

import io.amends.notes.dossier.Dossier;
import io.amends.notes.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The tickets' own rows: what orders everything that happens to a ticket. */
public final class TicketTable {
    /** The ticket that a row is of. */
    static final RowMapper<TicketId> ID = ConstructorMapper.of(TicketId.class);

    private TicketTable() {}

    /** Locks the tickets until the end of the transaction, in one order for all, and gives their versions. */
    static Map<TicketId, Long> lock(Handle tx, Collection<TicketId> tickets) {
        bound(
                        tx.createUpdate(
                                """
                                INSERT INTO ticket (portal, ticket_id)
                                SELECT p, t FROM unnest(:portals, :tickets) AS asked(p, t) ORDER BY p, t
                                ON CONFLICT DO NOTHING"""),
                        tickets)
                .execute();
        return versions(query(tx, "SELECT portal, ticket_id, case_version FROM ticket", tickets, FOR_UPDATE));
    }

    static Map<TicketId, Long> versions(Handle db, Collection<TicketId> tickets) {
        return versions(query(db, "SELECT portal, ticket_id, case_version FROM ticket", tickets, ""));
    }

    static void saveVersions(Handle tx, Collection<Dossier> changed) {
        PreparedBatch batch = tx.prepareBatch(
                "UPDATE ticket SET case_version = :version WHERE portal = :portal AND ticket_id = :ticket");
        changed.forEach(d -> batch.bind("version", d.version())
                .bind("portal", d.id().portal())
                .bind("ticket", d.id().ticketId())
                .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** The head of a ticket's hash chain; null without notes. */
    public static @Nullable String head(Handle db, TicketId ticket) {
        return db.createQuery("SELECT note_hash FROM ticket WHERE portal = :portal AND ticket_id = :ticket")
                .bind("portal", ticket.portal())
                .bind("ticket", ticket.ticketId())
                .map((rs, ctx) -> java.util.Optional.ofNullable(rs.getString(1)))
                .findFirst()
                .flatMap(head -> head)
                .orElse(null);
    }

    /** Moves the head of the chain; the ticket is locked. */
    public static void saveHead(Handle tx, TicketId ticket, String head) {
        tx.createUpdate("UPDATE ticket SET note_hash = :head WHERE portal = :portal AND ticket_id = :ticket")
                .bind("head", head)
                .bind("portal", ticket.portal())
                .bind("ticket", ticket.ticketId())
                .execute();
    }

    /** A query over the rows of these tickets. */
    public static Query query(Handle db, String select, Collection<TicketId> tickets, String tail) {
        return bound(
                db.createQuery(
                        select + " WHERE (portal, ticket_id) IN (SELECT * FROM unnest(:portals, :tickets)) " + tail),
                tickets);
    }

    public static TicketId id(ResultSet rs) throws SQLException {
        return new TicketId(rs.getString("portal"), rs.getString("ticket_id"));
    }

    private static final String FOR_UPDATE = "ORDER BY portal, ticket_id FOR UPDATE";

    private static Map<TicketId, Long> versions(Query query) {
        return query.map((rs, ctx) -> Map.entry(id(rs), rs.getLong("case_version"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static <S extends org.jdbi.v3.core.statement.SqlStatement<S>> S bound(S sql, Collection<TicketId> tickets) {
        List<TicketId> all = List.copyOf(tickets);
        return sql.bindArray(
                        "portals",
                        String.class,
                        all.stream().map(TicketId::portal).toList())
                .bindArray(
                        "tickets",
                        String.class,
                        all.stream().map(TicketId::ticketId).toList());
    }
}
