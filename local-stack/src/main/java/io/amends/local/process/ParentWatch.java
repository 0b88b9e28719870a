package io.amends.local.process;

import java.time.Duration;
import java.util.Optional;

/**
 * Ends this process once the one that started it is gone, so that a killed {@code up} or test leaves nothing behind.
 * Looks every second; the process then has {@value #GRACE_SECONDS} s to stop in order.
 */
public final class ParentWatch {
    /** The environment variable with the parent's process id; without it nothing is watched. */
    public static final String PARENT_PID = "AMENDS_PARENT_PID";

    private static final int GRACE_SECONDS = 8;

    private ParentWatch() {}

    public static void begin() {
        String pid = System.getenv(PARENT_PID);
        if (pid == null || pid.isBlank()) {
            return;
        }
        Optional<ProcessHandle> parent = ProcessHandle.of(Long.parseLong(pid.trim()));
        Thread watch = new Thread(() -> watch(parent), "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void watch(Optional<ProcessHandle> parent) {
        // A handle compares start times too, so a reused pid does not count as the parent.
        while (parent.isPresent() && parent.get().isAlive()) {
            Pause.of(Duration.ofSeconds(1));
        }
        Thread end = new Thread(() -> {
            Pause.of(Duration.ofSeconds(GRACE_SECONDS));
            Runtime.getRuntime().halt(1);
        });
        end.setDaemon(true);
        end.start();
        System.exit(0);
    }
}
