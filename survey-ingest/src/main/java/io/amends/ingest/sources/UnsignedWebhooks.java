package io.amends.ingest.sources;

import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts the webhooks that were refused for their signature, and tells the database of them every few seconds: one row for
 * all of a source, so that whoever sends them by the thousand fills nothing.
 */
@ApplicationScoped
public class UnsignedWebhooks {
    private static final Logger LOG = Logger.getLogger(UnsignedWebhooks.class);

    private final Jdbi jdbi;
    private final Migrations migrations;
    private final Clock clock;
    private final Map<SourceId, Long> counts = new ConcurrentHashMap<>();

    UnsignedWebhooks(Jdbi jdbi, Migrations migrations, Clock clock) {
        this.jdbi = jdbi;
        this.migrations = migrations;
        this.clock = clock;
    }

    /** One was refused. */
    void refused(SourceId source) {
        counts.merge(source, 1L, Long::sum);
    }

    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() throws InterruptedException {
        if (counts.isEmpty() || !migrations.await(0)) {
            return;
        }
        for (SourceId source : Set.copyOf(counts.keySet())) {
            Long count = counts.remove(source);
            if (count == null) {
                continue;
            }
            try {
                jdbi.useTransaction(tx -> SourceDeliveryTable.unsigned(tx, source, count, clock.instant()));
            } catch (RuntimeException e) { // it is told the next time
                counts.merge(source, count, Long::sum);
                LOG.debugf("refused webhooks are told later: %s", Failures.said(e));
                return;
            }
        }
    }
}
