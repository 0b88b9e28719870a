package io.amends.ingest.recorder;

import io.amends.kit.inbound.Received;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where records wait whose portal the directory does not know yet, so that they block nobody else. */
final class Parking {
    private static final int AT_ONCE = 500;

    private Parking() {}

    /** A record that waits for its portal. */
    record ParkedRecord(String portal, Received record) {}

    /** A header as it is kept; the value in base64. */
    record KeptHeader(String name, @Nullable String value) {}

    static void park(Handle tx, List<ParkedRecord> waiting) {
        for (ParkedRecord w : waiting) {
            Received r = w.record();
            tx.createUpdate(
                            """
                            INSERT INTO parked (topic, part, position, portal, accepted_at, key, value, headers)
                            VALUES (:topic, :part, :position, :portal, :acceptedAt, :key, :value,
                                CAST(convert_from(:headers, 'UTF8') AS jsonb))
                            ON CONFLICT DO NOTHING""")
                    .bind("topic", r.topic())
                    .bind("part", r.partition())
                    .bind("position", r.offset())
                    .bind("portal", w.portal())
                    .bind("acceptedAt", r.acceptedAt())
                    .bind("key", r.key())
                    .bind("value", r.value())
                    .bind("headers", Rows.write(kept(r)))
                    .execute();
        }
    }

    /** Takes out records whose portal is there now. */
    static List<ParkedRecord> takeArrived(Handle tx, Collection<String> knownPortals) {
        return take(tx, "portal = ANY(:known)", knownPortals, Duration.ZERO);
    }

    /** Takes out records whose portal is still not there and that were accepted longer ago than is waited. */
    static List<ParkedRecord> takeExpired(Handle tx, Collection<String> knownPortals, Duration waited) {
        return take(tx, "portal <> ALL(:known)", knownPortals, waited);
    }

    private static List<ParkedRecord> take(Handle tx, String which, Collection<String> known, Duration waited) {
        return tx.createQuery("DELETE FROM parked WHERE (topic, part, position) IN (SELECT topic, part, position"
                        + " FROM parked WHERE " + which
                        + " AND accepted_at <= clock_timestamp() - make_interval(secs => :waited)"
                        + " ORDER BY accepted_at LIMIT " + AT_ONCE + " FOR UPDATE SKIP LOCKED) RETURNING *")
                .bindArray("known", String.class, known)
                .bind("waited", waited.toSeconds())
                .map((rs, ctx) -> new ParkedRecord(rs.getString("portal"), received(rs)))
                .list();
    }

    private static List<KeptHeader> kept(Received record) {
        List<KeptHeader> headers = new ArrayList<>();
        for (Header h : record.headers()) {
            headers.add(new KeptHeader(
                    h.key(), h.value() == null ? null : Base64.getEncoder().encodeToString(h.value())));
        }
        return headers;
    }

    private static Received received(ResultSet row) throws SQLException {
        RecordHeaders headers = new RecordHeaders();
        for (KeptHeader h : Rows.read(row.getString("headers"), KeptHeader[].class)) {
            headers.add(h.name(), h.value() == null ? null : Base64.getDecoder().decode(h.value()));
        }
        return new Received(
                row.getString("topic"),
                row.getInt("part"),
                row.getLong("position"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                row.getBytes("key"),
                row.getBytes("value"),
                headers);
    }
}
