package io.amends.kit.outbox;

import io.amends.contracts.Topics;
import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.lifecycle.Worker;
import io.amends.kit.metrics.MetricNames;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.produce.Sending;
import io.amends.kit.topic.TopicSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox, in order per key, one relay at a time: a session advisory lock on a connection of its own makes
 * every other instance wait. Reading, sending and deleting are three short steps, so no transaction is open while Kafka
 * is slow. A crash between sending and deleting sends again; the inbox of who hears it recognises that.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final long IDLE_MILLIS = 200;
    private static final Duration STANDBY = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final long LOCK = 0x616d656e64730001L;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final EventProducer producer;
    private final TopicSetup topics;
    private final Migrations migrations;
    private final Worker worker = new Worker("outbox-relay", "publishing waits", this::publish);
    private final AtomicLong unpublished = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();
    private final io.micrometer.core.instrument.Counter parked;

    OutboxRelay(
            Jdbi jdbi,
            Outbox outbox,
            EventProducer producer,
            TopicSetup topics,
            Migrations migrations,
            MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.producer = producer;
        this.topics = topics;
        this.migrations = migrations;
        metrics.gauge(MetricNames.OUTBOX_UNPUBLISHED, unpublished);
        metrics.gauge(MetricNames.OUTBOX_OLDEST, oldestSeconds);
        this.parked = metrics.counter(MetricNames.OUTBOX_PARKED);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.end();
        outbox.wake();
        worker.stop(DRAIN);
    }

    /** A round lasts until something fails: when Kafka comes back, its topics may have to be made anew. */
    private void publish(Worker self) throws InterruptedException {
        if (migrations.await(STANDBY.toMillis())) {
            topics.ensure(Topics.ALL);
            while (!self.isEnding()) {
                if (!lead(self)) {
                    self.rest(STANDBY);
                }
            }
        }
    }

    /** Publishes as long as this instance holds the lock; false if another one holds it. */
    private boolean lead(Worker self) throws InterruptedException {
        try (Handle lease = jdbi.open()) {
            if (!lease.createQuery("SELECT pg_try_advisory_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one()) {
                return false;
            }
            try {
                while (!self.isEnding()) {
                    int read = publishOnce(lease);
                    self.wentWell();
                    if (read < BATCH) {
                        outbox.awaitWork(IDLE_MILLIS);
                    }
                }
            } finally {
                // The pool keeps the connection, and with it the lock, unless it is given back.
                lease.execute("SELECT pg_advisory_unlock(?)", LOCK);
            }
            return true;
        }
    }

    /** One round; returns how many rows were read. */
    int publishOnce(Handle lease) {
        List<OutboxRow> rows = lease.createQuery(
                        """
                        SELECT id, topic, key, event_id, type, subject, data FROM outbox
                        WHERE error IS NULL ORDER BY id LIMIT :batch""")
                .bind("batch", BATCH)
                .map((rs, ctx) -> OutboxRow.read(rs))
                .list();
        if (rows.isEmpty()) {
            return 0;
        }
        // By one client: after a failure nothing more is sent, which could overtake what is sent again.
        Sending sending = producer.sending();
        List<CompletableFuture<@Nullable Void>> sends =
                rows.stream().map(row -> sending.sendTold(row.event())).toList();
        List<Long> published = new ArrayList<>();
        Set<String> heldBack = new HashSet<>();
        @Nullable RuntimeException failure = null;
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            try {
                sends.get(i).join();
                if (!heldBack.contains(row.event().key())) {
                    published.add(row.id());
                }
            } catch (CompletionException e) {
                if (e.getCause() instanceof PermanentFailure never) {
                    park(lease, row, never.reason());
                } else {
                    heldBack.add(row.event().key());
                    failure = e;
                }
            }
        }
        // This alone may wait for the disk: a row that a crash of PostgreSQL brings back is a repetition, as ever.
        lease.createUpdate(
                        """
                        DELETE FROM outbox USING (SELECT set_config('synchronous_commit', 'off', true)) AS unhurried
                        WHERE id = ANY(:ids)""")
                .bindArray("ids", Long.class, published)
                .execute();
        if (failure != null) {
            throw failure;
        }
        return rows.size();
    }

    /** A row that Kafka will never take must not hold its key back for ever: kept, counted, said. */
    private void park(Handle lease, OutboxRow row, String reason) {
        LOG.errorf(
                "outbox row %d (%s) cannot be published: %s",
                row.id(), row.event().type(), reason);
        parked.increment();
        lease.createUpdate("UPDATE outbox SET error = :reason WHERE id = :id")
                .bind("reason", reason)
                .bind("id", row.id())
                .execute();
    }

    /** What waits is seen while it waits: in every instance, whoever leads and whether Kafka is there or not. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() throws InterruptedException {
        if (migrations.await(0)) {
            try {
                jdbi.useHandle(this::measure);
            } catch (RuntimeException e) {
                LOG.debugf("the outbox is not measured now: %s", Failures.said(e));
            }
        }
    }

    void measure(Handle h) {
        h.createQuery(
                        """
                        SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::bigint
                        FROM outbox WHERE error IS NULL""")
                .map((rs, ctx) -> {
                    unpublished.set(rs.getLong(1));
                    oldestSeconds.set(rs.getLong(2));
                    return true;
                })
                .one();
    }
}
