package io.amends.local.stack;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.local.process.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** What {@code up} runs, written at every change for {@code status}, {@code down} and the next {@code up}. */
final class StateFile {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * A process, with its start so that a reused pid is not taken for it.
     *
     * @param started epoch milliseconds; 0 where the system doesn't tell
     */
    record Running(String name, long pid, long started) {
        static Optional<Running> of(String name, long pid) {
            return ProcessHandle.of(pid).map(process -> new Running(name, pid, started(process)));
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(process -> process.isAlive() && started(process) == started);
        }

        private static long started(ProcessHandle process) {
            return process.info()
                    .startInstant()
                    .map(java.time.Instant::toEpochMilli)
                    .orElse(0L);
        }
    }

    record State(Running up, List<Running> pieces, StackPorts ports) {}

    private StateFile() {}

    static void write(StackPaths place, State state) {
        try {
            Path unfinished = place.state().resolveSibling("state.json.tmp");
            OwnerOnly.file(unfinished);
            JSON.writeValue(unfinished.toFile(), state);
            Files.move(unfinished, place.state(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<State> read(StackPaths place) {
        try {
            return Files.exists(place.state())
                    ? Optional.of(JSON.readValue(place.state().toFile(), State.class))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
