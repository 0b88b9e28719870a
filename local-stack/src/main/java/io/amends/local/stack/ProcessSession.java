package io.amends.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A session of its own for each piece: Ctrl-C in the terminal reaches {@code up} alone, which stops them in order. */
final class ProcessSession {
    /** Put before a command; {@code setsid} becomes that command, so the process id stays. Empty where it is missing. */
    static final List<String> OWN = available() ? List.of("setsid") : List.of();

    private ProcessSession() {}

    private static boolean available() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));
    }
}
