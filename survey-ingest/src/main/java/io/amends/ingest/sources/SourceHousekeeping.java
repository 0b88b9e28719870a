package io.amends.ingest.sources;

import io.amends.contracts.Topics;
import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Forgets webhooks that are older than what was recorded of them (A12). */
@ApplicationScoped
public class SourceHousekeeping {
    private static final Logger LOG = Logger.getLogger(SourceHousekeeping.class);
    private static final int KEEP_DAYS = Topics.named(Topics.RECORDED).retentionDays();
    private static final int AT_ONCE = 1_000;

    private final Jdbi jdbi;
    private final Migrations migrations;

    SourceHousekeeping(Jdbi jdbi, Migrations migrations) {
        this.jdbi = jdbi;
        this.migrations = migrations;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws InterruptedException {
        if (!migrations.await(0)) {
            return;
        }
        try {
            jdbi.useTransaction(tx -> SourceDeliveryTable.forget(tx, KEEP_DAYS, AT_ONCE));
        } catch (RuntimeException e) { // the next time does it
            LOG.debugf("old webhooks stay a little longer: %s", Failures.said(e));
        }
    }
}
