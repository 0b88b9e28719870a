package io.amends.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.EveryRoute;
import io.amends.local.testing.OddRequests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class HostileTest {
    private static final String WHO = "Authorization: Bearer " + Keys.KEY + "\r\n";

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    void portal() {
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{'name': 'Ac\\u202Eme', 'timeZone': 'UTC'}".replace('\'', '"'))
                .put("/v1/portals/hostile")
                .then()
                .statusCode(oneOf(200, 201));
    }

    @Test
    @DisplayName("H6: what turns the direction of text around is shown in pages")
    void bidi() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().auth()
                .oauth2(Keys.KEY)
                .get("/portals/hostile/responses?srn=y")
                .then()
                .statusCode(200)
                .body(containsString("Ac‹U+202E›me"), not(containsString("\u202E"))));
    }

    @Test
    @DisplayName(
            "H2: whatever is asked of whichever route, the answer is one on purpose, with a body and without a trace")
    void everyRoute() throws Exception {
        EveryRoute routes = new EveryRoute(
                base, WHO, Map.of("cpc", "hostile", "?cpc", "hostile", "collection", "groups", "side", "gained"));

        assertThat(routes.findings()).isEmpty();
        assertThat(routes.sent()).isGreaterThan(100);
    }

    @Test
    @DisplayName("H2: what the platform refuses has problem details, which nobody keeps")
    void platform() throws Exception {
        assertThat(OddRequests.withPages(base, WHO).refused()).isEmpty();
    }

    @Test
    @DisplayName("H2: what is no HTTP is refused with words, too")
    void noHttp() throws Exception {
        assertThat(OddRequests.withPages(base, WHO).noHttp()).isEmpty();
    }

    @Test
    @DisplayName("H2: 200 odd addresses make one new label at most")
    void metrics() throws Exception {
        assertThat(OddRequests.withPages(base, WHO).newLabels()).isSubsetOf("UNMATCHED", "NOT_FOUND", "OTHER", "POST");
    }
}
