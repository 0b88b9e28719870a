package io.amends.ingest.recorder;

import io.amends.contracts.ChangeCause;
import io.amends.contracts.Reason;
import io.amends.contracts.api.ResponseStanding.HistoryEntry;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.response.ResponseRevision;
import io.amends.ingest.response.SourceVersion;
import io.amends.kit.access.Signature;
import io.amends.kit.rights.Sight;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What happened to each response: every change, and versions that came too late to change anything. */
public final class ResponseHistory {

    private ResponseHistory() {}

    /**
     * Where changes come from.
     *
     * @param replayId which replay makes them; null where none does
     * @param by who makes them; null: a source or the directory does
     * @param reason why the person makes them
     * @param brought how each version came that a source sent
     * @param corrected ids and codes of the person's corrections that came with blanks around them
     */
    public record ChangeOrigin(
            ChangeCause cause,
            @Nullable String replayId,
            @Nullable Signature by,
            @Nullable String reason,
            Map<SourceVersion, Bringing> brought,
            List<Reason> corrected) {
        /** The directory has changed. */
        static final ChangeOrigin DIRECTORY =
                new ChangeOrigin(ChangeCause.DIRECTORY, null, null, null, Map.of(), List.of());

        /** A person, and why. */
        public static ChangeOrigin person(Signature by, String reason, List<Reason> trimmed) {
            return new ChangeOrigin(ChangeCause.PERSON, null, by, reason, Map.of(), trimmed);
        }

        /** What sources sent, with how each version came. */
        public static ChangeOrigin source(Map<SourceVersion, Bringing> brought) {
            return new ChangeOrigin(ChangeCause.SENT, null, null, null, brought, List.of());
        }

        /** What a source had sent, as a replay reads it. */
        public static ChangeOrigin replay(UUID id, Map<SourceVersion, Bringing> brought) {
            return new ChangeOrigin(ChangeCause.REPLAYED, id.toString(), null, null, brought, List.of());
        }

        List<Reason> trimmed(ResponseRevision change) {
            HeldResponse before = change.before();
            HeldResponse after = change.after();
            if (bringsVersion(change)) {
                return trimmed(after.newest());
            }
            return before == null || before.corrections().equals(after.corrections()) ? List.of() : corrected;
        }

        List<Reason> trimmed(SourceVersion version) {
            Bringing how = brought.get(version);
            return how == null ? List.of() : how.trimmed();
        }

        @Nullable
        String source(ResponseRevision change) {
            return bringsVersion(change) ? source(change.after().newest()) : null;
        }

        @Nullable
        String source(SourceVersion version) {
            Bringing how = brought.get(version);
            return how == null ? null : how.source();
        }

        private static boolean bringsVersion(ResponseRevision change) {
            HeldResponse before = change.before();
            return before == null || !before.newest().equals(change.after().newest());
        }
    }

    /**
     * How a version came.
     *
     * @param source what its CloudEvent names as its source; null where no event brought it
     * @param trimmed ids and codes that came with blanks around them
     */
    public record Bringing(@Nullable String source, List<Reason> trimmed) {}

    /** Writes what happened, after the rows of the responses themselves. */
    static void write(
            Handle tx, List<ResponseRevision> changes, List<SourceVersion> stale, ChangeOrigin origin, Instant at) {
        Map<ResponseKey, Long> newest = new HashMap<>();
        changes.forEach(c -> newest.put(c.after().key(), c.after().version()));
        List<StoredChange> lines = Stream.concat(
                        changes.stream()
                                .map(c -> StoredChange.of(
                                        c,
                                        Objects.equals(
                                                newest.get(c.after().key()),
                                                c.after().version()),
                                        origin,
                                        at)),
                        stale.stream().map(v -> StoredChange.stale(v, origin, at)))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        tx.createUpdate(
                        """
                        INSERT INTO history
                        (portal, response_id, at, what, version, state, person, key, reason, trimmed, source, cause,
                        replay_id, response)
                        SELECT portal, response_id, at, what, version, state, person, key, reason, trimmed, source, cause,
                        replay_id, coalesce(response, (SELECT r.response FROM response r
                            WHERE r.portal = n.portal AND r.response_id = n.response_id))
                        FROM\s"""
                                + Rows.GIVEN
                                + """
                         AS n(portal text, response_id text, at timestamptz,
                        what text, version bigint, state text, person text, key text, reason text, trimmed jsonb,
                        source text, cause text, replay_id text, response jsonb)""")
                .bind("rows", Rows.write(lines))
                .execute();
    }

    /** All of one response, oldest first, but for what it was in groups that are not seen. */
    static List<HistoryEntry> of(Handle handle, ResponseKey key, Sight sight) {
        return handle.createQuery("SELECT row_to_json(h) FROM (SELECT *, replay_id AS \"replayId\" FROM history) h"
                        + " WHERE portal = :portal AND response_id = :responseId AND " + ResponseSelection.SEEN
                        + " ORDER BY id")
                .bind("portal", key.portal())
                .bind("responseId", key.responseId())
                .bind("groups", sight.array())
                .mapTo(String.class)
                .map(row -> Rows.read(row, HistoryEntry.class))
                .list();
    }
}
