package io.amends.kit.inbound;

import io.amends.contracts.Topics;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Keeps the inbox as large as what Kafka can still repeat, so that it does not grow for ever. */
@ApplicationScoped
public class InboxHousekeeping {
    private static final Logger LOG = Logger.getLogger(InboxHousekeeping.class);

    /** A group that lost its offsets reads a topic from its beginning: whatever is there must be known. */
    static final Duration KEPT = Duration.ofDays(
            Topics.ALL.stream().mapToInt(Topic::goneAfterDays).max().orElseThrow());

    private final Jdbi jdbi;
    private final Migrations migrations;
    private final Clock clock;
    private final int atOnce;

    @Inject
    InboxHousekeeping(Jdbi jdbi, Migrations migrations, Clock clock) {
        this(jdbi, migrations, clock, 10_000);
    }

    /** @param atOnce deliveries of one transaction, at most */
    InboxHousekeeping(Jdbi jdbi, Migrations migrations, Clock clock, int atOnce) {
        this.jdbi = jdbi;
        this.migrations = migrations;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws InterruptedException {
        if (!migrations.await(0)) {
            return;
        }
        try {
            int forgotten;
            do {
                forgotten = jdbi.inTransaction(
                        tx -> Inbox.forget(tx, clock.instant().minus(KEPT), atOnce));
            } while (forgotten == atOnce);
        } catch (RuntimeException e) { // the next minute tries again
            LOG.warnf("old deliveries stay in the inbox a little longer: %s", Failures.said(e));
        }
    }
}
