package io.amends.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amends.local.process.JavaProcess;
import io.amends.local.process.Ports;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresNodeTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("a restart keeps what was committed; a changed password is set anew, and asked for")
    void restart() throws Exception {
        try (PostgresNode node = start("first")) {
            execute(node.port(), "first", "CREATE TABLE note (text text)", "INSERT INTO note VALUES ('kept')");
        }
        try (PostgresNode node = start("second")) {
            assertThat(read(node, "second", "SELECT text FROM note")).isEqualTo("kept");
            assertThatThrownBy(() -> read(node, "first", "SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    @DisplayName("commits are on disk when acknowledged, whatever the library's defaults")
    void durable() throws Exception {
        try (PostgresNode node = start("p")) {
            assertThat(List.of(
                            read(node, "p", "SHOW fsync"),
                            read(node, "p", "SHOW synchronous_commit"),
                            read(node, "p", "SHOW full_page_writes")))
                    .containsOnly("on");
        }
    }

    @Test
    @DisplayName("a postmaster left by a killed keeper is stopped by the next start, its data kept")
    void leftover() throws Exception {
        int port = Ports.free();
        Process keeper = JavaProcess.start(
                PostgresProcess.class,
                folder.resolve("log"),
                List.of(),
                List.of(folder.toString(), Integer.toString(port), "notes"));
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            execute(port, "amends", "CREATE TABLE note (text text)", "INSERT INTO note VALUES ('kept')");
            return true;
        });
        ProcessHandle postmaster = ProcessHandle.of(
                        LeftoverPostmaster.pid(PostgresProcess.data(folder)).orElseThrow())
                .orElseThrow();
        keeper.destroyForcibly().waitFor();
        assertThat(postmaster.isAlive()).isTrue();

        try (PostgresNode node = PostgresNode.start(settings("p", port))) {
            assertThat(postmaster.isAlive()).isFalse();
            assertThat(read(node, "p", "SELECT text FROM note")).isEqualTo("kept");
        }
    }

    private PostgresNode start(String password) {
        return PostgresNode.start(settings(password, 0));
    }

    private PostgresSettings settings(String password, int port) {
        return new PostgresSettings(folder.resolve("data"), null, port, password, List.of("notes"), true);
    }

    private static void execute(int port, String password, String... statements) throws SQLException {
        try (Connection connection = connect(port, password);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static String read(PostgresNode node, String password, String query) throws SQLException {
        try (Connection connection = connect(node.port(), password);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(int port, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/notes", PostgresSettings.USER, password);
    }
}
