package io.amends.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts one of this module's main classes as a process of its own, on this process's class path. */
public final class JavaProcess {
    private JavaProcess() {}

    /** The {@code java} that runs this process. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Starts {@code main}; it ends when this process does. Output is appended to {@code log}. */
    public static Process start(Class<?> main, Path log, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        // As a variable, since a test's class path can be longer than an argument may be.
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        environment.put(
                ParentWatch.PARENT_PID, Long.toString(ProcessHandle.current().pid()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
