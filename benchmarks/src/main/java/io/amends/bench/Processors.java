package io.amends.bench;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Processor time of everything on this machine but this process, from when this was made. */
final class Processors {
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
}
