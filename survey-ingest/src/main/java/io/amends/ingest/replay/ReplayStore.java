package io.amends.ingest.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Json;
import io.amends.contracts.api.ReplayState;
import io.amends.contracts.api.SourceReplay;
import io.amends.contracts.api.SourceReplay.OtherResponses;
import io.amends.ingest.replay.core.ReplayTally.Found;
import io.amends.ingest.sources.KeptBodies;
import io.amends.ingest.sources.KeptBodies.Reached;
import io.amends.ingest.sources.SourceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The replays of all sources, as they were begun and as they stand. */
@ApplicationScoped
class ReplayStore {
    private static final int SHOWN = 20;

    private final Jdbi jdbi;

    ReplayStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What is to be read again, with nothing wrong in it.
     *
     * @param another whether bodies that make another response than before become that as well
     */
    record Range(Instant from, Instant to, boolean dryRun, boolean another) {}

    /** Begins one; empty where another one of the same source runs. */
    Optional<UUID> begin(Handle tx, SourceId source, Range range, String author) {
        return tx.createQuery(
                        """
                        INSERT INTO source_replay
                          (id, portal, source, from_at, to_at, dry_run, another, state, author, deliveries, reached_at, found)
                        VALUES (:id, :portal, :source, :from, :to, :dry, :another, 'RUNNING', :author, :deliveries, :from,
                          CAST(:found AS jsonb))
                        ON CONFLICT DO NOTHING RETURNING id""")
                .bind("id", UUID.randomUUID())
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("from", range.from().atOffset(ZoneOffset.UTC))
                .bind("to", range.to().atOffset(ZoneOffset.UTC))
                .bind("dry", range.dryRun())
                .bind("another", range.another())
                .bind("author", author)
                .bind("deliveries", KeptBodies.count(tx, source, range.from(), range.to()))
                .bind("found", json(Found.NOTHING))
                .mapTo(UUID.class)
                .findOne();
    }

    /** The id of the one that runs. */
    Optional<UUID> running(SourceId source) {
        return jdbi.withHandle(db -> db.createQuery("SELECT id FROM source_replay WHERE portal = :portal"
                        + " AND source = :source AND state = 'RUNNING'")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .mapTo(UUID.class)
                .findOne());
    }

    /** One of a portal. */
    Optional<StoredReplay> find(String portal, UUID id) {
        return jdbi.withHandle(db -> db.createQuery("SELECT * FROM source_replay WHERE id = :id AND portal = :portal")
                .bind("id", id)
                .bind("portal", portal)
                .map(ReplayStore::read)
                .findOne());
    }

    /** The last ones of a source, the newest first. */
    List<SourceReplay> last(SourceId source) {
        return jdbi.withHandle(db -> db.createQuery("SELECT * FROM source_replay WHERE portal = :portal"
                        + " AND source = :source ORDER BY begun_at DESC, id LIMIT :shown")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("shown", SHOWN)
                .map(ReplayStore::read)
                .map(StoredReplay::view)
                .list());
    }

    static StoredReplay read(ResultSet row, StatementContext context) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        SourceId source = new SourceId(row.getString("portal"), row.getString("source"));
        Found found = found(row.getString("found"));
        ReplayState state = ReplayState.valueOf(row.getString("state"));
        long deliveries = row.getLong("deliveries");
        double share = deliveries == 0 ? 0 : Math.min(1, (double) row.getLong("read") / deliveries);
        SourceReplay view = new SourceReplay(
                id.toString(),
                source.code(),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("to_at").toInstant(),
                row.getBoolean("dry_run"),
                state,
                state == ReplayState.DONE ? 1 : share,
                found.unchanged(),
                found.changed(),
                new OtherResponses(
                        found.another().count(),
                        row.getBoolean("another"),
                        found.another().examples()),
                found.refused(),
                row.getString("author"),
                row.getTimestamp("begun_at").toInstant(),
                instant(row.getTimestamp("finished_at")),
                row.getString("error"));
        Reached reached = new Reached(row.getTimestamp("reached_at").toInstant(), row.getLong("reached_id"));
        return new StoredReplay(id, source, view, reached, found);
    }

    static String json(Found found) {
        return new String(Json.write(found), UTF_8);
    }

    private static Found found(String stored) {
        try {
            return Json.read(stored.getBytes(UTF_8), Found.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored replay cannot be read", e);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
