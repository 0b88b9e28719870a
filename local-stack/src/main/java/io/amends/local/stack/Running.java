package io.amends.local.stack;

import io.amends.local.process.StartRefused;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The {@code up} that runs in another terminal. */
public final class Running {
    private Running() {}

    /**
     * Stops it and waits.
     *
     * @return false if none runs
     * @throws StartRefused if it doesn't stop in time
     */
    public static boolean stop(StackPaths place, Duration patience) {
        if (!UpLock.held(place)) {
            return false;
        }
        Optional<ProcessHandle> up =
                StateFile.read(place).flatMap(state -> state.up().process());
        if (up.isEmpty()) {
            throw new StartRefused("Amends is only just starting or stopping: try again in a moment.");
        }
        up.get().destroy();
        try {
            up.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException | TimeoutException e) {
            throw new StartRefused(
                    "It has not stopped within %d s: end process %d by force, its children follow."
                            .formatted(patience.toSeconds(), up.get().pid()),
                    e);
        }
    }
}
