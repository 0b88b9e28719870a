package io.amends.local.stack;

import io.amends.local.process.Pause;
import io.amends.local.process.StartRefused;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Waits until a piece that was started serves. What lives is waited for, since a busy machine is not a broken one; what ends
 * again and again is given up at once.
 */
final class FirstStart {
    static final String PATIENCE = "AMENDS_START_PATIENCE";

    private static final Duration USUAL = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(150);
    private static final long TOLD_EVERY_SECONDS = 60;
    private static final int HOPELESS_AFTER_STARTS = 4;

    private final Duration patience;
    private final Consumer<String> news;

    /**
     * @param patience how long one piece may take
     * @param news hears once a minute, in one line, of a piece that is waited for
     */
    FirstStart(Duration patience, Consumer<String> news) {
        this.patience = patience;
        this.news = news;
    }

    /**
     * How long a part may take to be ready: five minutes, or what the environment says.
     *
     * @throws StartRefused where it is no whole number of seconds above 0
     */
    static Duration patience(Map<String, String> environment) {
        String value = environment.getOrDefault(PATIENCE, "").trim();
        if (value.isEmpty()) {
            return USUAL;
        }
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new StartRefused(PATIENCE + "=" + value + " is no time: set it to a number of seconds, such as "
                    + longer(USUAL) + ".");
        }
        return Duration.ofSeconds(Long.parseLong(value));
    }

    /**
     * Blocks until the piece serves.
     *
     * @param stopping whether nobody waits for it any more
     * @return how long it took; empty where it was stopped before
     * @throws StartRefused saying what became of it, where it does not come up
     */
    Optional<Duration> await(KeptPiece piece, BooleanSupplier stopping) {
        long began = System.nanoTime();
        long told = 0;
        while (!stopping.getAsBoolean()) {
            boolean ready = piece.ready();
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            if (ready && piece.pid().isPresent()) {
                return Optional.of(waited);
            }
            if (piece.starts() >= HOPELESS_AFTER_STARTS) {
                throw new StartRefused("%s has ended %d times while it started: its log says why, %s"
                        .formatted(piece.name(), piece.starts() - 1, piece.log()));
            }
            if (waited.compareTo(patience) > 0) {
                throw new StartRefused(late(piece));
            }
            if (waited.toSeconds() / TOLD_EVERY_SECONDS > told) {
                told = waited.toSeconds() / TOLD_EVERY_SECONDS;
                news.accept("%s is not ready after %d s, waiting on; its log: %s"
                        .formatted(piece.name(), waited.toSeconds(), piece.log()));
            }
            Pause.of(LOOK);
        }
        return Optional.empty();
    }

    private String late(KeptPiece piece) {
        String ended = piece.starts() > 1 ? " and has ended %d times".formatted(piece.starts() - 1) : "";
        return "%s was not ready after %d s%s; its log is %s. Run ./amends up again, or set %s=%d where the machine is slow."
                .formatted(piece.name(), patience.toSeconds(), ended, piece.log(), PATIENCE, longer(patience));
    }

    private static long longer(Duration patience) {
        return patience.toSeconds() * 2;
    }
}
