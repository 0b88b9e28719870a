package io.amends.ingest.sources;

import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Forgets webhooks that were kept for as long as they are to be (A12). */
@ApplicationScoped
public class SourceHousekeeping {
    private static final Logger LOG = Logger.getLogger(SourceHousekeeping.class);
    private static final int AT_ONCE = 1_000;

    private final Jdbi jdbi;
    private final Migrations migrations;
    private final int keepDays;

    SourceHousekeeping(Jdbi jdbi, Migrations migrations, @ConfigProperty(name = KeptBodies.KEEP_DAYS) int keepDays) {
        this.jdbi = jdbi;
        this.migrations = migrations;
        this.keepDays = keepDays;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws InterruptedException {
        if (!migrations.await(0)) {
            return;
        }
        try {
            jdbi.useTransaction(tx -> SourceDeliveryTable.forget(tx, keepDays, AT_ONCE));
        } catch (RuntimeException e) { // the next time does it
            LOG.debugf("old webhooks stay a little longer: %s", Failures.said(e));
        }
    }
}
