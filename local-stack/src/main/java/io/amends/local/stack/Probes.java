package io.amends.local.stack;

import io.amends.local.kafka.KafkaProbe;
import io.amends.local.postgres.PostgresSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Asks each part whether it serves. */
public final class Probes {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final StackPorts ports;
    private final Credentials credentials;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public Probes(StackPorts ports, Credentials credentials) {
        this.ports = ports;
        this.credentials = credentials;
    }

    public boolean ready(Part part) {
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
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
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
        login.setProperty("connectTimeout", "3");
        login.setProperty("socketTimeout", "3");
        // The last of the databases: once it is there, all are.
        String database = PostgresSettings.SERVICE_DATABASES.get(PostgresSettings.SERVICE_DATABASES.size() - 1);
        String url = "jdbc:postgresql://localhost:" + ports.of(Part.POSTGRES) + "/" + database;
        try (Connection connection = DriverManager.getConnection(url, login)) {
            return connection.isValid(3);
        } catch (SQLException e) {
            return false;
        }
    }
}
