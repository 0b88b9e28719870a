package io.amends.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.local.process.Folder;
import io.amends.local.process.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The stack of all tests, each of which has a portal of its own: started as a person starts it, on free ports and in a
 * folder below target.
 */
final class RunningStack {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> SERVICES = List.of(
            "AMENDS_DASHBOARD_PORT",
            "AMENDS_INGEST_PORT",
            "AMENDS_RULES_PORT",
            "AMENDS_ALERTING_PORT",
            "AMENDS_NOTES_PORT");
    private static final List<String> PORTS = Stream.concat(
                    SERVICES.stream(),
                    Stream.of("AMENDS_KAFKA_PORT", "AMENDS_POSTGRES_PORT", "AMENDS_SMTP_PORT", "AMENDS_MAIL_PORT"))
            .toList();

    /** A lost claim is let go of after its lease: sooner than in life, so that no test waits for that alone. */
    private static final Map<String, String> SOON = Map.of(
            "AMENDS_DELIVERY_LEASE", "15S",
            "AMENDS_DELIVERY_RENEWAL", "5S",
            "AMENDS_SMTP_DEADLINE", "10S",
            "AMENDS_SMTP_TIMEOUT", "5S");

    private static final Duration STATUS_AT_MOST = Duration.ofMinutes(1);

    private static @Nullable RunningStack shared;

    private final Map<String, String> environment = new HashMap<>();
    private final Path data;
    private final Path upLog;
    private final Process up;

    private RunningStack() {
        if (!Boolean.getBoolean("amends.long")) {
            environment.putAll(SOON);
        }
        data = Path.of("target", "stack").toAbsolutePath();
        environment.put("AMENDS_DATA", data.toString());
        Folder.delete(data);
        PORTS.forEach(variable -> environment.put(variable, String.valueOf(Ports.free())));
        upLog = data.resolveSibling("stack-up.log");
        up = run("up", upLog.toFile());
    }

    /** With all of it ready. The first call starts it, with empty data; it ends with this JVM. */
    static synchronized RunningStack shared() {
        if (shared == null) {
            shared = new RunningStack();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        shared.awaitReady(Duration.ofMinutes(5));
        return shared;
    }

    void awaitReady(Duration atMost) {
        Awaitility.await("the stack is ready")
                .atMost(atMost)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    if (!up.isAlive()) {
                        throw new IllegalStateException("up ended with " + up.exitValue() + upLog());
                    }
                    // Asking for the status starts a JVM, of which a machine that starts seven others has no use.
                    assertThat(SERVICES).as(this::upLog).allMatch(this::saysReady);
                    JsonNode status = status();
                    assertThat(status.path("ready").asBoolean())
                            .as(() -> status + upLog())
                            .isTrue();
                });
    }

    private boolean saysReady(String port) {
        try {
            HttpRequest ready = HttpRequest.newBuilder(URI.create(url(port) + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return Api.CLIENT
                            .send(ready, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What {@code ./amends status --json} says; nothing where it took too long. */
    JsonNode status() {
        Path answer = data.resolveSibling(data.getFileName() + "-status.json");
        try {
            Process process = command("status", "--json")
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(STATUS_AT_MOST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return Json.MAPPER.createObjectNode();
            }
            return Json.MAPPER.readTree(answer.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String upLog() {
        try {
            return System.lineSeparator() + Files.readString(upLog);
        } catch (IOException e) {
            return " (no log: " + e.getMessage() + ")";
        }
    }

    /** SIGKILL; {@code up} starts it again. False where it is not running, since it was killed just before. */
    boolean kill(String service) {
        return process(service).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    /** SIGTERM; {@code up} starts it again. What it had to say from then until it ended. */
    String terminate(String service) {
        Path log = data.resolve("logs").resolve(service + ".log");
        ProcessHandle process = process(service).orElseThrow();
        try {
            long said = Files.size(log);
            process.destroy();
            process.onExit().get(30, TimeUnit.SECONDS);
            byte[] all = Files.readAllBytes(log);
            return new String(all, (int) said, (int) (all.length - said), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(service + " does not stop", e);
        }
    }

    /** The live process of a service; from the file that {@code up} keeps, since asking status takes a second. */
    Optional<ProcessHandle> process(String service) {
        try {
            for (JsonNode one : Json.MAPPER
                    .readTree(Files.readAllBytes(data.resolve("state.json")))
                    .path("pieces")) {
                if (one.path("name").asText().equals(service)) {
                    // A pid may have gone to another process since: its start tells.
                    return ProcessHandle.of(one.path("pid").asLong()).filter(process -> process.info()
                            .startInstant()
                            .filter(start ->
                                    start.toEpochMilli() == one.path("started").asLong())
                            .isPresent());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Address of its broker. */
    String kafka() {
        return "127.0.0.1:" + port("AMENDS_KAFKA_PORT");
    }

    int port(String variable) {
        return Integer.parseInt(environment.get(variable));
    }

    String url(String variable) {
        return "http://localhost:" + port(variable);
    }

    /** A line of the generated credentials. */
    String credential(String name) {
        try {
            return Files.readAllLines(data.resolve("credentials.env")).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1).replaceAll("^['\"]|['\"]$", ""))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() {
        up.destroy();
        try {
            if (!up.waitFor(40, TimeUnit.SECONDS)) {
                up.destroyForcibly();
            }
        } catch (InterruptedException e) {
            up.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Process run(String command, File log) {
        try {
            Files.createDirectories(data);
            return command(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder command(String... words) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Damends.root=" + ROOT,
                "-cp",
                ROOT.resolve("local-stack/target/local-stack.jar") + File.pathSeparator
                        + ROOT.resolve("local-stack/target/lib") + "/*",
                "io.amends.local.Main"));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).directory(ROOT.toFile());
        builder.environment().putAll(environment);
        return builder;
    }
}
