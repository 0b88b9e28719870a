package io.amends.ingest.replay;

import io.amends.kit.database.Migrations;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.failure.Failures;
import io.amends.kit.lifecycle.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/**
 * Reads replays, for a few seconds one and then the next (A12).
 *
 * <pre>
 * RUNNING ──► DONE, FAILED
 *    └── killed: its lease runs out, and any instance reads on
 * </pre>
 */
@ApplicationScoped
class ReplayWorker {
    private static final Logger LOG = Logger.getLogger(ReplayWorker.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofSeconds(8);

    private final Migrations migrations;
    private final DirectoryView directory;
    private final ReplayQueue queue;
    private final ReplayRun run;
    private final Worker worker = new Worker("source-replays", "replays wait", this::round);

    ReplayWorker(Migrations migrations, DirectoryView directory, ReplayQueue queue, ReplayRun run) {
        this.migrations = migrations;
        this.directory = directory;
        this.queue = queue;
        this.run = run;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop(DRAIN);
    }

    /** There is something to read. */
    void wake() {
        worker.wake();
    }

    private void round(Worker self) throws InterruptedException {
        if (!migrations.await(IDLE.toMillis())) {
            return;
        }
        // By half of the directory sources would be missing.
        boolean known = directory.call().getStatus() == HealthCheckResponse.Status.UP;
        Optional<StoredReplay> next = known ? queue.take() : Optional.empty();
        if (next.isPresent()) {
            long until = System.nanoTime() + TURN.toNanos();
            read(next.get(), () -> self.isEnding() || System.nanoTime() > until);
        } else {
            self.rest(IDLE);
        }
    }

    private void read(StoredReplay taken, BooleanSupplier enough) {
        try {
            run.read(taken, enough);
        } catch (RuntimeException e) {
            if (Failures.isTransient(e)) {
                queue.release(taken.id());
                throw e;
            }
            LOG.errorf(Failures.withoutWords(e), "replay %s broke off", taken.id());
            queue.fail(taken.id(), "It stopped with an error; the log of survey-ingest says more.");
        }
    }
}
