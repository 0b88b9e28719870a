package io.amends.local.stack;

import io.amends.local.kafka.KafkaProcess;
import io.amends.local.mail.MailSink;
import io.amends.local.postgres.LeftoverPostmaster;
import io.amends.local.postgres.PostgresProcess;
import io.amends.local.postgres.PostgresSettings;
import io.amends.local.process.JavaProcess;
import io.amends.local.process.StartRefused;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.StringTokenizer;

/** How each part is run as a process of its own, sized so that all together fit a small machine. */
final class Pieces {
    private final StackPaths place;
    private final StackPorts ports;
    private final ServiceEnvironment environment;
    private final Probes probes;

    Pieces(StackPaths place, StackPorts ports, Credentials credentials) {
        this.place = place;
        this.ports = ports;
        this.environment = new ServiceEnvironment(ports, credentials);
        this.probes = new Probes(ports, credentials);
    }

    Piece of(StackPart part) {
        return switch (part) {
            case KAFKA ->
                piece(part, Duration.ofSeconds(8), own(KafkaProcess.class, part, "-Xmx320m", "" + ports.of(part)));
            case POSTGRES -> piece(part, Duration.ofSeconds(8), postgres());
            case MAIL ->
                piece(
                        part,
                        Duration.ofSeconds(5),
                        own(MailSink.class, part, "-Xmx96m", "" + ports.smtp(), "" + ports.of(part)));
            default -> piece(part, Duration.ofSeconds(12), service(part));
        };
    }

    private Piece piece(StackPart part, Duration patience, List<String> command) {
        Map<String, String> variables = environment.of(part);
        if (!part.isService()) {
            variables.put("CLASSPATH", System.getProperty("java.class.path"));
        }
        return new Piece(
                part.id(),
                command,
                variables,
                place.log(part),
                () -> probes.ready(part),
                process -> part == StackPart.POSTGRES
                        ? LeftoverPostmaster.pid(PostgresProcess.data(place.folder(part)))
                        : OptionalLong.of(process.pid()),
                patience);
    }

    private List<String> postgres() {
        List<String> command = new ArrayList<>(
                own(PostgresProcess.class, StackPart.POSTGRES, "-Xmx256m", "" + ports.of(StackPart.POSTGRES)));
        command.addAll(PostgresSettings.SERVICE_DATABASES);
        return command;
    }

    private List<String> own(Class<?> main, StackPart part, String heap, String... arguments) {
        List<String> command = java(heap);
        command.add(main.getName());
        command.add(place.folder(part).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private List<String> service(StackPart part) {
        if (!Files.exists(place.jar(part))) {
            throw new StartRefused(part.id() + " is not built: run ./mvnw -DskipTests package");
        }
        // A digest of 500 cases is printed in memory; what the peak took is given back.
        List<String> command = java(part == StackPart.ALERTING ? "-Xmx768m" : "-Xmx256m");
        // A benchmark runs the services as their image does, whose compilers this small machine's stack does without.
        new StringTokenizer(System.getenv().getOrDefault("AMENDS_JAVA_OPTIONS", ""))
                .asIterator()
                .forEachRemaining(option -> command.add((String) option));
        command.add("-jar");
        command.add(place.jar(part).toString());
        return command;
    }

    private static List<String> java(String heap) {
        return new ArrayList<>(List.of(
                JavaProcess.java(),
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                // Give memory back after the start's peak.
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true"));
    }
}
