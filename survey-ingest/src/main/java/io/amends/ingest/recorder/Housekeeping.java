package io.amends.ingest.recorder;

import io.amends.kit.failure.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** What has to be looked at again and again, without an event that would say so; on a thread of its own. */
@ApplicationScoped
public class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final long TICK_SECONDS = 1;
    private static final int FORGET_EVERY = 60;
    // Longer than Kafka keeps what was submitted, so that whatever it repeats is known.
    private static final int KEEP_DAYS = 40;

    private final Jdbi jdbi;
    private final RecorderStep recorder;
    private final Arrivals arrivals;
    private final Healing healing;
    private long ticks;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(r -> {
        Thread thread = new Thread(r, "ingest-housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    Housekeeping(Jdbi jdbi, RecorderStep recorder, Arrivals arrivals, Healing healing) {
        this.jdbi = jdbi;
        this.recorder = recorder;
        this.arrivals = arrivals;
        this.healing = healing;
    }

    void start(@Observes StartupEvent event) {
        ticker.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        ticker.shutdown();
        if (!ticker.awaitTermination(5, TimeUnit.SECONDS)) {
            ticker.shutdownNow();
        }
    }

    private void forget() {
        if (++ticks % FORGET_EVERY == 0) {
            jdbi.useTransaction(tx -> DeliveryLog.forget(tx, KEEP_DAYS, 10_000));
        }
    }

    private void tick() {
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
        }
    }
}
