package io.amends.kit.lifecycle;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** On the local stack: ends this process when the process that started it is gone, however it went. */
@ApplicationScoped
public class OrphanGuard {
    private static final Logger LOG = Logger.getLogger(OrphanGuard.class);
    private static final long DRAIN_MILLIS = 8_000;

    void watch(@Observes StartupEvent start, @ConfigProperty(name = "amends.parent-pid") Optional<Long> parentPid) {
        parentPid.ifPresent(pid -> ProcessHandle.of(pid)
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenRun(OrphanGuard::stop));
    }

    private static void stop() {
        LOG.warn("the process that started this one is gone: stopping");
        Thread last = new Thread(OrphanGuard::halt, "parent-gone");
        last.setDaemon(true);
        last.start();
        Quarkus.asyncExit(0);
    }

    /** Draining has a bound: a child that outlives its parent holds the ports of the next start. */
    private static void halt() {
        try {
            Thread.sleep(DRAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }
}
