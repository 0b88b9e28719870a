package io.amends.local.testing;

import io.amends.local.kafka.KafkaProbe;
import io.amends.local.kafka.KafkaProcess;
import io.amends.local.postgres.PostgresProcess;
import io.amends.local.process.JavaProcess;
import io.amends.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Both as processes of their own that end when this JVM does: Kafka keeps its threads and class path to itself, and a
 * closed class loader of a test framework does not pull anything from under it.
 */
final class EmbeddedBrokers {
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m");

    private EmbeddedBrokers() {}

    static SharedBrokers start(String user, String password) {
        try {
            Path kafkaFolder = Files.createTempDirectory("amends-test-kafka-");
            Path postgresFolder = Files.createTempDirectory("amends-test-postgres-");
            int kafka = Ports.free();
            int postgres = Ports.free();
            Process kafkaProcess = start(KafkaProcess.class, kafkaFolder, kafka);
            Process postgresProcess = start(PostgresProcess.class, postgresFolder, postgres);
            SharedBrokers brokers = new SharedBrokers("127.0.0.1:" + kafka, "127.0.0.1:" + postgres, user, password);
            await(postgresProcess, log(postgresFolder), () -> connects(brokers));
            await(kafkaProcess, log(kafkaFolder), () -> KafkaProbe.ready(kafka));
            return brokers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Process start(Class<?> main, Path folder, int port) {
        return JavaProcess.start(
                main, log(folder), SMALL, List.of(folder.toString(), Integer.toString(port), "--temporary"));
    }

    static Path log(Path folder) {
        return folder.resolve("log");
    }

    private static boolean connects(SharedBrokers brokers) {
        // The keeper says ready once user and password are set; before that a login is refused.
        try (Connection connection =
                DriverManager.getConnection(brokers.jdbcUrl("postgres"), brokers.user(), brokers.password())) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    static void await(Process process, Path log, BooleanSupplier ready) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("did not start:\n" + Files.readString(log));
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
