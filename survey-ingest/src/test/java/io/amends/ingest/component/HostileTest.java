package io.amends.ingest.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.local.testing.Brokers;
import io.amends.local.testing.EveryRoute;
import io.amends.local.testing.OddRequests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class HostileTest {
    private static final String WHO = "Authorization: Bearer " + Keys.ALL + "\r\n";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Jdbi jdbi;

    @Test
    @DisplayName(
            "H2: whatever is asked of whichever route, the answer is one on purpose, with a body and without a trace")
    void everyRoute() throws Exception {
        try (Wire wire = new Wire()) {
            wire.portals("acme");
        }
        EveryRoute routes = new EveryRoute(base, WHO, Map.of("?cpc", "acme"));

        assertThat(routes.findings()).isEmpty();
        assertThat(routes.sent()).isGreaterThan(100);
    }

    @Test
    @DisplayName("H2: what the platform refuses has problem details, which nobody keeps")
    void platform() throws Exception {
        assertThat(OddRequests.of(base, WHO).refused()).isEmpty();
    }

    @Test
    @DisplayName("H2: what is no HTTP is refused with words, too")
    void noHttp() throws Exception {
        assertThat(OddRequests.of(base, WHO).noHttp()).isEmpty();
    }

    @Test
    @DisplayName("H2: 200 odd addresses make one new label at most")
    void metrics() throws Exception {
        assertThat(OddRequests.of(base, WHO).newLabels()).isSubsetOf("UNMATCHED", "NOT_FOUND", "OTHER", "POST");
    }

    @Test
    @DisplayName("H6: an error of the database says nothing of what was written, not even to the service itself")
    void refusedRow() {
        jdbi.useHandle(h -> {
            h.execute("CREATE TEMPORARY TABLE refusing (name text CHECK (name <> 'Anna Secret'))");

            assertThatThrownBy(() -> h.createUpdate("INSERT INTO refusing VALUES (:name)")
                            .bind("name", "Anna Secret")
                            .execute())
                    .hasMessageNotContaining("Secret")
                    .rootCause()
                    .hasMessageNotContaining("Secret");
        });
    }
}
