package io.amends.ingest.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.StorableText;
import io.amends.contracts.api.SourceDeliveries.SourceDelivery;
import io.amends.contracts.api.SourceOutcome;
import io.amends.contracts.directory.SourceReceived;
import io.amends.kit.id.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The rows of what sources sent and of what became of it. */
final class SourceDeliveryTable {
    private static final int LONGEST_REASON = 2_000;
    private static final int SHOWN = 100;
    /** Longer than any id that is taken, and as long as an index can hold. */
    private static final int LONGEST_ID = 500;

    private SourceDeliveryTable() {}

    /** One event of a webhook, before it is known what becomes of it. */
    record EventRow(long webhook, SourceId source, @Nullable String eventId, byte @Nullable [] body) {}

    /**
     * What became of an event.
     *
     * @param bodyHash of the response that was made of it; null where none was
     */
    record Ending(
            SourceOutcome outcome,
            @Nullable String reason,
            @Nullable String responseId,
            @Nullable Integer mappingVersion,
            @Nullable String bodyHash) {
        /** It made no response. */
        Ending(
                SourceOutcome outcome,
                @Nullable String reason,
                @Nullable String responseId,
                @Nullable Integer mappingVersion) {
            this(outcome, reason, responseId, mappingVersion, null);
        }

        /** No more is to be said of it. */
        static Ending of(SourceOutcome outcome) {
            return new Ending(outcome, null, null, null);
        }
    }

    /** How many webhooks there were. */
    record DeliveryCounts(long accepted, long refused, @Nullable Instant lastAt) {}

    /** Counts webhooks that came, each source's together. */
    static void count(Handle tx, List<SourceReceived> webhooks) {
        // Sorted, so that two who count the same sources wait in turn.
        Map<String, List<SourceReceived>> each = webhooks.stream()
                .collect(Collectors.groupingBy(SourceReceived::key, TreeMap::new, Collectors.toList()));
        each.values().forEach(some -> tx.createUpdate(
                        """
                        INSERT INTO source_tally (portal, source, accepted, last_at) VALUES (:portal, :source, :count, :at)
                        ON CONFLICT (portal, source) DO UPDATE SET accepted = source_tally.accepted + EXCLUDED.accepted,
                          last_at = greatest(source_tally.last_at, EXCLUDED.last_at)""")
                .bind("portal", some.get(0).portal())
                .bind("source", some.get(0).source())
                .bind("count", some.size())
                .bind(
                        "at",
                        at(some.stream()
                                .map(SourceReceived::receivedAt)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()))
                .execute());
    }

    /** Keeps a webhook as it came. */
    static long keep(Handle tx, SourceReceived received) {
        return tx.createQuery(
                        """
                        INSERT INTO source_webhook (portal, source, vendor, received_at, message_id, content_type, body)
                        VALUES (:portal, :source, :vendor, :at, :message, :type, :body) RETURNING id""")
                .bind("portal", received.portal())
                .bind("source", received.source())
                .bind("vendor", received.vendor().name())
                .bind("at", at(received.receivedAt()))
                .bind("message", storable(received.messageId()))
                .bind("type", storable(received.contentType()))
                .bind("body", received.bytes())
                .mapTo(Long.class)
                .one();
    }

    /** Whether that event had its effect before. */
    static boolean had(Handle tx, SourceId source, String eventId) {
        return tx.createQuery(
                        """
                        SELECT 1 FROM source_delivery WHERE portal = :portal AND source = :source AND event_id = :event
                          AND outcome IN ('ACCEPTED', 'OPTED_OUT', 'WAITING')""")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("event", idOf(eventId))
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    static long add(Handle tx, EventRow event, Instant receivedAt, Ending ending) {
        return tx.createQuery(
                        """
                        INSERT INTO source_delivery
                          (webhook, portal, source, at, event_id, outcome, reason, response_id, mapping_version,
                          body_hash, body)
                        VALUES (:webhook, :portal, :source, :at, :event, :outcome, :reason, :response, :version, :hash,
                          :body)
                        RETURNING id""")
                .bind("webhook", event.webhook())
                .bind("portal", event.source().portal())
                .bind("source", event.source().code())
                .bind("at", at(receivedAt))
                .bind("event", event.eventId() == null ? null : idOf(event.eventId()))
                .bind("outcome", ending.outcome().name())
                .bind("reason", shortened(ending.reason(), LONGEST_REASON))
                .bind("response", shortened(ending.responseId(), LONGEST_ID))
                .bind("version", ending.mappingVersion())
                .bind("hash", ending.bodyHash())
                .bind("body", event.body())
                .mapTo(Long.class)
                .one();
    }

    /** Says what became of a delivery that waited. */
    static void end(Handle tx, long delivery, Ending ending, byte @Nullable [] fetched) {
        tx.createUpdate(
                        """
                        UPDATE source_delivery SET outcome = :outcome, reason = :reason, mapping_version = :version,
                          response_id = coalesce(:response, response_id), body = coalesce(:body, body),
                          body_hash = :hash
                        WHERE id = :id""")
                .bind("id", delivery)
                .bind("hash", ending.bodyHash())
                .bind("outcome", ending.outcome().name())
                .bind("reason", shortened(ending.reason(), LONGEST_REASON))
                .bind("version", ending.mappingVersion())
                .bind("response", shortened(ending.responseId(), LONGEST_ID))
                .bind("body", fetched)
                .execute();
    }

    /** Adds webhooks that were refused at the door. */
    static void unsigned(Handle tx, SourceId source, long count, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO source_tally (portal, source, refused) VALUES (:portal, :source, :count)
                        ON CONFLICT (portal, source) DO UPDATE SET refused = source_tally.refused + EXCLUDED.refused""")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("count", count)
                .execute();
        tx.createUpdate(
                        """
                        INSERT INTO source_delivery (portal, source, at, outcome, reason)
                        VALUES (:portal, :source, :at, 'UNSIGNED', :reason)""")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("at", at(at))
                .bind("reason", "webhooks with a wrong signature, or with none: " + count)
                .execute();
    }

    /** How many webhooks were taken and refused. */
    static Optional<DeliveryCounts> tally(Handle db, SourceId source) {
        return db.createQuery("SELECT accepted, refused, last_at FROM source_tally WHERE portal = :portal AND source ="
                        + " :source")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .map((row, context) -> new DeliveryCounts(row.getLong(1), row.getLong(2), instant(row.getTimestamp(3))))
                .findOne();
    }

    /** How many responses of a source are still to be fetched. */
    static long backlog(Handle db, SourceId source) {
        return db.createQuery("SELECT count(*) FROM source_fetch WHERE portal = :portal AND source = :source")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .mapTo(Long.class)
                .one();
    }

    /** How many of the last deliveries were refused since then, or could not be fetched. */
    static long refusedSince(Handle db, SourceId source, Instant since) {
        return db.createQuery(
                        """
                        SELECT count(*) FROM (SELECT at, outcome FROM source_delivery
                          WHERE portal = :portal AND source = :source ORDER BY id DESC LIMIT :shown) AS last
                        WHERE at > :since AND outcome IN ('REFUSED', 'UNSIGNED', 'FAILED')""")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("shown", SHOWN)
                .bind("since", at(since))
                .mapTo(Long.class)
                .one();
    }

    /** The last deliveries, the newest first. */
    static List<SourceDelivery> last(Handle db, SourceId source) {
        return db.createQuery(
                        """
                        SELECT d.at, d.outcome, d.reason, d.response_id, d.mapping_version, coalesce(d.body, w.body)
                        FROM source_delivery d LEFT JOIN source_webhook w ON w.id = d.webhook
                        WHERE d.portal = :portal AND d.source = :source ORDER BY d.id DESC LIMIT :shown""")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("shown", SHOWN)
                .map(SourceDeliveryTable::shown)
                .list();
    }

    /** Forgets what is older than that, a bounded number at a time. */
    static void forget(Handle tx, int olderThanDays, int atMost) {
        tx.createUpdate(
                        """
                        DELETE FROM source_webhook WHERE ctid IN (SELECT ctid FROM source_webhook
                        WHERE received_at < now() - make_interval(days => :days) LIMIT :atMost)""")
                .bind("days", olderThanDays)
                .bind("atMost", atMost)
                .execute();
        tx.createUpdate(
                        """
                        DELETE FROM source_delivery WHERE ctid IN (SELECT ctid FROM source_delivery
                        WHERE webhook IS NULL AND at < now() - make_interval(days => :days) LIMIT :atMost)""")
                .bind("days", olderThanDays)
                .bind("atMost", atMost)
                .execute();
    }

    private static SourceDelivery shown(ResultSet row, StatementContext context) throws SQLException {
        byte[] body = row.getBytes(6);
        int version = row.getInt(5);
        return new SourceDelivery(
                row.getTimestamp(1).toInstant(),
                SourceOutcome.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                version == 0 ? null : version,
                body == null ? null : StorableText.printable(new String(body, UTF_8)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : StorableText.printable(text);
    }

    /** An event's id as it is kept: whole, or what tells it from all others where it is longer than any vendor's. */
    private static String idOf(String eventId) {
        return eventId.length() > LONGEST_ID ? Sha256.hex(eventId) : eventId;
    }

    private static @Nullable String shortened(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String printable = StorableText.printable(text);
        return printable.length() > longest ? printable.substring(0, longest) : printable;
    }
}
