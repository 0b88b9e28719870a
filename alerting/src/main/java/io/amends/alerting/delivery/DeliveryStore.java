package io.amends.alerting.delivery;

import io.amends.alerting.digest.Digest;
import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.api.AttemptOutcome;
import io.amends.contracts.api.DeliveryState;
import io.amends.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Deliveries as people see them: queued, listed, sent again. Workers have {@link ClaimStore}. */
@ApplicationScoped
public class DeliveryStore {

    /** Queues the mail of a digest, once. */
    public void queueMail(Handle tx, Digest digest) {
        tx.createUpdate(
                        """
                        INSERT INTO delivery (id, portal, channel, digest_id, contact_id, address, state)
                        VALUES (:id, :portal, :channel, :digest, :contact, :address, :state)""")
                .bind("id", Ids.v5("delivery", digest.id(), Channel.EMAIL.name()))
                .bind("portal", digest.portal())
                .bind("channel", Channel.EMAIL.name())
                .bind("state", DeliveryState.QUEUED.name())
                .bind("digest", UUID.fromString(digest.id()))
                .bind("contact", digest.contactId())
                .bind("address", Objects.requireNonNull(digest.contact().mailbox()))
                .execute();
    }

    /** Queues it once more by hand; false while it is on its way anyway. */
    public boolean resend(Handle handle, UUID id) {
        return handle.createUpdate(
                                """
                                UPDATE delivery SET state = 'QUEUED', tries = 0, resends = resends + 1, due_at = now(), error = NULL
                                WHERE id = :id AND state IN ('SENT', 'FAILED')""")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** One delivery. */
    public Optional<DeliveryView> find(Handle handle, UUID id) {
        return withAttempts(
                        handle,
                        handle.createQuery("SELECT * FROM delivery WHERE id = :id")
                                .bind("id", id)
                                .map((row, context) -> view(row))
                                .list())
                .stream()
                .findFirst();
    }

    /** A portal's deliveries, newest first. */
    public List<DeliveryView> list(Handle handle, String portal, @Nullable DeliveryState state, int size, long offset) {
        return withAttempts(
                handle,
                handle.createQuery(
                                """
                                SELECT * FROM delivery
                                WHERE portal = :portal AND (CAST(:state AS text) IS NULL OR state = :state)
                                ORDER BY created_at DESC, id LIMIT :size OFFSET :offset""")
                        .bind("portal", portal)
                        .bind("state", state == null ? null : state.name())
                        .bind("size", size)
                        .bind("offset", offset)
                        .map((row, context) -> view(row))
                        .list());
    }

    /** How many there are. */
    public long count(Handle handle, String portal, @Nullable DeliveryState state) {
        return handle.createQuery(
                        """
                        SELECT count(*) FROM delivery
                        WHERE portal = :portal AND (CAST(:state AS text) IS NULL OR state = :state)""")
                .bind("portal", portal)
                .bind("state", state == null ? null : state.name())
                .mapTo(Long.class)
                .one();
    }

    /** How many there are in each state, over all portals. */
    public Map<DeliveryState, Long> states(Handle handle) {
        Map<DeliveryState, Long> states = new EnumMap<>(DeliveryState.class);
        handle.createQuery("SELECT state, count(*) AS n FROM delivery GROUP BY state")
                .map((row, context) -> Map.entry(DeliveryState.valueOf(row.getString("state")), row.getLong("n")))
                .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
        return states;
    }

    private static List<DeliveryView> withAttempts(Handle handle, List<DeliveryView> deliveries) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        Map<String, List<DeliveryView.Attempt>> attempts = new HashMap<>();
        handle.createQuery("SELECT * FROM delivery_attempt WHERE delivery_id IN (<ids>) ORDER BY delivery_id, attempt")
                .bindList(
                        "ids",
                        deliveries.stream().map(d -> UUID.fromString(d.id())).toList())
                .map((row, context) -> attempts.computeIfAbsent(row.getString("delivery_id"), id -> new ArrayList<>())
                        .add(attempt(row)))
                .list();
        return deliveries.stream()
                .map(d -> new DeliveryView(
                        d.id(),
                        d.portal(),
                        d.channel(),
                        d.digestId(),
                        d.contactId(),
                        d.address(),
                        d.state(),
                        d.resends(),
                        d.error(),
                        d.createdAt(),
                        d.sentAt(),
                        attempts.getOrDefault(d.id(), List.of())))
                .toList();
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getString("id"),
                row.getString("portal"),
                Channel.valueOf(row.getString("channel")),
                row.getString("digest_id"),
                row.getString("contact_id"),
                row.getString("address"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("resends"),
                row.getString("error"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "sent_at"),
                List.of());
    }

    private static DeliveryView.Attempt attempt(ResultSet row) throws SQLException {
        return new DeliveryView.Attempt(
                row.getInt("attempt"),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "finished_at"),
                outcome(row.getString("outcome")),
                row.getString("error"));
    }

    private static @Nullable AttemptOutcome outcome(@Nullable String name) {
        return name == null ? null : AttemptOutcome.valueOf(name);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
