package io.amends.ingest.recorder;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyResponse;
import io.amends.ingest.response.Change;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.response.Version;
import io.amends.kit.access.Signature;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What happened to each response: every change, and versions that came too late to change anything. */
public final class History {

    private History() {}

    /** Who changed something, and why. */
    public record Author(Signature by, @Nullable String reason) {}

    /**
     * One line of a response's history.
     *
     * @param what the event's type without its prefix, such as {@code updated}, or that it came too late
     * @param version the response's version after it; null for stale ones
     * @param person who did it, if a person did
     * @param key the API key that vouches for the person
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Line(
            String portal,
            String responseId,
            Instant at,
            String what,
            @Nullable Long version,
            @Nullable ResponseState state,
            @Nullable String person,
            @Nullable String key,
            @Nullable String reason,
            SurveyResponse response) {

        static Line of(Change change, @Nullable Author author, Instant at) {
            String type = change.type();
            return new Line(
                    change.after().response().portal(),
                    change.after().response().responseId(),
                    at,
                    type.substring(type.lastIndexOf('.') + 1),
                    change.after().version(),
                    change.after().state(),
                    author == null ? null : author.by().name(),
                    author == null ? null : author.by().key(),
                    author == null ? null : author.reason(),
                    change.after().response());
        }

        static Line stale(Version version, Instant at) {
            SurveyResponse body = version.body();
            return new Line(body.portal(), body.responseId(), at, "stale", null, null, null, null, null, body);
        }
    }

    static void write(Handle tx, List<Change> changes, List<Version> stale, @Nullable Author author, Instant at) {
        List<Line> lines = Stream.concat(
                        changes.stream().map(c -> Line.of(c, author, at)),
                        stale.stream().map(v -> Line.stale(v, at)))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        tx.createUpdate(
                        """
                        INSERT INTO history (portal, response_id, at, what, version, state, person, key, reason, response)
                        SELECT portal, response_id, at, what, version, state, person, key, reason, response
                        FROM json_to_recordset(CAST(:rows AS json)) AS n(portal text, response_id text, at timestamptz,
                        what text, version bigint, state text, person text, key text, reason text, response jsonb)""")
                .bind("rows", Rows.write(lines))
                .execute();
    }

    /** All of one response, oldest first. */
    static List<Line> of(Handle handle, ResponseKey key) {
        return handle.createQuery(
                        """
                        SELECT row_to_json(h) FROM history h
                        WHERE portal = :portal AND response_id = :responseId ORDER BY id""")
                .bind("portal", key.portal())
                .bind("responseId", key.responseId())
                .mapTo(String.class)
                .map(row -> Rows.read(row, Line.class))
                .list();
    }
}
