package io.amends.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code ./amends up} runs behind the front door. It is held until the door has been measured, since it works on the
 * same surveys on the same processors: what it has to catch up with afterwards takes it longer than the door took.
 */
final class OtherServices implements AutoCloseable {
    private static final Set<String> BEHIND = Set.of("recovery-rules", "alerting", "notes-service", "dashboard-api");

    private final List<Long> services = new ArrayList<>();
    private final long postgres;
    private final Thread released = new Thread(this::goOn);

    /**
     * @param root of the repository in which {@code ./amends up} runs
     * @throws IllegalStateException if it runs elsewhere: what the door costs cannot be told then
     */
    OtherServices(Path root) throws IOException {
        Path state = root.resolve(".amends/state.json");
        JsonNode pieces = Files.exists(state)
                ? Json.MAPPER.readTree(state.toFile()).path("pieces")
                : Json.MAPPER.createArrayNode();
        for (JsonNode piece : pieces) {
            if (BEHIND.contains(piece.path("name").asText())) {
                services.add(piece.path("pid").asLong());
            }
        }
        Path postmaster = root.resolve(".amends/postgres/data/postmaster.pid");
        if (services.size() != BEHIND.size() || !Files.exists(postmaster)) {
            throw new IllegalStateException("the front door is measured beside ./amends up of this checkout");
        }
        postgres = Long.parseLong(Files.readAllLines(postmaster).get(0).strip());
        Runtime.getRuntime().addShutdownHook(released);
    }

    /** Holds the services, until this is closed. */
    void hold() {
        signal("-STOP", services);
    }

    /** Holds PostgreSQL as well, and so what the door's own recorder writes. */
    void holdDatabase() {
        signal("-STOP", database());
    }

    void letDatabaseGo() {
        signal("-CONT", database());
    }

    private void goOn() {
        letDatabaseGo();
        signal("-CONT", services);
    }

    private List<Long> database() {
        return ProcessHandle.of(postgres).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void signal(String signal, List<Long> pids) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        pids.forEach(pid -> command.add(pid.toString()));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        goOn();
        Runtime.getRuntime().removeShutdownHook(released);
    }
}
