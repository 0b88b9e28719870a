package io.amends.ingest.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Json;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.api.ListedRequest;
import io.amends.contracts.api.ListedRequest.RequestState;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.rights.Sight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The requests that were filed, and what the surveys of their tickets make of them (A9). */
final class RequestTable {
    /**
     * What the surveys of a ticket say. The newest that counts leads; one in quarantine counts for nothing, but a NO in it
     * is one (B4).
     */
    private static final String STATE =
            """
            CASE
              WHEN EXISTS (SELECT FROM response said WHERE said.ticket_key = q.ticket_key AND said.state <> 'REPLACED'
                AND said.response->>'contactChoice' = 'NO'
                AND NOT EXISTS (SELECT FROM response newer WHERE newer.ticket_key = q.ticket_key
                  AND newer.state = 'RECORDED'
                  AND (CAST(newer.response->>'submittedAt' AS timestamptz), newer.response_id)
                    > (CAST(said.response->>'submittedAt' AS timestamptz), said.response_id)))
                THEN 'REFUSED'
              WHEN EXISTS (SELECT FROM response answer WHERE answer.ticket_key = q.ticket_key
                AND answer.state = 'RECORDED')
                THEN 'ANSWERED'
              ELSE 'OPEN'
            END""";

    private static final String OF_PORTAL = " FROM (SELECT q.request_id, q.filed_at, q.filed, " + STATE
            + """
             AS state FROM request q WHERE q.portal = :portal
            AND (CAST(:ticket AS text) IS NULL OR q.ticket_key = :ticket)
            AND (CAST(:groups AS text[]) IS NULL OR q.support_group = ANY(CAST(:groups AS text[])))) AS seen
            WHERE CAST(:state AS text) IS NULL OR state = :state""";

    private RequestTable() {}

    /** A request, and the hash of what was sent. */
    record StoredRequest(String hash, RequestFiled filed) {}

    static Optional<StoredRequest> find(Handle db, String requestId) {
        return db.createQuery("SELECT body_hash, filed FROM request WHERE request_id = :id")
                .bind("id", UUID.fromString(requestId))
                .map((rs, ctx) -> new StoredRequest(rs.getString("body_hash"), read(rs.getString("filed"))))
                .findOne();
    }

    /** Writes it down; false where there is one of that id. */
    static boolean insert(Handle tx, String ticketKey, String hash, RequestFiled filed) {
        return tx.createUpdate(
                                """
                                INSERT INTO request (request_id, portal, ticket_key, support_group, filed_at, body_hash, filed)
                                VALUES (:id, :portal, :ticket, :group, :at, :hash, CAST(:filed AS jsonb))
                                ON CONFLICT DO NOTHING""")
                        .bind("id", UUID.fromString(filed.requestId()))
                        .bind("portal", filed.portal())
                        .bind("ticket", ticketKey)
                        .bind("group", filed.supportGroup())
                        .bind("at", filed.filedAt())
                        .bind("hash", hash)
                        .bind("filed", new String(Json.event(filed), UTF_8))
                        .execute()
                == 1;
    }

    /** What the surveys of a ticket say, as they are now. */
    static RequestState state(Handle db, String ticketKey) {
        return db.createQuery("SELECT " + STATE + " FROM (SELECT CAST(:ticket AS text) AS ticket_key) q")
                .bind("ticket", ticketKey)
                .mapTo(RequestState.class)
                .one();
    }

    /** Whether a ticket has surveys, and none of a group that is seen: then it is not there for who sees no more (H1). */
    static boolean hidden(Handle db, String ticketKey, Sight sight) {
        return !sight.all()
                && db.createQuery(
                                """
                                SELECT coalesce(NOT bool_or(response->>'supportGroup' = ANY(CAST(:groups AS text[]))), false)
                                FROM response WHERE ticket_key = :ticket AND response->>'supportGroup' IS NOT NULL""")
                        .bind("ticket", ticketKey)
                        .bind("groups", sight.array())
                        .mapTo(Boolean.class)
                        .one();
    }

    /** The requests of the groups that are seen, the newest first. */
    static Page<ListedRequest> list(
            Handle db,
            String portal,
            @Nullable String ticketKey,
            @Nullable RequestState state,
            Sight sight,
            PageRequest page) {
        return new Page<>(
                bound(
                                db.createQuery("SELECT filed, state" + OF_PORTAL
                                        + " ORDER BY filed_at DESC, request_id LIMIT :size OFFSET :offset"),
                                portal,
                                ticketKey,
                                state,
                                sight)
                        .bind("size", page.size())
                        .bind("offset", page.offset())
                        .map((rs, ctx) -> ListedRequest.of(
                                read(rs.getString("filed")), RequestState.valueOf(rs.getString("state"))))
                        .list(),
                page.page(),
                page.size(),
                bound(db.createQuery("SELECT count(*)" + OF_PORTAL), portal, ticketKey, state, sight)
                        .mapTo(Long.class)
                        .one());
    }

    private static Query bound(
            Query query, String portal, @Nullable String ticketKey, @Nullable RequestState state, Sight sight) {
        return query.bind("portal", portal)
                .bind("ticket", ticketKey)
                .bind("state", state == null ? null : state.name())
                .bind("groups", sight.array());
    }

    private static RequestFiled read(String row) {
        try {
            return Json.read(row.getBytes(UTF_8), RequestFiled.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored request cannot be read", e);
        }
    }
}
