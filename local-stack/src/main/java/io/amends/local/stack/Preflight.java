package io.amends.local.stack;

import io.amends.local.postgres.LeftoverPostmaster;
import io.amends.local.postgres.PostgresProcess;
import io.amends.local.postgres.Unshare;
import io.amends.local.process.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Before anything starts: ends what a killed {@code up} left, and refuses what can't work, each in one line. */
final class Preflight {
    private static final long ROOM_NEEDED = 1L << 30;
    // A killed up's children end by themselves within 10 s.
    private static final int LEFTOVERS_END_SECONDS = 12;

    private Preflight() {}

    /** @throws StartRefused saying what to do */
    static void check(StackPaths place, StackPorts ports, List<StackPart> parts) {
        room(place);
        Unshare.check();
        endLeftovers(place);
        ports.checkFree(parts);
    }

    private static void room(StackPaths place) {
        try {
            Files.createDirectories(place.data());
            long room = Files.getFileStore(place.data()).getUsableSpace();
            if (room < ROOM_NEEDED) {
                throw new StartRefused("The disk is nearly full (%d MB free in %s): make room for at least %d MB."
                        .formatted(room >> 20, place.data(), ROOM_NEEDED >> 20));
            }
        } catch (IOException e) {
            throw new StartRefused("Cannot write to " + place.data() + ": " + e.getMessage(), e);
        }
    }

    private static void endLeftovers(StackPaths place) {
        StateFile.read(place).ifPresent(state -> {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LEFTOVERS_END_SECONDS);
            for (StateFile.Running left : state.pieces()) {
                Optional<ProcessHandle> process = left.process();
                if (process.isPresent() && !ended(process.get(), deadline)) {
                    process.get().destroyForcibly();
                    ended(process.get(), System.nanoTime() + TimeUnit.SECONDS.toNanos(3));
                }
            }
        });
        LeftoverPostmaster.stop(PostgresProcess.data(place.folder(StackPart.POSTGRES)));
    }

    private static boolean ended(ProcessHandle process, long deadline) {
        try {
            process.onExit().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }
}
