package io.amends.ingest.recorder;

import io.amends.contracts.Topics;
import io.amends.kit.failure.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * What has to be looked at again and again, without an event that would say so. Every instance ticks: what is parked is
 * taken by a lock on its row, and what is healed by the lock on its ticket, so each happens once.
 */
@ApplicationScoped
public class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    // With 10,000 at a time more than is ever submitted, so that the log does not grow.
    private static final int FORGET_EVERY = 5;
    private static final int FORGET_AT_ONCE = 10_000;
    // Longer than Kafka keeps what was submitted, so that whatever it repeats is known.
    private static final int KEEP_DAYS = Topics.named(Topics.SUBMITTED).goneAfterDays();
    private static final int DRAIN_SECONDS = 5;

    private final Jdbi jdbi;
    private final RecorderStep recorder;
    private final PortalArrivals arrivals;
    private final Healing healing;
    private final Semaphore turn = new Semaphore(1);
    private long ticks;

    Housekeeping(Jdbi jdbi, RecorderStep recorder, PortalArrivals arrivals, Healing healing) {
        this.jdbi = jdbi;
        this.recorder = recorder;
        this.arrivals = arrivals;
        this.healing = healing;
    }

    /** Takes the turn and keeps it: what is in flight is finished, and nothing begins any more. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        boolean finished = turn.tryAcquire(DRAIN_SECONDS, TimeUnit.SECONDS);
        LOG.debugf("housekeeping ends, finished: %s", finished);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (!turn.tryAcquire()) {
            return;
        }
        try {
            if (recorder.ready()) {
                arrivals.settle();
                healing.heal();
                forget();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // the next tick tries again: nothing was lost, it all happens in transactions
            LOG.warnf("parked or quarantined responses wait a little longer: %s", Failures.said(e));
        } finally {
            turn.release();
        }
    }

    private void forget() {
        if (++ticks % FORGET_EVERY == 0) {
            jdbi.useTransaction(tx -> DeliveryLog.forget(tx, KEEP_DAYS, FORGET_AT_ONCE));
        }
    }
}
