package io.amends.local.postgres;

import io.amends.local.process.Folder;
import io.amends.local.process.ParentWatch;
import io.amends.local.process.Quiet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's keeper, a small process that starts the postmaster and ends with it, and stops it when it is ended or
 * its parent is gone: {@code <folder> <port> [--temporary] [databases…]}. The password comes in AMENDS_DB_PASSWORD.
 */
public final class PostgresProcess {
    private PostgresProcess() {}

    public static void main(String[] arguments) {
        ParentWatch.begin();
        Quiet.libraries(Level.SEVERE);
        Path folder = Path.of(arguments[0]);
        List<String> options = Arrays.asList(arguments).subList(2, arguments.length);
        boolean temporary = options.contains("--temporary");
        List<String> databases =
                options.stream().filter(word -> !word.startsWith("--")).toList();
        String password = System.getenv().getOrDefault("AMENDS_DB_PASSWORD", PostgresSettings.USER);
        PostgresNode node = PostgresNode.start(new PostgresSettings(
                data(folder),
                temporary ? null : folder.resolve("bin"),
                Integer.parseInt(arguments[1]),
                password,
                databases,
                !temporary));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, temporary ? folder : null)));
        // Unpacking needed a big heap once; keeping takes next to none.
        System.gc();
        System.out.println("ready " + node.port());
        node.pid().ifPresent(pid -> ProcessHandle.of(pid)
                .ifPresent(it -> it.onExit().join()));
        System.exit(1);
    }

    /** Where the data lies in a keeper's folder. */
    public static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static void stop(PostgresNode node, @Nullable Path temporary) {
        node.close();
        if (temporary != null) {
            Folder.delete(temporary);
        }
    }
}
