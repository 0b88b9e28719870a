package io.amends.ingest.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.JsonFault;
import io.amends.contracts.StorableText;
import io.amends.contracts.directory.SourceVendor;
import io.amends.ingest.sources.core.UnreadableBody;
import io.amends.ingest.sources.core.Vendor;
import io.amends.ingest.sources.core.VendorEvent;
import io.amends.ingest.sources.core.VendorEvent.EventKind;
import io.amends.ingest.sources.core.Vendors;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What sources sent and is kept, to be read again (A12): what became a response, and what was refused as none. */
public final class KeptBodies {
    /** The setting that says for how many days it is kept. */
    public static final String KEEP_DAYS = "amends.sources.keep-days";

    private static final int MOST = 200;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    // Of a delivery that has no event of its own the webhook could not be read when it came.
    private static final String COLUMNS =
            """
             d.id, d.at, d.event_id, d.response_id, d.body_hash, d.body AS own, w.body AS whole, w.vendor, w.message_id
            FROM source_delivery d JOIN source_webhook w ON w.id = d.webhook
            WHERE d.portal = :portal AND d.source = :source AND d.outcome IN ('ACCEPTED', 'REFUSED')""";

    private KeptBodies() {}

    /**
     * A delivery up to which was read.
     *
     * @param at when it came
     * @param id which of those that came at the same time; 0 for none of them
     */
    public record Reached(Instant at, long id) {}

    /**
     * A delivery that is kept.
     *
     * @param eventId null where its webhook could not be read when it came
     * @param responseId of the response that it made when it was read last, or was to make
     * @param bodyHash of the response that it made when it was read last; null where it made none
     * @param own what the mapping reads of it, where that is not the whole webhook
     */
    public record KeptDelivery(
            Reached place,
            @Nullable String eventId,
            @Nullable String responseId,
            @Nullable String bodyHash,
            byte @Nullable [] own,
            byte[] whole,
            SourceVendor vendor,
            @Nullable String messageId) {

        /** Who sent it. */
        public Vendor sender() {
            return Vendors.of(vendor);
        }

        /** The id of the response that it made when it was read last, where that is another one; null otherwise. */
        public @Nullable String madeOtherThan(String id) {
            boolean made = eventId != null && bodyHash != null && responseId != null;
            return made && !StorableText.printable(id).equals(responseId) ? responseId : null;
        }

        /** What a mapping reads; most often one, and none where there is nothing of interest in it. */
        public List<JsonNode> bodies() throws UnreadableBody {
            if (sender().fetching().isPresent()) {
                return own == null ? List.of() : sender().samples(own).subList(0, 1);
            }
            if (own != null) {
                return List.of(tree(own));
            }
            return sender().events(whole, messageId).stream()
                    .filter(event -> event.kind() == EventKind.RESPONSE)
                    .map(VendorEvent::body)
                    .toList();
        }

        private static JsonNode tree(byte[] own) throws UnreadableBody {
            try {
                return Json.MAPPER.readTree(own);
            } catch (IOException e) {
                throw new UnreadableBody(JsonFault.phrase(e));
            }
        }
    }

    /** How many deliveries of a source there are in a range. */
    public static long count(Handle db, SourceId source, Instant from, Instant to) {
        return db.createQuery("SELECT count(*) FROM source_delivery d WHERE d.portal = :portal AND d.source = :source"
                        + " AND d.at >= :from AND d.at < :to AND d.webhook IS NOT NULL"
                        + " AND d.outcome IN ('ACCEPTED', 'REFUSED')")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
    }

    /** The next ones of a source after that place, in the order in which they came: so many that they fit into memory. */
    public static List<KeptDelivery> next(Handle db, SourceId source, Reached after, Instant to) {
        return db.createQuery("SELECT * FROM (SELECT page.*,"
                        + " sum(octet_length(coalesce(own, whole))) OVER (ORDER BY at, id)"
                        + " - octet_length(coalesce(own, whole)) AS before FROM (SELECT " + COLUMNS
                        + " AND (d.at, d.id) > (:at, :id) AND d.at < :to ORDER BY d.at, d.id LIMIT :most) page) counted"
                        + " WHERE before < :bytes ORDER BY at, id")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("at", after.at().atOffset(ZoneOffset.UTC))
                .bind("id", after.id())
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .bind("most", MOST)
                .bind("bytes", MOST_BYTES)
                .map(KeptBodies::read)
                .list();
    }

    /** The newest delivery of a source that made the response with that hash. */
    public static Optional<KeptDelivery> made(Handle db, SourceId source, String bodyHash) {
        return db.createQuery("SELECT " + COLUMNS + " AND d.body_hash = :hash ORDER BY d.id DESC LIMIT 1")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("hash", bodyHash)
                .map(KeptBodies::read)
                .findFirst();
    }

    /**
     * Says what was made of a delivery that was read again. One that was refused before is a response now, unless its event
     * has come again meanwhile and is one already.
     */
    public static void readAgain(Handle tx, SourceId source, KeptDelivery delivery, ReadResponse made) {
        tx.createUpdate(
                        """
                        UPDATE source_delivery SET body_hash = :hash, response_id = :response, mapping_version = :version
                        WHERE id = :id""")
                .bind("id", delivery.place().id())
                .bind("hash", made.bodyHash())
                .bind("response", made.responseId())
                .bind("version", made.mappingVersion())
                .execute();
        if (delivery.eventId() != null) {
            tx.createUpdate(
                            """
                            UPDATE source_delivery d SET outcome = 'ACCEPTED', reason = NULL
                            WHERE d.id = :id AND d.outcome = 'REFUSED' AND NOT EXISTS (SELECT 1 FROM source_delivery o
                              WHERE o.portal = :portal AND o.source = :source AND o.event_id = :event
                              AND o.outcome IN ('ACCEPTED', 'OPTED_OUT', 'WAITING'))""")
                    .bind("id", delivery.place().id())
                    .bind("portal", source.portal())
                    .bind("source", source.code())
                    .bind("event", delivery.eventId())
                    .execute();
        }
    }

    /** What a delivery makes when it is read again. */
    public record ReadResponse(String responseId, String bodyHash, int mappingVersion) {}

    private static KeptDelivery read(ResultSet row, StatementContext context) throws SQLException {
        return new KeptDelivery(
                new Reached(row.getTimestamp("at").toInstant(), row.getLong("id")),
                row.getString("event_id"),
                row.getString("response_id"),
                row.getString("body_hash"),
                row.getBytes("own"),
                row.getBytes("whole"),
                SourceVendor.valueOf(row.getString("vendor")),
                row.getString("message_id"));
    }
}
