package io.amends.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.kit.testing.Found;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.Logged;
import io.amends.local.testing.TestCertificate;
import io.amends.local.testing.TlsPostgres;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a start makes of a PostgreSQL that it cannot trust, or that does not trust it. */
class DatabaseTlsTest {
    private static final String DATABASE = "kit_tls";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static TlsPostgres postgres;

    @BeforeAll
    static void start() {
        Brokers.shared().freshDatabase(DATABASE);
        postgres = new TlsPostgres();
        postgres.start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    @DisplayName("H3: by the right authority the schema is brought up to date over TLS")
    void trusted() {
        Migrations migrations = migrations(
                postgres.jdbcUrl(DATABASE, postgres.certificate()),
                Brokers.shared().password());
        migrations.start(null);

        await().atMost(SOON).until(() -> migrations.call().getStatus() == HealthCheckResponse.Status.UP);
        migrations.stop(null);
    }

    @Test
    @DisplayName("H3: a server with another certificate is waited for, not ready, and told once in words")
    void wrongAuthority() {
        waits(
                postgres.jdbcUrl(DATABASE, TestCertificate.make()),
                Brokers.shared().password(),
                "PKIX path");
    }

    @Test
    @DisplayName("H3: a password that the server refuses is waited for, not ready, told once in words and never itself")
    void wrongPassword() {
        waits(postgres.jdbcUrl(DATABASE, postgres.certificate()), "very-wrong", "password authentication failed");
    }

    private static void waits(String url, String password, String words) {
        Migrations migrations = migrations(url, password);
        try (Logged logged = new Logged()) {
            migrations.start(null);
            await().atMost(SOON).until(() -> logged.text().contains(words));

            assertThat(migrations.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
            assertThat(logged.text())
                    .containsOnlyOnce("the database does not answer yet")
                    .doesNotContain("very-wrong");
        } finally {
            migrations.stop(null);
        }
    }

    private static Migrations migrations(String url, String password) {
        return new Migrations(Found.only(Flyway.configure()
                .dataSource(url, Brokers.shared().user(), password)
                .locations("db/kit")
                .load()));
    }
}
