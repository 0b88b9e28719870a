package io.amends.alerting.urgent;

import io.amends.alerting.immediate.AlertTurn;
import io.amends.alerting.immediate.AlertTurn.WaitedFor;
import io.amends.contracts.Delivered;
import io.amends.contracts.RecoveryDecided;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Which cases are told at once to whom, by which message, and whose turn it is (C7). */
@ApplicationScoped
public class ImmediateStore {
    private static final RowMapper<ToldBy> WHOM = ConstructorMapper.of(ToldBy.class);
    private static final String WHOSE = " WHERE portal = :portal AND contact_id = :contact AND channel = :channel";

    /** A response that somebody is to be told of. */
    record Flagged(String responseId, Instant flaggedAt) {}

    /** A contact is to be told of a decision by a channel, once: who was told already is not. */
    void flag(Handle tx, RecoveryDecided decision, String contact, Delivered.Channel channel) {
        tx.createUpdate(
                        """
                        INSERT INTO immediate_case (portal, response_id, contact_id, channel, flagged_at)
                        VALUES (:portal, :response, :contact, :channel, :flagged) ON CONFLICT DO NOTHING""")
                .bind("portal", decision.portal())
                .bind("response", decision.responseId())
                .bind("contact", contact)
                .bind("channel", channel.name())
                .bind("flagged", decision.decidedAt())
                .execute();
    }

    /** For whom something waits whose turn has come, of some portals. */
    List<ToldBy> due(Handle handle, Collection<String> portals, Instant now, int most) {
        return handle.createQuery(
                        """
                        SELECT DISTINCT c.portal, c.contact_id, c.channel
                        FROM immediate_case c LEFT JOIN immediate_turn t
                          ON t.portal = c.portal AND t.contact_id = c.contact_id AND t.channel = c.channel
                        WHERE c.delivery_id IS NULL AND c.portal = ANY (:portals)
                          AND (t.next_at IS NULL OR t.next_at <= :now) LIMIT :most""")
                .bindArray("portals", String.class, List.copyOf(portals))
                .bind("now", now)
                .bind("most", most)
                .map(WHOM)
                .list();
    }

    /**
     * Keeps a period of the portal from being built for the rest of the transaction: what a digest has told is known to whoever
     * tells it at once, and the other way round.
     *
     * @return false while one is being built
     */
    private static boolean keepDigestsOut(Handle tx, String portal) {
        return tx.createQuery("SELECT portal FROM alert_portal WHERE portal = :portal FOR SHARE SKIP LOCKED")
                        .bind("portal", portal)
                        .mapTo(String.class)
                        .findOne()
                        .isPresent()
                || !tx.createQuery("SELECT EXISTS (SELECT FROM alert_portal WHERE portal = :portal)")
                        .bind("portal", portal)
                        .mapTo(Boolean.class)
                        .one();
    }

    /**
     * Locks the turn of a contact for the rest of the transaction, in which no period of the portal is built; empty while somebody
     * else has it, or one is being built.
     */
    Optional<AlertTurn> lockTurn(Handle tx, ToldBy whom) {
        if (!keepDigestsOut(tx, whom.portal())) {
            return Optional.empty();
        }
        tx.createUpdate(
                        """
                        INSERT INTO immediate_turn (portal, contact_id, channel) VALUES (:portal, :contact, :channel)
                        ON CONFLICT DO NOTHING""")
                .bindMap(bindings(whom))
                .execute();
        return tx.createQuery("SELECT next_at FROM immediate_turn" + WHOSE + " FOR UPDATE SKIP LOCKED")
                .bindMap(bindings(whom))
                .map((row, context) -> {
                    Timestamp next = row.getTimestamp("next_at");
                    return new AlertTurn(next == null ? null : next.toInstant());
                })
                .findOne();
    }

    /** The next turn. */
    void turn(Handle tx, ToldBy whom, AlertTurn then) {
        tx.createUpdate("UPDATE immediate_turn SET next_at = :next" + WHOSE)
                .bindMap(bindings(whom))
                .bind("next", then.next())
                .execute();
    }

    /** What waits for its turn. */
    List<Flagged> waiting(Handle tx, ToldBy whom) {
        return tx.createQuery("SELECT response_id, flagged_at FROM immediate_case" + WHOSE + " AND delivery_id IS NULL")
                .bindMap(bindings(whom))
                .map(ImmediateStore::flagged)
                .list();
    }

    /** What a held message is to tell. */
    List<Flagged> heldIn(Handle tx, UUID delivery) {
        return tx.createQuery("SELECT response_id, flagged_at FROM immediate_case WHERE delivery_id = :delivery")
                .bind("delivery", delivery)
                .map(ImmediateStore::flagged)
                .list();
    }

    private static Flagged flagged(ResultSet row, StatementContext context) throws SQLException {
        return new Flagged(
                row.getString("response_id"), row.getTimestamp("flagged_at").toInstant());
    }

    /** A message tells a response. */
    void told(Handle tx, ToldBy whom, String response, UUID delivery, WaitedFor waited) {
        tx.createUpdate("UPDATE immediate_case SET delivery_id = :delivery, waited = :waited" + WHOSE
                        + " AND response_id = :response")
                .bindMap(bindings(whom))
                .bind("delivery", delivery)
                .bind("waited", waited.name())
                .bind("response", response)
                .execute();
    }

    /** They are not for that contact to hear any more. */
    void drop(Handle tx, ToldBy whom, Collection<String> responses) {
        tx.createUpdate("DELETE FROM immediate_case" + WHOSE + " AND response_id = ANY (:responses)")
                .bindMap(bindings(whom))
                .bindArray("responses", String.class, List.copyOf(responses))
                .execute();
    }

    /**
     * When the contacts of a portal were told of responses at once, by contact and response: when it went out, or else when it was
     * queued. What is held, failed or was skipped has told nobody.
     */
    public Map<String, Map<String, Instant>> alertedAt(Handle tx, String portal, Collection<String> responses) {
        Map<String, Map<String, Instant>> byContact = new HashMap<>();
        tx.createQuery(
                        """
                        SELECT c.contact_id, c.response_id, min(COALESCE(v.sent_at, v.created_at)) AS at
                        FROM immediate_case c JOIN delivery v ON v.id = c.delivery_id
                        WHERE c.portal = :portal AND c.response_id = ANY (:responses)
                          AND v.state IN ('QUEUED', 'SENDING', 'SENT')
                        GROUP BY c.contact_id, c.response_id""")
                .bind("portal", portal)
                .bindArray("responses", String.class, List.copyOf(responses))
                .map((row, context) -> byContact
                        .computeIfAbsent(row.getString("contact_id"), contact -> new HashMap<>())
                        .put(
                                row.getString("response_id"),
                                row.getTimestamp("at").toInstant()))
                .list();
        return byContact;
    }

    private static Map<String, Object> bindings(ToldBy whom) {
        return Map.of(
                "portal", whom.portal(),
                "contact", whom.contactId(),
                "channel", whom.channel().name());
    }
}
