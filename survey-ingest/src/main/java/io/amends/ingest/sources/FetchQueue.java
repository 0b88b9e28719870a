package io.amends.ingest.sources;

import io.amends.kit.lifecycle.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The responses that are to be fetched. One is claimed by moving its due time to the end of the claim, so that what a crash
 * leaves behind is due again by itself; the database's clock counts. A source's row of {@code source_rate} says when the
 * next call for it may be made, for all instances together.
 */
@ApplicationScoped
public class FetchQueue {
    private volatile List<Worker> workers = List.of();

    /**
     * A response that this instance fetches now.
     *
     * @param attempts this one included; it tells this claim from a later one
     */
    record FetchClaim(long delivery, SourceId source, String path, Instant namedAt, int attempts) {}

    /** Whom to tell that there is something to do. */
    void worksFor(List<Worker> fetchers) {
        workers = List.copyOf(fetchers);
    }

    /** There is something to do. */
    void wake() {
        workers.forEach(Worker::wake);
    }

    static void add(Handle tx, long delivery, SourceId source, String path) {
        tx.createUpdate("INSERT INTO source_rate (portal, source) VALUES (:portal, :source) ON CONFLICT DO NOTHING")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .execute();
        tx.createUpdate(
                        """
                        INSERT INTO source_fetch (delivery, portal, source, path)
                        VALUES (:delivery, :portal, :source, :path)""")
                .bind("delivery", delivery)
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("path", path)
                .execute();
    }

    /** The source whose turn it is, locked until the transaction ends; empty where nothing is due. */
    static Optional<SourceId> turn(Handle tx) {
        return tx.createQuery(
                        """
                        SELECT r.portal, r.source FROM source_rate r
                        WHERE r.next_at <= clock_timestamp() AND EXISTS (
                          SELECT 1 FROM source_fetch f WHERE f.portal = r.portal AND f.source = r.source
                          AND f.due_at <= clock_timestamp())
                        ORDER BY r.next_at LIMIT 1 FOR UPDATE OF r SKIP LOCKED""")
                .map((row, context) -> new SourceId(row.getString(1), row.getString(2)))
                .findFirst();
    }

    /**
     * Claims what is due first of a source. Until {@link #rest} says when the next call may be made, or the lease is over, no
     * other one is made: of a vendor that does not answer each source keeps one worker busy at most.
     */
    static Optional<FetchClaim> claim(Handle tx, SourceId source, Duration lease) {
        rest(tx, source, lease);
        return tx.createQuery(
                        """
                        UPDATE source_fetch SET attempts = attempts + 1,
                          due_at = clock_timestamp() + make_interval(secs => :lease)
                        WHERE delivery = (SELECT delivery FROM source_fetch
                          WHERE portal = :portal AND source = :source AND due_at <= clock_timestamp()
                          ORDER BY due_at, delivery LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING delivery, path, named_at, attempts""")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("lease", seconds(lease))
                .map((row, context) -> new FetchClaim(
                        row.getLong(1),
                        source,
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getInt(4)))
                .findOne();
    }

    /** Makes no call for a source for so long. */
    static void rest(Handle tx, SourceId source, Duration atLeast) {
        tx.createUpdate(
                        """
                        UPDATE source_rate SET next_at = clock_timestamp() + make_interval(secs => :wait)
                        WHERE portal = :portal AND source = :source""")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("wait", seconds(atLeast))
                .execute();
    }

    /** Takes a response out; false where the claim has ended and another one may be working on it. */
    static boolean done(Handle tx, FetchClaim claim) {
        return tx.createUpdate("DELETE FROM source_fetch WHERE delivery = :delivery AND attempts = :attempts")
                        .bind("delivery", claim.delivery())
                        .bind("attempts", claim.attempts())
                        .execute()
                == 1;
    }

    /** Has it tried again after that time. */
    static void again(Handle tx, FetchClaim claim, Duration after) {
        tx.createUpdate(
                        """
                        UPDATE source_fetch SET due_at = clock_timestamp() + make_interval(secs => :after)
                        WHERE delivery = :delivery AND attempts = :attempts""")
                .bind("delivery", claim.delivery())
                .bind("attempts", claim.attempts())
                .bind("after", seconds(after))
                .execute();
    }

    /** How many wait, of all portals. */
    static long backlog(Handle db) {
        return db.createQuery("SELECT count(*) FROM source_fetch")
                .mapTo(Long.class)
                .one();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
