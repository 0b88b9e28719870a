package io.amends.local.stack;

import io.amends.local.kafka.KafkaProbe;
import io.amends.local.postgres.PostgresSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks each part whether it serves. A part that is down refuses at once; one that hangs is given up after a while. */
public final class Probes {
    // A busy machine is not a broken one: KafkaProbe says what a short one did.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StackPorts ports;
    private final Credentials credentials;
    // HTTP/1.1: a pooled HTTP/2 connection to a process that was killed can wait for ever.
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    public Probes(StackPorts ports, Credentials credentials) {
        this.ports = ports;
        this.credentials = credentials;
    }

    public boolean ready(StackPart part) {
        return switch (part) {
            case KAFKA -> KafkaProbe.ready(ports.of(part));
            case POSTGRES -> postgres();
            case MAIL -> ok(ports.url(part) + "/readyz");
            default -> ok(ports.url(part) + "/q/health/ready");
        };
    }

    private boolean ok(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        try {
            // The request's own limit ends with the headers: this one holds for the body too.
            return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                            .statusCode()
                    == 200;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean postgres() {
        Properties login = new Properties();
        login.setProperty("user", PostgresSettings.USER);
        login.setProperty("password", credentials.value("AMENDS_DB_PASSWORD"));
        String seconds = Long.toString(PATIENCE.toSeconds());
        login.setProperty("connectTimeout", seconds);
        login.setProperty("socketTimeout", seconds);
        // The last of the databases: once it is there, all are.
        String database = PostgresSettings.SERVICE_DATABASES.get(PostgresSettings.SERVICE_DATABASES.size() - 1);
        String url = "jdbc:postgresql://127.0.0.1:" + ports.of(StackPart.POSTGRES) + "/" + database;
        try (Connection connection = DriverManager.getConnection(url, login)) {
            return connection.isValid((int) PATIENCE.toSeconds());
        } catch (SQLException e) {
            return false;
        }
    }
}
