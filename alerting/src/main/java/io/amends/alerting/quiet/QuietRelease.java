package io.amends.alerting.quiet;

import io.amends.alerting.cases.SolvedCases;
import io.amends.alerting.delivery.AlertMails;
import io.amends.alerting.delivery.AlertQueue;
import io.amends.alerting.delivery.DeliveryWorkers;
import io.amends.alerting.delivery.HeldDeliveries;
import io.amends.alerting.delivery.HeldDeliveries.HeldDelivery;
import io.amends.alerting.period.QuietTime;
import io.amends.alerting.urgent.ImmediateAlerts;
import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import io.amends.kit.database.Migrations;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.failure.Failures;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Lets go what quiet time held, each in a transaction of its own, as the directory says now when quiet time ends: who changes their
 * quiet time is told by the new one, whatever was held before (C10).
 */
@ApplicationScoped
public class QuietRelease {
    private static final Logger LOG = Logger.getLogger(QuietRelease.class);
    private static final long UNSEEN = -1;

    private final Jdbi jdbi;
    private final Clock clock;
    private final DirectoryView directory;
    private final Migrations migrations;
    private final ImmediateAlerts immediate;
    private final HeldDigests digests;
    private final SolvedCases solved;
    private final AlertQueue queue;
    private final DeliveryWorkers workers;
    private long seen = UNSEEN;

    QuietRelease(
            Jdbi jdbi,
            Clock clock,
            DirectoryView directory,
            Migrations migrations,
            ImmediateAlerts immediate,
            HeldDigests digests,
            SolvedCases solved,
            AlertQueue queue,
            DeliveryWorkers workers) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.directory = directory;
        this.migrations = migrations;
        this.immediate = immediate;
        this.digests = digests;
        this.solved = solved;
        this.queue = queue;
        this.workers = workers;
    }

    @Scheduled(every = "${amends.alerting.tick}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void tick() throws InterruptedException {
        // A directory read in part would have contacts without their quiet time.
        boolean complete = directory.call().getStatus() == HealthCheckResponse.Status.UP;
        if (!complete || !migrations.await(1)) {
            return;
        }
        long offset = directory.offset();
        Instant now = clock.instant();
        // What is not due by its row may be by what has changed in the directory since.
        List<HeldDelivery> due = jdbi.withHandle(handle -> HeldDeliveries.due(handle, offset == seen ? now : null));
        boolean released = false;
        for (HeldDelivery held : due) {
            try {
                released |= released(held, now);
            } catch (RuntimeException e) {
                LOG.warnf("delivery %s stays held: %s", held.id(), Failures.said(e));
            }
        }
        seen = offset;
        if (released) {
            workers.wake();
        }
    }

    private boolean released(HeldDelivery held, Instant now) {
        PortalDirectory portal = directory.portal(held.portal());
        return portal != null && jdbi.inTransaction(tx -> release(tx, held, portal, now));
    }

    private boolean release(Handle tx, HeldDelivery held, PortalDirectory portal, Instant now) {
        Instant until = until(tx, held, portal.portal(), portal.contacts().get(held.contactId()), now);
        if (until != null) {
            if (!until.equals(held.until())
                    && HeldDeliveries.lock(tx, held.id()).isPresent()) {
                HeldDeliveries.until(tx, held.id(), until);
            }
            return false;
        }
        if (held.immediate()) {
            return immediate.release(tx, held, portal, now);
        }
        if (HeldDeliveries.lock(tx, held.id()).isEmpty()) {
            return false;
        }
        if (held.digestId() != null) {
            digests.release(tx, held, held.digestId(), portal);
        } else if (solved.closedAfter(tx, AlertMails.key(tx, held.id()), held.heldAt())) {
            queue.skip(tx, held, DeliveryWhy.NOTHING_LEFT);
        } else {
            HeldDeliveries.queue(tx, held.id());
        }
        return true;
    }

    /** When the quiet time ends that holds it; null where none does any more. */
    private static @Nullable Instant until(
            Handle tx, HeldDelivery held, Portal portal, @Nullable Contact contact, Instant now) {
        if (held.digestId() == null) {
            boolean ofTicket =
                    held.immediate() || !AlertMails.key(tx, held.id()).equals(held.portal());
            return ofTicket ? QuietTime.untilOfImmediate(portal, contact, now) : QuietTime.until(portal, contact, now);
        }
        return held.channel() == Channel.EMAIL
                ? QuietTime.untilOfTheirOwn(portal, contact, now)
                : QuietTime.until(portal, contact, now);
    }
}
