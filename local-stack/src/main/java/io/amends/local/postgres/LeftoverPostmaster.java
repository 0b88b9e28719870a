package io.amends.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The postmaster of a data folder: it runs on when the process that launched it is killed. */
public final class LeftoverPostmaster {
    private LeftoverPostmaster() {}

    /** The process id that the data folder names, if that process runs and is a PostgreSQL. */
    public static OptionalLong pid(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.get(0).trim());
            return pid > 0 && isPostgres(pid) ? OptionalLong.of(pid) : OptionalLong.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Stops it the fast way (clients are cut off, data is kept), by force after 10 s. */
    public static void stop(Path data) {
        OptionalLong pid = pid(data);
        if (pid.isEmpty()) {
            return;
        }
        Optional<ProcessHandle> postmaster = ProcessHandle.of(pid.getAsLong());
        if (postmaster.isEmpty()) {
            return;
        }
        interrupt(pid.getAsLong());
        if (!ended(postmaster.get(), 10)) {
            postmaster.get().destroyForcibly();
            ended(postmaster.get(), 5);
        }
    }

    static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }

    // SIGTERM, the only signal Java sends, would wait for the clients to leave.
    private static void interrupt(long pid) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // A pid is reused after a reboot: only a process that calls itself postgres is stopped.
    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}
