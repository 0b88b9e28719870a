package io.amends.local.stack;

import io.amends.local.process.OwnerOnly;
import io.amends.local.process.Pause;
import io.amends.local.process.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Held by the one {@code up} of a folder for as long as it lives; the system frees it however it ends. */
public final class UpLock implements AutoCloseable {
    // Whoever asks whether it is held holds it for that moment: a status must not make an up give up.
    private static final int ATTEMPTS = 20;
    private static final Duration BETWEEN = Duration.ofMillis(25);

    private final FileChannel channel;

    private UpLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StartRefused if an {@code up} runs */
    public static UpLock take(StackPaths place) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            UpLock lock = tryTake(place);
            if (lock != null) {
                return lock;
            }
            Pause.of(BETWEEN);
        }
        throw new StartRefused("Amends runs already: ./amends status shows it, ./amends down stops it.");
    }

    /** Whether an {@code up} runs. */
    public static boolean held(StackPaths place) {
        if (!Files.exists(place.lock())) {
            return false;
        }
        try (UpLock lock = tryTake(place)) {
            return lock == null;
        }
    }

    private static @Nullable UpLock tryTake(StackPaths place) {
        try {
            OwnerOnly.folder(place.data());
            OwnerOnly.file(place.lock());
            FileChannel channel = FileChannel.open(place.lock(), StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return null;
            }
            return new UpLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
