package io.amends.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Bounds the pieces' logs: one that grew over the limit is copied aside and emptied; its writer appends, so goes on. */
final class Logs {
    private static final long LIMIT = 10L << 20;

    private Logs() {}

    static void bound(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> logs = Files.list(folder)) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                if (Files.size(log) > LIMIT) {
                    Files.copy(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
                    FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                            .close();
                }
            }
        } catch (IOException e) {
            // Tried again at the next look; a full disk shows elsewhere.
        }
    }
}
