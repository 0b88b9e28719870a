package io.amends.ingest.replay;

import io.amends.ingest.sources.KeptBodies;
import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Forgets what replays have found: their examples say what customers wrote, so they stay no longer than that. */
@ApplicationScoped
class ReplayHousekeeping {
    private static final Logger LOG = Logger.getLogger(ReplayHousekeeping.class);
    private static final int LONGEST_DAYS = 90;

    private final Jdbi jdbi;
    private final Migrations migrations;
    private final int days;

    ReplayHousekeeping(Jdbi jdbi, Migrations migrations, @ConfigProperty(name = KeptBodies.KEEP_DAYS) int keepDays) {
        this.jdbi = jdbi;
        this.migrations = migrations;
        this.days = Math.min(LONGEST_DAYS, keepDays);
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws InterruptedException {
        if (!migrations.await(1)) {
            return;
        }
        try {
            jdbi.useHandle(db -> db.createUpdate("DELETE FROM source_replay WHERE state <> 'RUNNING'"
                            + " AND finished_at < clock_timestamp() - make_interval(days => :days)")
                    .bind("days", days)
                    .execute());
        } catch (RuntimeException e) { // the next time does it
            LOG.warnf("replays are forgotten a little later: %s", Failures.said(e));
        }
    }
}
