package io.amends.local.stack;

import io.amends.local.process.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one piece running until told to stop.
 *
 * <pre>
 *   start() ──► running ──ends──► waiting (0.5, 1, 2, 4 s) ──► running …
 *                  │                      │
 *                stop()                 stop()
 *                  ▼                      ▼
 *              stopping ──ended──────► stopped
 * </pre>
 *
 * The wait grows while it keeps dying young and is back at its start once it has lived for 30 s, so a dead piece is back
 * within 5 s.
 */
public final class KeptPiece {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final Piece piece;
    private final Consumer<String> news;
    private final Thread keeper;
    private volatile boolean stopping;
    private volatile @Nullable Process process;
    private volatile int starts;

    /** @param news hears, in one line, of every end that was not asked for */
    public KeptPiece(Piece piece, Consumer<String> news) {
        this.piece = piece;
        this.news = news;
        this.keeper = new Thread(this::keep, "keep-" + piece.name());
    }

    public void start() {
        keeper.start();
    }

    public String name() {
        return piece.name();
    }

    /** Where its output goes. */
    Path log() {
        return piece.log();
    }

    public boolean ready() {
        return piece.ready().getAsBoolean();
    }

    /** How often it was started. */
    public int starts() {
        return starts;
    }

    /** The process that does the work; empty while it is down. */
    public OptionalLong pid() {
        Process current = process;
        return current == null || !current.isAlive()
                ? OptionalLong.empty()
                : piece.worker().apply(current);
    }

    /** The process that was started, its own session's leader. */
    OptionalLong launched() {
        Process current = process;
        return current == null || !current.isAlive() ? OptionalLong.empty() : OptionalLong.of(current.pid());
    }

    /** Asks it to stop, waits its patience, then kills it. Blocks. */
    public void stop() {
        Process current;
        // This waits for a launch that is under way, whose process would be missed.
        synchronized (this) {
            stopping = true;
            current = process;
        }
        keeper.interrupt();
        if (current == null) {
            return;
        }
        current.destroy();
        try {
            if (!current.waitFor(piece.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                current.destroyForcibly().waitFor(2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            current.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        Duration wait = FIRST_WAIT;
        while (!stopping) {
            long began = System.nanoTime();
            int exit = runOnce();
            if (stopping) {
                return;
            }
            if (System.nanoTime() - began > SETTLED.toNanos()) {
                wait = FIRST_WAIT;
            }
            news.accept("%s ended (exit %d), starting it again in %.1f s; its log: %s"
                    .formatted(piece.name(), exit, wait.toMillis() / 1000.0, piece.log()));
            try {
                Thread.sleep(wait.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
    }

    private int runOnce() {
        try {
            Process started;
            synchronized (this) {
                if (stopping) {
                    return 0;
                }
                started = launch();
                process = started;
                starts++;
            }
            return started.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            return 0;
        }
    }

    private Process launch() throws IOException {
        OwnerOnly.folder(Objects.requireNonNull(piece.log().toAbsolutePath().getParent()));
        OwnerOnly.file(piece.log());
        List<String> command = new ArrayList<>(ProcessSession.OWN);
        command.addAll(OwnerOnly.UMASK);
        command.addAll(piece.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(piece.log().toFile()));
        builder.environment().putAll(piece.environment());
        return builder.start();
    }
}
