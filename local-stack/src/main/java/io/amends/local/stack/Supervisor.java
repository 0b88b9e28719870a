package io.amends.local.stack;

import io.amends.local.process.Pause;
import io.amends.local.process.StartRefused;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts the parts (Kafka, PostgreSQL and mail together, then the services together), keeps them running, and stops
 * them: services and mail, then Kafka, then PostgreSQL.
 */
public final class Supervisor {
    private final StackPaths place;
    private final StackPorts ports;
    private final PrintStream out;
    private final FirstStart firstStart;
    private final Map<StackPart, KeptPiece> kept = new EnumMap<>(StackPart.class);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean started;

    public Supervisor(
            StackPaths place, StackPorts ports, Credentials credentials, List<StackPart> parts, PrintStream out) {
        this.place = place;
        this.ports = ports;
        this.out = out;
        this.firstStart = new FirstStart(FirstStart.patience(System.getenv()), this::tell);
        Pieces pieces = new Pieces(place, ports, credentials);
        for (StackPart part : parts) {
            kept.put(part, new KeptPiece(pieces.of(part), this::tell));
        }
    }

    /** @throws StartRefused if a part doesn't come up */
    public void start() {
        Thread clerk = new Thread(this::keepState, "state");
        clerk.setDaemon(true);
        clerk.start();
        startAll(kept.keySet().stream().filter(part -> !part.isService()).toList());
        startAll(kept.keySet().stream().filter(StackPart::isService).toList());
        started = true;
        writeState();
    }

    /** Blocks until everything has been stopped. */
    public void await() throws InterruptedException {
        stopped.await();
    }

    private void startAll(List<StackPart> parts) {
        List<Future<?>> starts = new ArrayList<>();
        for (StackPart part : parts) {
            KeptPiece piece = kept.get(part);
            if (piece != null) {
                piece.start();
                starts.add(threads.submit(() -> awaitReady(part, piece)));
            }
        }
        try {
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartRefused refused
                    ? refused
                    : new StartRefused("The start failed: " + e.getCause(), e);
        }
    }

    private void awaitReady(StackPart part, KeptPiece piece) {
        firstStart
                .await(piece, () -> stopping)
                .ifPresent(took -> out.printf(
                        "  %-15s ready after %4.1f s   127.0.0.1:%d%n",
                        part.id(), took.toMillis() / 1000.0, ports.of(part)));
    }

    /** Stops everything in order, within 30 s. Blocks; a second call waits for the first. */
    public synchronized void stop() {
        if (stopped.getCount() == 0) {
            return;
        }
        stopping = true;
        stopAll(kept.keySet().stream()
                .filter(part -> part.isService() || part == StackPart.MAIL)
                .toList());
        stopAll(List.of(StackPart.KAFKA));
        stopAll(List.of(StackPart.POSTGRES));
        writeState();
        threads.shutdownNow();
        stopped.countDown();
    }

    private void stopAll(List<StackPart> parts) {
        List<Thread> stops = new ArrayList<>();
        for (StackPart part : parts) {
            KeptPiece piece = kept.get(part);
            if (piece != null) {
                Thread stop = new Thread(piece::stop, "stop-" + part.id());
                stop.start();
                stops.add(stop);
            }
        }
        try {
            for (Thread stop : stops) {
                stop.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String news) {
        if (!stopping) {
            out.println("  " + news);
        }
    }

    // Every second, since PostgreSQL's worker is known only some time after its keeper started.
    private void keepState() {
        int second = 0;
        while (!stopping) {
            writeState();
            if (second++ % 10 == 0) {
                Logs.bound(place.data().resolve("logs"));
            }
            Pause.of(Duration.ofSeconds(1));
        }
    }

    private synchronized void writeState() {
        List<StateFile.Running> pieces = new ArrayList<>();
        kept.forEach((part, piece) -> {
            add(pieces, part.id(), piece.launched());
        });
        StateFile.Running.of("up", ProcessHandle.current().pid())
                .ifPresent(up -> StateFile.write(place, new StateFile.State(up, pieces, ports)));
    }

    private static void add(List<StateFile.Running> pieces, String name, OptionalLong pid) {
        if (pid.isPresent()) {
            StateFile.Running.of(name, pid.getAsLong()).ifPresent(pieces::add);
        }
    }

    /** Whether the first start is over. */
    public boolean isStarted() {
        return started;
    }

    public boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
