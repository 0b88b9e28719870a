package io.amends.ingest.replay;

import io.amends.ingest.replay.core.ReplayTally.Found;
import io.amends.ingest.sources.KeptBodies.Reached;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The replays that are to be read, as the instances share them. One is taken for a while by one instance; whoever says how
 * far it has come names from where, so that of two that read the same deliveries only the first is heard.
 */
@ApplicationScoped
class ReplayQueue {
    private static final String HOLDS = "leased_until = clock_timestamp() + interval '60 seconds'";

    private final Jdbi jdbi;

    ReplayQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes the one that has waited longest. */
    Optional<StoredReplay> take() {
        return jdbi.withHandle(db -> db.createQuery("UPDATE source_replay SET touched_at = clock_timestamp(), " + HOLDS
                        + " WHERE id = (SELECT id FROM source_replay WHERE state = 'RUNNING'"
                        + " AND (leased_until IS NULL OR leased_until < clock_timestamp())"
                        + " ORDER BY touched_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *")
                .map(ReplayStore::read)
                .findOne());
    }

    /**
     * Takes it for good until the end of the transaction; false if somebody else has read on from the same place meanwhile.
     */
    boolean hold(Handle tx, StoredReplay of) {
        return tx.createUpdate("UPDATE source_replay SET " + HOLDS
                                + " WHERE id = :id AND state = 'RUNNING' AND reached_id = :from")
                        .bind("id", of.id())
                        .bind("from", of.reached().id())
                        .execute()
                > 0;
    }

    /** Says how far one that is held has come, in the transaction of what that changes. */
    void advance(Handle tx, UUID id, Reached to, int deliveries, Found found) {
        tx.createUpdate("UPDATE source_replay SET reached_at = :at, reached_id = :reached, read = read + :deliveries,"
                        + " found = CAST(:found AS jsonb) WHERE id = :id")
                .bind("id", id)
                .bind("at", to.at().atOffset(ZoneOffset.UTC))
                .bind("reached", to.id())
                .bind("deliveries", deliveries)
                .bind("found", ReplayStore.json(found))
                .execute();
    }

    /** Lets others have it. */
    void release(UUID id) {
        jdbi.useHandle(db -> db.createUpdate("UPDATE source_replay SET leased_until = NULL WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** All of its range is read. */
    void finish(StoredReplay of) {
        jdbi.useHandle(db -> db.createUpdate("UPDATE source_replay SET state = 'DONE', finished_at = clock_timestamp(),"
                        + " leased_until = NULL WHERE id = :id AND state = 'RUNNING' AND reached_id = :from")
                .bind("id", of.id())
                .bind("from", of.reached().id())
                .execute());
    }

    /** It cannot go on. */
    void fail(UUID id, String sentence) {
        jdbi.useHandle(db -> db.createUpdate("UPDATE source_replay SET state = 'FAILED', error = :sentence,"
                        + " finished_at = clock_timestamp(), leased_until = NULL WHERE id = :id AND state = 'RUNNING'")
                .bind("id", id)
                .bind("sentence", sentence)
                .execute());
    }
}
