package io.amends.ingest.imports;

import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Forgets files that nobody sent to their end or started, and after a while what was refused of others. */
@ApplicationScoped
class ImportHousekeeping {
    private static final Logger LOG = Logger.getLogger(ImportHousekeeping.class);

    private final Jdbi jdbi;
    private final Migrations migrations;

    ImportHousekeeping(Jdbi jdbi, Migrations migrations) {
        this.jdbi = jdbi;
        this.migrations = migrations;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws InterruptedException {
        if (!migrations.await(1)) {
            return;
        }
        try {
            jdbi.useHandle(db -> {
                db.execute("DELETE FROM survey_import WHERE state IN ('KEEPING', 'HELD')"
                        + " AND touched_at < clock_timestamp() - interval '1 day'");
                db.execute("DELETE FROM survey_import WHERE state IN ('DONE', 'CANCELLED', 'FAILED')"
                        + " AND finished_at < clock_timestamp() - interval '90 days'");
            });
        } catch (RuntimeException e) { // the next time does it
            LOG.warnf("imports are forgotten a little later: %s", Failures.said(e));
        }
    }
}
