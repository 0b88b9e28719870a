package io.amends.notes;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.local.testing.TlsPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The service with a PostgreSQL whose certificate it checks, set up by the address alone. */
@QuarkusTest
@QuarkusTestResource(
        value = TlsPostgres.class,
        initArgs = @ResourceArg(name = "database", value = "notes"),
        restrictToAnnotatedClass = true)
class TlsDatabaseTest extends ServiceTest {
    @Inject
    Jdbi jdbi;

    @Test
    @DisplayName(
            "H3: every connection is under TLS: those of the pool, the migrations' and the one of the relay's lock")
    void everyConnection() {
        await().atMost(SOON).until(() -> get("/q/health/ready").statusCode() == 200);
        // The lock is held by a connection of its own, for as long as the service relays.
        await().atMost(SOON).until(() -> count("a.pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')") > 0);

        assertThat(count("NOT s.ssl")).isZero();
        assertThat(count("s.ssl AND s.version LIKE 'TLSv1.%'")).isPositive();
    }

    /** How many connections to this service's database are so. */
    private int count(String condition) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT count(*) FROM pg_stat_activity a JOIN pg_stat_ssl s ON s.pid = a.pid"
                                + " WHERE a.datname = current_database() AND " + condition)
                        .mapTo(Integer.class)
                        .one());
    }
}
