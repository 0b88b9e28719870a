package io.amends.ingest.imports;

import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.amends.kit.lifecycle.Worker;
import io.amends.kit.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Reads imports, for a few seconds one and then the next, so that a small file does not wait for a large one.
 *
 * <pre>
 * KEEPING ──whole──► RUNNING ──► DONE, FAILED; CANCELLED once it is told to stop, and what is on its way is counted
 *    │ └─whole──► HELD ─start──►┘ │
 *    ▼             ▼              └── killed: its lease runs out, and any instance reads on
 *    forgotten after a day, what is held also when somebody deletes it
 * </pre>
 */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofSeconds(8);

    private final Migrations migrations;
    private final FilePortals portals;
    private final ImportQueue queue;
    private final ImportRun run;
    private final Worker worker = new Worker("imports", "imports wait", this::round);

    ImportWorker(Migrations migrations, FilePortals portals, ImportQueue queue, ImportRun run) {
        this.migrations = migrations;
        this.portals = portals;
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

    private void round(Worker self) throws InterruptedException, IOException {
        if (!migrations.await(IDLE.toMillis())) {
            return;
        }
        Optional<StoredImport> next = portals.known() ? queue.take() : Optional.empty();
        if (next.isPresent()) {
            long until = System.nanoTime() + TURN.toNanos();
            read(next.get(), () -> self.isEnding() || System.nanoTime() > until);
        } else {
            self.rest(IDLE);
        }
    }

    private void read(StoredImport taken, BooleanSupplier enough) throws IOException {
        try {
            run.read(taken, enough);
        } catch (Problem e) {
            queue.fail(taken.id(), "There is no portal '" + taken.portal() + "' any more.");
        } catch (RuntimeException | IOException e) {
            if (Failures.isTransient(e)) {
                queue.release(taken.id());
                throw e;
            }
            LOG.errorf(Failures.withoutWords(e), "import %s broke off", taken.id());
            queue.fail(taken.id(), "It stopped with an error; the log of survey-ingest says more.");
        }
    }
}
