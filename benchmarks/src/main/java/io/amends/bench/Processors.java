package io.amends.bench;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Processor time of everything on this machine but this process, from when this was made. */
final class Processors {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final double IDLE_AT = 0.75;
    private static final Duration GIVE_UP = Duration.ofMinutes(5);

    private final Map<Long, Duration> before = each();

    private static Map<Long, Duration> each() {
        long own = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != own)
                .collect(Collectors.toMap(
                        ProcessHandle::pid,
                        process -> process.info().totalCpuDuration().orElse(Duration.ZERO)));
    }

    /** So far. What a process used that has ended meanwhile is not in it. */
    Duration used() {
        return each().entrySet().stream()
                .map(process -> process.getValue().minus(before.getOrDefault(process.getKey(), Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Returns when everything but this process has used less than three quarters of one processor for a second (waiting costs half of one).
     *
     * @throws IllegalStateException after five minutes
     */
    static void awaitIdle() throws InterruptedException {
        long giveUp = System.nanoTime() + GIVE_UP.toNanos();
        Duration used;
        do {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("this machine was busy for " + GIVE_UP.toMinutes() + " minutes");
            }
            Processors from = new Processors();
            Thread.sleep(LOOK.toMillis());
            used = from.used();
        } while (used.toMillis() > LOOK.toMillis() * IDLE_AT);
    }
}
