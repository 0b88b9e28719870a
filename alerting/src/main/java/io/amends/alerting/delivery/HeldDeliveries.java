package io.amends.alerting.delivery;

import io.amends.alerting.digest.Digest;
import io.amends.contracts.Delivered;
import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Deliveries that wait for the end of their recipient's quiet time (C10). */
public final class HeldDeliveries {
    private static final RowMapper<HeldDelivery> HELD = ConstructorMapper.of(HeldDelivery.class);

    private static final String COLUMNS =
            """
            SELECT v.id, v.portal, v.channel, v.digest_id, v.contact_id, v.until, v.created_at AS held_at,
                   EXISTS (SELECT FROM immediate_case i WHERE i.delivery_id = v.id) AS immediate
            FROM delivery v
            WHERE v.state = 'HELD' AND v.why = 'QUIET_TIME'""";

    private HeldDeliveries() {}

    /**
     * One of them.
     *
     * @param digestId null where it is beside no digest
     * @param until the end of quiet time, as it was known last
     * @param heldAt since when it waits
     * @param immediate whether it tells cases at once, which are looked at again
     */
    public record HeldDelivery(
            UUID id,
            String portal,
            Channel channel,
            @Nullable UUID digestId,
            String contactId,
            Instant until,
            Instant heldAt,
            boolean immediate) {}

    /**
     * Those whose quiet time is over.
     *
     * @param now null: all of them, since somebody may have changed when that is
     */
    public static List<HeldDelivery> due(Handle handle, @Nullable Instant now) {
        return handle.createQuery(
                        COLUMNS + " AND (CAST(:now AS timestamptz) IS NULL OR v.until <= :now) ORDER BY v.until")
                .bind("now", now)
                .map(HELD)
                .list();
    }

    /** Locks one of them; empty where it is held no more, or somebody else has it. */
    public static Optional<HeldDelivery> lock(Handle tx, UUID id) {
        return tx.createQuery(COLUMNS + " AND v.id = :id FOR UPDATE OF v SKIP LOCKED")
                .bind("id", id)
                .map(HELD)
                .findOne();
    }

    /** What is held for a contact by a channel and tells cases at once. */
    public static Optional<UUID> immediate(Handle tx, String portal, String contact, Channel channel) {
        return tx.createQuery(
                        """
                        SELECT v.id FROM delivery v
                        WHERE v.portal = :portal AND v.contact_id = :contact AND v.channel = :channel
                          AND v.state = 'HELD' AND v.why = 'QUIET_TIME'
                          AND EXISTS (SELECT FROM immediate_case i WHERE i.delivery_id = v.id)""")
                .bind("portal", portal)
                .bind("contact", contact)
                .bind("channel", channel.name())
                .mapTo(UUID.class)
                .findFirst();
    }

    /**
     * What is told of a delivery that is held, or skipped.
     *
     * @param key of the event
     * @param digestId null where it is beside no digest
     * @param until when it goes out; null: it is skipped
     */
    static OutboundEvent event(
            UUID id,
            String key,
            String portal,
            Channel channel,
            @Nullable String digestId,
            String contact,
            @Nullable Instant until,
            DeliveryWhy why,
            Instant now) {
        String type = until == null ? EventTypes.DELIVERY_SKIPPED : EventTypes.DELIVERY_HELD;
        Delivered data =
                new Delivered(id.toString(), portal, channel, digestId, contact, null, 0, null, now, until, why.name());
        String event = Ids.v5(type, id.toString()).toString();
        return OutboundEvent.of(Topics.DELIVERIES, key, event, type, data);
    }

    /** The same of the mail of a digest that quiet time holds. */
    public static OutboundEvent event(Digest digest, Instant until, Instant now) {
        return event(
                DeliveryStore.mailOf(digest),
                digest.id(),
                digest.source().code(),
                Channel.EMAIL,
                digest.id(),
                digest.recipient().contactId(),
                until,
                DeliveryWhy.QUIET_TIME,
                now);
    }

    /** Quiet time ends at another moment now. */
    public static void until(Handle tx, UUID id, Instant until) {
        tx.createUpdate("UPDATE delivery SET until = :until WHERE id = :id")
                .bind("until", until)
                .bind("id", id)
                .execute();
    }

    /** It goes out now. */
    public static void queue(Handle tx, UUID id) {
        tx.createUpdate("UPDATE delivery SET state = :state, why = NULL, until = NULL, due_at = now() WHERE id = :id")
                .bind("state", DeliveryState.QUEUED.name())
                .bind("id", id)
                .execute();
    }

    /** It goes out now, to its contact's address of now. */
    public static void queue(Handle tx, UUID id, String address) {
        tx.createUpdate("UPDATE delivery SET address = :address WHERE id = :id")
                .bind("address", address)
                .bind("id", id)
                .execute();
        queue(tx, id);
    }

    /** It is not sent at all. */
    static void skip(Handle tx, UUID id, DeliveryWhy why) {
        tx.createUpdate("UPDATE delivery SET state = :state, why = :why, until = NULL WHERE id = :id")
                .bind("state", DeliveryState.SKIPPED.name())
                .bind("why", why.name())
                .bind("id", id)
                .execute();
    }
}
