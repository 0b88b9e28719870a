package io.amends.local.process;

import java.time.Duration;

/** Waits where nothing tells when to go on. */
public final class Pause {
    private Pause() {}

    /** Returns early where the thread is interrupted, and leaves it so. */
    public static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
