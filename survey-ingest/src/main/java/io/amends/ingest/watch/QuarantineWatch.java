package io.amends.ingest.watch;

import io.amends.contracts.EventTypes;
import io.amends.contracts.QuarantineWaiting;
import io.amends.contracts.QuarantineWaiting.ReasonCount;
import io.amends.contracts.Topics;
import io.amends.kit.database.Migrations;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.Failures;
import io.amends.kit.id.Ids;
import io.amends.kit.outbox.Outbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells that responses wait in quarantine: the first at once, and what comes within an hour of that gathered when it is over
 * (A7). A response is told of once, and not at all if it has healed by then.
 */
@ApplicationScoped
public class QuarantineWatch {
    private static final Logger LOG = Logger.getLogger(QuarantineWatch.class);
    private static final Duration GATHERED = Duration.ofHours(1);
    /** More than these are told of an hour later. */
    private static final int AT_ONCE = 50_000;

    private final Jdbi jdbi;
    private final Migrations migrations;
    private final DirectoryView directory;
    private final Outbox outbox;
    private final Clock clock;

    public QuarantineWatch(Jdbi jdbi, Migrations migrations, DirectoryView directory, Outbox outbox, Clock clock) {
        this.jdbi = jdbi;
        this.migrations = migrations;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws InterruptedException {
        try {
            look();
        } catch (RuntimeException e) { // the next look finds the same: nothing was told by halves
            LOG.warnf("what waits in quarantine is told a little later: %s", Failures.said(e));
        }
    }

    /** Looks at all portals. */
    public void look() throws InterruptedException {
        if (!migrations.await(0)) {
            return;
        }
        Instant now = clock.instant();
        for (String portal : jdbi.withHandle(QuarantineWatch::untold)) {
            if (directory.portal(portal) != null) {
                jdbi.useTransaction(tx -> tell(tx, portal, now));
            }
        }
        outbox.wake();
    }

    private void tell(Handle tx, String portal, Instant now) {
        if (!due(tx, portal, now)) {
            return;
        }
        List<String> fresh = tx.createQuery(
                        """
                        UPDATE response SET quarantine_told_at = :now WHERE (portal, response_id) IN (
                          SELECT portal, response_id FROM response
                          WHERE portal = :portal AND state = 'QUARANTINED' AND quarantine_told_at IS NULL
                          LIMIT :atMost FOR UPDATE SKIP LOCKED)
                        RETURNING response_id""")
                .bind("portal", portal)
                .bind("now", at(now))
                .bind("atMost", AT_ONCE)
                .mapTo(String.class)
                .list();
        if (fresh.isEmpty()) {
            return;
        }
        tx.createUpdate("UPDATE quarantine_notice SET told_at = :now WHERE portal = :portal")
                .bind("portal", portal)
                .bind("now", at(now))
                .execute();
        QuarantineWaiting told =
                new QuarantineWaiting(portal, fresh.size(), waiting(tx, portal), reasons(tx, portal, fresh), now);
        String id =
                Ids.v5(EventTypes.QUARANTINE_WAITING, portal, now.toString()).toString();
        outbox.add(tx, List.of(OutboundEvent.of(Topics.OPERATIONS, portal, id, EventTypes.QUARANTINE_WAITING, told)));
    }

    /** Whether the portal may be told now; its row is held until the end of the transaction. */
    private static boolean due(Handle tx, String portal, Instant now) {
        tx.createUpdate(
                        """
                        INSERT INTO quarantine_notice (portal, told_at) VALUES (:portal, '-infinity')
                        ON CONFLICT DO NOTHING""")
                .bind("portal", portal)
                .execute();
        return tx.createQuery(
                        """
                        SELECT 1 FROM quarantine_notice WHERE portal = :portal AND told_at <= :before
                        FOR UPDATE SKIP LOCKED""")
                .bind("portal", portal)
                .bind("before", at(now.minus(GATHERED)))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static List<String> untold(Handle db) {
        return db.createQuery(
                        """
                        SELECT DISTINCT portal FROM response
                        WHERE state = 'QUARANTINED' AND quarantine_told_at IS NULL ORDER BY portal""")
                .mapTo(String.class)
                .list();
    }

    private static long waiting(Handle tx, String portal) {
        return tx.createQuery("SELECT count(*) FROM response WHERE portal = :portal AND state = 'QUARANTINED'")
                .bind("portal", portal)
                .mapTo(Long.class)
                .one();
    }

    private static List<ReasonCount> reasons(Handle tx, String portal, List<String> responses) {
        return tx.createQuery(
                        """
                        SELECT '/' || split_part(reason ->> 'pointer', '/', 2) AS place, count(DISTINCT response_id) AS n
                        FROM response, jsonb_array_elements(reasons) AS reason
                        WHERE portal = :portal AND response_id = ANY(:responses)
                        GROUP BY place ORDER BY n DESC, place""")
                .bind("portal", portal)
                .bindArray("responses", String.class, responses)
                .map((row, context) -> new ReasonCount(row.getString(1), row.getLong(2)))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
