package io.amends.local.postgres;

import io.amends.local.process.OwnerOnly;
import io.amends.local.process.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;

/** A real PostgreSQL from its own binaries, without an installation, also as root; its data outlives it. */
public final class PostgresNode implements AutoCloseable {
    private final PostgresSettings settings;
    private final EmbeddedPostgres server;

    private PostgresNode(PostgresSettings settings, EmbeddedPostgres server) {
        this.settings = settings;
        this.server = server;
    }

    /**
     * Stops a leftover postmaster of the same data, starts, and makes user and databases where absent.
     *
     * @throws StartRefused with what to do, if it can't start here
     */
    public static PostgresNode start(PostgresSettings settings) {
        Unshare.check();
        LeftoverPostmaster.stop(settings.data());
        try {
            if (settings.binaries() != null) {
                Unpacking.clearUnfinished(settings.binaries());
            }
            OwnerOnly.folder(settings.data());
            HostAccess.withoutPassword(settings.data());
            PostgresNode node = new PostgresNode(settings, launch(settings));
            if (settings.binaries() != null) {
                OwnerOnly.mend(settings.binaries()); // the library unpacks them writable for everybody
            }
            node.prepare();
            return node;
        } catch (IOException | SQLException | RuntimeException e) {
            throw new StartRefused("PostgreSQL does not start with " + settings.data() + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres launch(PostgresSettings settings) throws IOException {
        String durable = settings.durable() ? "on" : "off";
        File log = settings.data().resolveSibling("postgres.log").toFile();
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(settings.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(settings.port())
                .setPGStartupWait(Duration.ofSeconds(30))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("listen_addresses", "127.0.0.1")
                // Sockets lie in /tmp, open to every user of this machine.
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "150")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("jit", "off")
                .setServerConfig("log_min_messages", "fatal");
        if (settings.binaries() != null) {
            builder.setOverrideWorkingDirectory(settings.binaries().toFile());
        }
        return builder.start();
    }

    private void prepare() throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + PostgresSettings.USER + "'")) {
                sql.execute("CREATE ROLE " + PostgresSettings.USER + " LOGIN CREATEDB");
            }
            String password = " PASSWORD '" + settings.password().replace("'", "''") + "'";
            sql.execute("ALTER ROLE " + PostgresSettings.USER + password);
            sql.execute("ALTER ROLE postgres" + password);
            for (String database : settings.databases()) {
                if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                    sql.execute("CREATE DATABASE " + database + " OWNER " + PostgresSettings.USER);
                }
            }
            HostAccess.withPassword(settings.data());
            sql.execute("SELECT pg_reload_conf()");
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }

    /** The address for user {@code amends} with the password of the settings. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    public int port() {
        return server.getPort();
    }

    /** The postmaster's process id; empty when it is gone. */
    public OptionalLong pid() {
        return LeftoverPostmaster.pid(settings.data());
    }

    /** Stops the fast way; what was committed is kept. */
    @Override
    public void close() {
        Path data = settings.data();
        try {
            server.close();
        } catch (IOException e) {
            throw new StartRefused("PostgreSQL does not stop: " + e.getMessage(), e);
        } finally {
            LeftoverPostmaster.stop(data);
        }
    }
}
