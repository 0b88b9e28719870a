package io.amends.alerting.delivery;

import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The threads that claim and send, one delivery at a time each. At shutdown what is being sent is finished. */
@ApplicationScoped
public class DeliveryWorkers {
    private static final Logger LOG = Logger.getLogger(DeliveryWorkers.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long DRAIN_MILLIS = 10_000;

    private final BeingRendered claims;
    private final DigestSender sender;
    private final Migrations migrations;
    private final int count;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    DeliveryWorkers(
            BeingRendered claims,
            DigestSender sender,
            Migrations migrations,
            @ConfigProperty(name = "amends.delivery.workers") int count) {
        this.claims = claims;
        this.sender = sender;
        this.migrations = migrations;
        this.count = count;
    }

    void start(@Observes StartupEvent event) {
        for (int i = 1; i <= count; i++) {
            Thread thread = new Thread(this::run, "delivery-" + i);
            thread.setDaemon(true);
            // Mail providers are found by the context class loader.
            thread.setContextClassLoader(DeliveryWorkers.class.getClassLoader());
            threads.add(thread);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        work.release(count);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS);
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        }
    }

    /** Says that there is something to send; they would look by themselves within a second. */
    public void wake() {
        work.release(Math.max(0, count - work.availablePermits()));
    }

    private void run() {
        while (!stopping) {
            try {
                Optional<Claim> claim = migrations.await(LOOK_MILLIS) ? claims.claim() : Optional.empty();
                if (claim.isPresent()) {
                    sender.send(claim.get());
                } else {
                    boolean woken = work.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    LOG.tracef("looks again, woken: %s", woken);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("deliveries wait: %s", Failures.said(e));
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
