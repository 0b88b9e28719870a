package io.amends.local.postgres;

import io.amends.local.process.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Clears what a killed first start left half unpacked: the library would fail on it for ever. */
final class Unpacking {
    // Names the library uses: the mark of a finished unpacking, and the lock of one under way.
    private static final String FINISHED = ".exists";
    private static final String UNDER_WAY = "epg-lock";

    private Unpacking() {}

    static void clearUnfinished(Path binaries) {
        if (!Files.isDirectory(binaries)) {
            return;
        }
        try (Stream<Path> folders = Files.list(binaries)) {
            List<Path> unfinished = folders.filter(
                            folder -> folder.getFileName().toString().startsWith("PG-"))
                    .filter(folder -> !Files.exists(folder.resolve(FINISHED)))
                    .toList();
            for (Path folder : unfinished) {
                if (nobodyAt(folder.resolve(UNDER_WAY))) {
                    Folder.delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean nobodyAt(Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                @Nullable FileLock taken = channel.tryLock()) {
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
