package io.amends.local.testing;

import io.amends.local.process.Pause;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shared PostgreSQL with TLS, for as long as this is open. For a Quarkus test, beside {@link Brokers} and with the same
 * database: the service connects with {@code sslmode=verify-full}; with the argument {@code password} it gives that one.
 */
public final class TlsPostgres implements QuarkusTestResourceLifecycleManager, AutoCloseable {
    private static final String OWNER = "postgres";

    private final SharedBrokers brokers = Brokers.shared();
    private final TestCertificate certificate = TestCertificate.make();
    private final Map<String, String> arguments = new HashMap<>();

    @Override
    public void init(Map<String, String> given) {
        arguments.putAll(given);
    }

    @Override
    public Map<String, String> start() {
        settings(
                "ALTER SYSTEM SET ssl_cert_file = '" + certificate.authority() + "'",
                "ALTER SYSTEM SET ssl_key_file = '" + certificate.key() + "'",
                "ALTER SYSTEM SET ssl = on",
                "SELECT pg_reload_conf()");
        // The postmaster hears of it in a moment.
        for (int tries = 0; !offered() && tries < 200; tries++) {
            Pause.of(Duration.ofMillis(50));
        }
        Map<String, String> configuration = new HashMap<>();
        configuration.put("AMENDS_DB_URL", jdbcUrl(arguments.getOrDefault("database", OWNER), certificate));
        Optional.ofNullable(arguments.get("password"))
                .ifPresent(password -> configuration.put("AMENDS_DB_PASSWORD", password));
        return configuration;
    }

    /** The certificate of the server. */
    public TestCertificate certificate() {
        return certificate;
    }

    /** The JDBC address of a database by which the server must show a certificate that this one vouches for. */
    public String jdbcUrl(String database, TestCertificate trusted) {
        return brokers.jdbcUrl(database) + "?sslmode=verify-full&sslrootcert=" + trusted.authority();
    }

    /** After Brokers, whose address it takes the place of. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        settings(
                "ALTER SYSTEM RESET ssl",
                "ALTER SYSTEM RESET ssl_cert_file",
                "ALTER SYSTEM RESET ssl_key_file",
                "SELECT pg_reload_conf()");
    }

    @Override
    public void close() {
        stop();
    }

    private boolean offered() {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet shown = sql.executeQuery("SHOW ssl")) {
            return shown.next() && shown.getString(1).equals("on");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        // The user of the tests may make databases, and no more than that.
        return DriverManager.getConnection(brokers.jdbcUrl(OWNER), OWNER, brokers.password());
    }

    private void settings(String... statements) {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            for (String statement : List.of(statements)) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
