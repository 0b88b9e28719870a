package io.amends.ingest.recorder;

import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.ResponseKey;
import io.amends.kit.failure.TransientFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code ticket} and {@code response}: a fixed number of statements, however many rows. */
public final class Responses {
    private static final String COLUMNS =
            """
            portal, response_id, ticket_key, version, state, response, source, corrections, body_hash, accepted_at,
            reasons, replaced_by, replaces, ever_recorded, repaired, recorded_at, directory_offset, placed_at, reading""";

    private static final String GIVEN_ROWS = " FROM " + Rows.GIVEN
            + """
             AS n(portal text, response_id text, ticket_key text,
            version bigint, state text, response jsonb, source jsonb, corrections jsonb, body_hash text,
            accepted_at timestamptz, reasons jsonb, replaced_by text, replaces text, ever_recorded boolean,
            repaired boolean, recorded_at timestamptz, directory_offset bigint, placed_at timestamptz,
            reading integer)""";

    private Responses() {}

    /** Another transaction changed a response between reading and locking: this one starts again. */
    static final class Overtaken extends TransientFailure {
        private static final long serialVersionUID = 1;

        Overtaken() {
            super("another transaction changed the same response");
        }
    }

    /** One response, or null. */
    public static @Nullable HeldResponse find(Handle handle, ResponseKey key) {
        return handle.createQuery(
                        "SELECT row_to_json(r) FROM response r WHERE portal = :portal AND response_id = :responseId")
                .bind("portal", key.portal())
                .bind("responseId", key.responseId())
                .mapTo(String.class)
                .findOne()
                .map(row -> Rows.read(row, StoredResponse.class).held())
                .orElse(null);
    }

    /** Those of several responses that are known. */
    public static Map<ResponseKey, HeldResponse> findAll(Handle handle, Collection<ResponseKey> keys) {
        return handle
                .createQuery(
                        """
                        SELECT row_to_json(r) FROM response r
                        WHERE (portal, response_id) IN (SELECT * FROM unnest(:portals, :ids))""")
                .bindArray(
                        "portals",
                        String.class,
                        keys.stream().map(ResponseKey::portal).toList())
                .bindArray(
                        "ids",
                        String.class,
                        keys.stream().map(ResponseKey::responseId).toList())
                .mapTo(String.class)
                .stream()
                .map(row -> Rows.read(row, StoredResponse.class).held())
                .collect(Collectors.toMap(HeldResponse::key, held -> held));
    }

    /** Locks one ticket until the end of the transaction, whether or not anything is known of it. */
    public static void lockTicket(Handle tx, String key) {
        tx.createUpdate("INSERT INTO ticket (key) VALUES (:key) ON CONFLICT DO NOTHING")
                .bind("key", key)
                .execute();
        tx.createQuery("SELECT key FROM ticket WHERE key = :key FOR UPDATE")
                .bind("key", key)
                .mapTo(String.class)
                .one();
    }

    /**
     * Locks tickets, those that the responses are on now included, and reads all responses of all of them.
     *
     * @throws Overtaken if a response moved to another ticket meanwhile
     */
    static List<HeldResponse> lock(Handle tx, Collection<ResponseKey> responses, Collection<String> tickets) {
        Set<String> had = ticketsOf(tx, responses);
        Set<String> keys = new TreeSet<>(tickets);
        keys.addAll(had);
        // Sorted the same way in both statements, so nobody deadlocks. Inserting a row locks it.
        Set<String> fresh = tx.createQuery(
                        "INSERT INTO ticket SELECT k FROM unnest(:keys) AS t(k) ORDER BY k COLLATE \"C\""
                                + " ON CONFLICT DO NOTHING RETURNING key")
                .bindArray("keys", String.class, keys)
                .mapTo(String.class)
                .set();
        fresh.removeAll(had);
        keys.removeAll(fresh);
        if (keys.isEmpty()) {
            return List.of(); // no ticket was there before, so no response is on one
        }
        tx.createQuery("SELECT key FROM ticket WHERE key = ANY(:keys) ORDER BY key FOR UPDATE")
                .bindArray("keys", String.class, keys)
                .mapTo(String.class)
                .list();
        if (!had.isEmpty() && !keys.containsAll(ticketsOf(tx, responses))) {
            throw new Overtaken();
        }
        return tx.createQuery("SELECT row_to_json(r) FROM response r WHERE ticket_key = ANY(:keys)")
                .bindArray("keys", String.class, keys)
                .mapTo(String.class)
                .map(row -> Rows.read(row, StoredResponse.class).held())
                .list();
    }

    /**
     * Writes rows whose tickets are locked.
     *
     * @param loaded the responses that were there when the tickets were locked
     * @throws Overtaken if one of the others is there now: it came on another ticket at the same time
     */
    static void store(Handle tx, Collection<HeldResponse> rows, Set<ResponseKey> loaded) {
        List<StoredResponse> known = stored(rows, loaded, true);
        List<StoredResponse> fresh = stored(rows, loaded, false);
        if (!fresh.isEmpty()
                && execute(
                                tx,
                                "INSERT INTO response (" + COLUMNS + ") SELECT " + COLUMNS + GIVEN_ROWS
                                        + " ON CONFLICT DO NOTHING",
                                fresh)
                        != fresh.size()) {
            throw new Overtaken();
        }
        if (!known.isEmpty()) {
            execute(
                    tx,
                    "UPDATE response r SET (" + COLUMNS + ") = (SELECT " + prefixed("n.") + ")" + GIVEN_ROWS
                            + " WHERE r.portal = n.portal AND r.response_id = n.response_id",
                    known);
        }
    }

    private static String prefixed(String prefix) {
        return prefix + COLUMNS.replaceAll(",\\s+", ", " + prefix);
    }

    private static List<StoredResponse> stored(Collection<HeldResponse> rows, Set<ResponseKey> loaded, boolean known) {
        return rows.stream()
                .filter(r -> loaded.contains(r.key()) == known)
                .map(StoredResponse::new)
                .toList();
    }

    private static int execute(Handle tx, String sql, List<StoredResponse> rows) {
        return tx.createUpdate(sql).bind("rows", Rows.write(rows)).execute();
    }

    private static Set<String> ticketsOf(Handle tx, Collection<ResponseKey> responses) {
        return tx
                .createQuery(
                        """
                        SELECT ticket_key FROM response
                        WHERE (portal, response_id) IN (SELECT * FROM unnest(:portals, :ids))""")
                .bindArray(
                        "portals",
                        String.class,
                        responses.stream().map(ResponseKey::portal).toList())
                .bindArray(
                        "ids",
                        String.class,
                        responses.stream().map(ResponseKey::responseId).toList())
                .mapTo(String.class)
                .stream()
                .collect(Collectors.toSet());
    }
}
