package io.amends.alerting.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.amends.alerting.archive.DigestStore;
import io.amends.alerting.digest.Digest;
import io.amends.contracts.Delivered;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.contracts.api.ListedDelivery;
import io.amends.contracts.api.ListedDelivery.DeliveryAttempt;
import io.amends.kit.id.Ids;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Deliveries as people see them: queued, listed, sent again. Workers have {@link ClaimStore}. */
@ApplicationScoped
public class DeliveryStore {
    /** A delivery is seen by whoever sees its digest; an alert by its recipient, and like a post by whose groups it is of. */
    private static final String LISTED = "v.portal = :portal AND "
            + DeliveryFilter.WANTED
            + """
             AND (CAST(:groups AS text[]) IS NULL OR EXISTS (SELECT FROM digest d WHERE d.id = v.digest_id AND\s"""
            + DigestStore.SEEN + ") OR EXISTS (SELECT FROM alert_mail a WHERE a.id = v.id AND (v.contact_id = :contact"
            + " OR (a.support_groups <> '{}' AND a.support_groups <@ CAST(:groups AS text[]))))"
            + " OR EXISTS (SELECT FROM channel_post c WHERE c.id = v.id"
            + " AND c.support_groups <> '{}' AND c.support_groups <@ CAST(:groups AS text[])))";

    private static final RowMapper<QueuedMail> MAIL = ConstructorMapper.of(QueuedMail.class);
    private static final RowMapper<DeliveryCount> COUNT = ConstructorMapper.of(DeliveryCount.class);
    private static final RowMapper<AttemptRow> ATTEMPT = ConstructorMapper.of(AttemptRow.class);

    private static final String SELECT =
            """
            SELECT v.*, coalesce(nullif(m.subject, ''), g.subject) AS subject FROM delivery v
            LEFT JOIN alert_mail m ON m.id = v.id
            LEFT JOIN digest g ON g.id = v.digest_id AND v.channel = 'EMAIL'""";

    /** An attempt, and whose it is. */
    record AttemptRow(String deliveryId, @Nested DeliveryAttempt attempt) {}

    /** How many deliveries of a channel are in a state. */
    public record DeliveryCount(DeliveryState state, Delivered.Channel channel, long n) {}

    /**
     * Queues the mail of a digest, once.
     *
     * @param heldUntil the end of the quiet time that holds it; null: it goes at once (C10)
     */
    public void queueMail(Handle tx, Digest digest, @Nullable Instant heldUntil) {
        String why = heldUntil == null ? null : DeliveryWhy.QUIET_TIME.name();
        tx.createUpdate(
                        """
                        INSERT INTO delivery (id, portal, channel, digest_id, contact_id, address, state, until, why)
                        VALUES (:id, :portal, :channel, :digest, :contact, :address, :state, :until, :why)""")
                .bind("id", mailOf(digest))
                .bind("portal", digest.source().code())
                .bind("channel", Delivered.Channel.EMAIL.name())
                .bind("state", (heldUntil == null ? DeliveryState.QUEUED : DeliveryState.HELD).name())
                .bind("until", heldUntil)
                .bind("why", why)
                .bind("digest", UUID.fromString(digest.id()))
                .bind("contact", digest.recipient().contactId())
                .bind(
                        "address",
                        Objects.requireNonNull(digest.recipient().contact().mailbox()))
                .execute();
    }

    /** The id of the mail of a digest. */
    static UUID mailOf(Digest digest) {
        return Ids.v5("delivery", digest.id(), Delivered.Channel.EMAIL.name());
    }

    /**
     * Queues it once more by hand.
     *
     * @param address where it goes now
     * @param seen how often it had been sent again when somebody decided to; null: however often
     * @return false while it is on its way anyway, and where it was sent again since
     */
    public boolean resend(Handle handle, UUID id, String address, @Nullable Integer seen) {
        return handle.createUpdate(
                                """
                                UPDATE delivery SET state = 'QUEUED', tries = 0, resends = resends + 1, due_at = now(), error = NULL,
                                       address = :address, dead_told = false
                                WHERE id = :id AND state IN ('SENT', 'FAILED') AND resends = coalesce(:seen, resends)""")
                        .bind("id", id)
                        .bind("address", address)
                        .bind("seen", seen)
                        .execute()
                == 1;
    }

    /** One delivery. */
    Optional<QueuedMail> find(Handle handle, UUID id) {
        return handle.createQuery(SELECT + " WHERE v.id = :id")
                .bind("id", id)
                .map(MAIL)
                .findOne();
    }

    /** Its attempts, the first one first. */
    List<DeliveryAttempt> attempts(Handle handle, QueuedMail mail) {
        return attempts(handle, List.of(mail)).getOrDefault(mail.id(), List.of());
    }

    /** The support groups of the cases that a delivery tells of, as roles ask for them (H1). */
    Set<String> groups(Handle handle, QueuedMail mail) {
        String digest = mail.addressee().digestId();
        return handle.createQuery(
                        digest == null
                                ? "SELECT unnest(support_groups) FROM alert_mail WHERE id = :id"
                                        + " UNION SELECT unnest(support_groups) FROM channel_post WHERE id = :id"
                                : "SELECT unnest(support_groups) FROM digest WHERE id = :id")
                .bind("id", UUID.fromString(digest == null ? mail.id() : digest))
                .mapTo(String.class)
                .set();
    }

    /** A portal's deliveries, newest first, as far as they are seen. */
    List<ListedDelivery> list(Handle handle, String portal, DeliveryFilter wanted, Sight sight, int size, long offset) {
        List<QueuedMail> mails = handle.createQuery(
                        SELECT + " WHERE " + LISTED + " ORDER BY v.created_at DESC, v.id LIMIT :size OFFSET :offset")
                .bind("portal", portal)
                .bind("groups", sight.array())
                .bind("contact", sight.contact())
                .bindMap(wanted.bindings())
                .bind("size", size)
                .bind("offset", offset)
                .map(MAIL)
                .list();
        Map<String, List<DeliveryAttempt>> attempts = attempts(handle, mails);
        return mails.stream()
                .map(mail -> mail.listed(attempts.getOrDefault(mail.id(), List.of()), null))
                .toList();
    }

    /** How many there are, as far as they are seen. */
    long count(Handle handle, String portal, DeliveryFilter wanted, Sight sight) {
        return handle.createQuery("SELECT count(*) FROM delivery v WHERE " + LISTED)
                .bind("portal", portal)
                .bind("groups", sight.array())
                .bind("contact", sight.contact())
                .bindMap(wanted.bindings())
                .mapTo(Long.class)
                .one();
    }

    /** How many there are in each state, by each channel, over all portals. */
    public List<DeliveryCount> counts(Handle handle) {
        return handle.createQuery("SELECT state, channel, count(*) AS n FROM delivery GROUP BY state, channel")
                .map(COUNT)
                .list();
    }

    private static Map<String, List<DeliveryAttempt>> attempts(Handle handle, List<QueuedMail> mails) {
        if (mails.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery(
                        "SELECT * FROM delivery_attempt WHERE delivery_id IN (<ids>) ORDER BY delivery_id, attempt")
                .bindList(
                        "ids",
                        mails.stream().map(mail -> UUID.fromString(mail.id())).toList())
                .map(ATTEMPT)
                .collect(groupingBy(AttemptRow::deliveryId, mapping(AttemptRow::attempt, toList())));
    }
}
