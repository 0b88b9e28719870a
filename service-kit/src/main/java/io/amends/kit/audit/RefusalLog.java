package io.amends.kit.audit;

import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.RefusalCounts.RefusalTally;
import io.amends.kit.audit.RefusalCounts.RefusedAction;
import io.amends.kit.database.Migrations;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.Failures;
import io.amends.kit.outbox.Outbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Tells the audit log of what was refused: one entry a caller, action and minute, with a count (H4). A refusal changes
 * nothing, so nobody waits for the database to refuse: it is counted in memory, written down within a second, and told once
 * its minute is over, together with those of the other instances. A process that is killed forgets the refusals of its last
 * second; while the database is away they wait in memory.
 */
@ApplicationScoped
public class RefusalLog {
    private static final Logger LOG = Logger.getLogger(RefusalLog.class);
    /** By then every instance has written down what it refused within the minute. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Migrations migrations;
    private final Clock clock;
    private final RefusalCounts counts = new RefusalCounts();

    RefusalLog(Jdbi jdbi, Outbox outbox, Migrations migrations, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.migrations = migrations;
        this.clock = clock;
    }

    /**
     * Counts a refusal. It can be called on any thread and never waits. Those whom nobody knows are one caller all together,
     * of no portal: else whoever comes from ever new addresses, and asks for ever new portals, would fill a log that is
     * kept for ever. Of their addresses the last one is told.
     *
     * @param portal whose it is, or {@link AuditRecorded#INSTALLATION}
     * @param subject what was refused, the same for all that is to be one entry
     */
    public void refused(String portal, AuditAction what, String subject, Signature by) {
        String whose = by.name().equals(Signature.NOBODY) ? AuditRecorded.INSTALLATION : portal;
        Signature caller = new Signature(by.name(), by.key(), null);
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        counts.add(new RefusedAction(minute, whose, what, subject, caller), new RefusalTally(1, by));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        work();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws InterruptedException {
        if (!migrations.await(0)) {
            return;
        }
        try {
            writeDown();
            tell();
        } catch (RuntimeException e) {
            LOG.debugf("refusals are told to the audit log later: %s", Failures.said(e));
        }
    }

    /** Adds what was counted in memory to what is written down. */
    void writeDown() {
        Map<RefusedAction, RefusalTally> taken = counts.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            jdbi.useTransaction(tx -> write(tx, taken));
        } catch (RuntimeException e) {
            taken.forEach(counts::add);
            throw e;
        }
    }

    private static void write(Handle tx, Map<RefusedAction, RefusalTally> taken) {
        PreparedBatch batch = tx.prepareBatch(
                """
                INSERT INTO audit_refusal AS r (minute, portal, what, subject, name, key, address, count)
                VALUES (:minute, :portal, :what, :subject, :name, :key, :address, :count)
                ON CONFLICT (minute, portal, what, subject, name, key)
                DO UPDATE SET count = r.count + excluded.count, address = excluded.address""");
        taken.forEach((refused, tally) -> batch.bind("minute", refused.minute())
                .bind("portal", refused.portal())
                .bind("what", refused.what().name())
                .bind("subject", refused.subject())
                .bind("name", refused.by().name())
                .bind("key", text(refused.by().key()))
                .bind("address", tally.last().address())
                .bind("count", tally.count())
                .add());
        batch.execute();
    }

    /** Makes one entry of each count whose minute is over; count and entry are one transaction. */
    void tell() {
        Instant over = clock.instant().minus(GRACE).truncatedTo(ChronoUnit.MINUTES);
        int told = jdbi.inTransaction(tx -> {
            List<OutboundEvent> entries = tx.createQuery("DELETE FROM audit_refusal WHERE minute < :over RETURNING *")
                    .bind("over", over)
                    .map((row, context) -> {
                        String key = row.getString("key");
                        Signature by = new Signature(
                                row.getString("name"), key.isEmpty() ? null : key, row.getString("address"));
                        AuditChange change = AuditChange.of(
                                row.getString("portal"),
                                AuditAction.valueOf(row.getString("what")),
                                row.getString("subject"));
                        return AuditTrail.event(
                                by, change, row.getTimestamp("minute").toInstant(), row.getLong("count"));
                    })
                    .list();
            outbox.add(tx, entries);
            return entries.size();
        });
        if (told > 0) {
            outbox.wake();
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
