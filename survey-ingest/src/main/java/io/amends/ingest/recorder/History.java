package io.amends.ingest.recorder;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.amends.contracts.Reason;
import io.amends.ingest.recorder.Standing.Author;
import io.amends.ingest.recorder.Standing.Entry;
import io.amends.ingest.response.Change;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.HistoryKind;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.response.Version;
import io.amends.kit.access.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What happened to each response: every change, and versions that came too late to change anything. */
public final class History {

    private History() {}

    /**
     * Where changes come from.
     *
     * @param by who makes them; null: a source or the directory does
     * @param reason why the person makes them
     * @param trimmed ids and codes that came with blanks around them, by the version they came with
     * @param corrected the same, of the person's corrections
     */
    public record Origin(
            @Nullable Signature by,
            @Nullable String reason,
            Map<Version, List<Reason>> trimmed,
            List<Reason> corrected) {
        /** The directory has changed. */
        static final Origin DIRECTORY = new Origin(null, null, Map.of(), List.of());

        /** A person, and why. */
        public static Origin person(Signature by, String reason, List<Reason> trimmed) {
            return new Origin(by, reason, Map.of(), trimmed);
        }

        static Origin source(Map<Version, List<Reason>> trimmed) {
            return new Origin(null, null, trimmed, List.of());
        }

        private List<Reason> trimmed(Change change) {
            HeldResponse before = change.before();
            HeldResponse after = change.after();
            if (before == null || !before.newest().equals(after.newest())) {
                return trimmed(after.newest());
            }
            return before.corrections().equals(after.corrections()) ? List.of() : corrected;
        }

        private List<Reason> trimmed(Version version) {
            return trimmed.getOrDefault(version, List.of());
        }
    }

    /** One line of a response's history, as a row. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Line(String portal, String responseId, @JsonUnwrapped Entry entry) {

        static Line of(Change change, Origin origin, Instant at) {
            HeldResponse after = change.after();
            Signature by = origin.by();
            Author author = new Author(by == null ? null : by.name(), by == null ? null : by.key(), origin.reason());
            return of(new Entry(
                    at,
                    change.kind(),
                    after.version(),
                    after.state(),
                    author,
                    origin.trimmed(change),
                    after.response()));
        }

        static Line stale(Version version, Origin origin, Instant at) {
            List<Reason> trimmed = origin.trimmed(version);
            return of(new Entry(at, HistoryKind.STALE, null, null, Author.NOBODY, trimmed, version.body()));
        }

        private static Line of(Entry entry) {
            return new Line(entry.response().portal(), entry.response().responseId(), entry);
        }
    }

    static void write(Handle tx, List<Change> changes, List<Version> stale, Origin origin, Instant at) {
        List<Line> lines = Stream.concat(
                        changes.stream().map(c -> Line.of(c, origin, at)),
                        stale.stream().map(v -> Line.stale(v, origin, at)))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        tx.createUpdate(
                        """
                        INSERT INTO history
                        (portal, response_id, at, what, version, state, person, key, reason, trimmed, response)
                        SELECT portal, response_id, at, what, version, state, person, key, reason, trimmed, response
                        FROM json_to_recordset(CAST(:rows AS json)) AS n(portal text, response_id text, at timestamptz,
                        what text, version bigint, state text, person text, key text, reason text, trimmed jsonb,
                        response jsonb)""")
                .bind("rows", Rows.write(lines))
                .execute();
    }

    /** All of one response, oldest first. */
    static List<Entry> of(Handle handle, ResponseKey key) {
        return handle.createQuery(
                        """
                        SELECT row_to_json(h) FROM history h
                        WHERE portal = :portal AND response_id = :responseId ORDER BY id""")
                .bind("portal", key.portal())
                .bind("responseId", key.responseId())
                .mapTo(String.class)
                .map(row -> Rows.read(row, Entry.class))
                .list();
    }
}
