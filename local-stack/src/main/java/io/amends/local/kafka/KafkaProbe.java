package io.amends.local.kafka;

import io.amends.local.process.Ports;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks a Kafka whether it serves clients: an open port alone does not say that. */
public final class KafkaProbe {
    /** On a busy machine loading the client's classes takes seconds: with two, `status` never saw a Kafka that served. */
    private static final int PATIENCE_MILLIS = 15_000;

    private static final Duration CLOSING = Duration.ofSeconds(1);

    private KafkaProbe() {}

    /** @param port on loopback; where nothing listens the answer comes at once */
    public static boolean ready(int port) {
        // A client that finds no listener tries again at once, for as long as it may: so look first.
        if (!Ports.answers(port)) {
            return false;
        }
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                KafkaSettings.HOST + ":" + port,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG,
                false);
        Admin admin = Admin.create(settings);
        try {
            return !admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } finally {
            // Without a limit it can wait for ever for a Kafka that went away while it was asked.
            admin.close(CLOSING);
        }
    }
}
