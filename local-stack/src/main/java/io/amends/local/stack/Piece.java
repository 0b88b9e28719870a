package io.amends.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A process that the stack keeps running.
 *
 * @param name of the part
 * @param environment added to this process's own
 * @param log where its output is appended to
 * @param ready asks it whether it serves
 * @param worker the process that does the work, given the one that was started: for PostgreSQL the postmaster
 * @param patience how long it may take to stop before it is killed
 */
public record Piece(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        BooleanSupplier ready,
        Function<Process, OptionalLong> worker,
        Duration patience) {}
