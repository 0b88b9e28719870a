package io.amends.dashboard.directory;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.Forwarder;
import io.amends.local.testing.Logged;
import io.amends.local.testing.PostgresAway;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The service starts before its database, entities and all, and outlives its being away. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(
        value = PostgresAway.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard_away"),
        restrictToAnnotatedClass = true)
class AwayDatabaseTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SECRET = "Anna Secret";

    Forwarder postgres;

    @Test
    @DisplayName("G1, F6: entries are 503 while PostgreSQL is away, from the start on, and are kept once it is there")
    void awayAndBack() throws Exception {
        try (Logged log = new Logged()) {
            away();
            as().get("/q/health/ready").then().statusCode(503);

            postgres.open();
            await().atMost(SOON).untilAsserted(() -> put("First " + SECRET).statusCode(201));
            String seen = as().get("/v1/portals/late")
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("ETag");

            postgres.shut();
            away();

            postgres.open();
            await().atMost(SOON).untilAsserted(() -> as().get("/v1/portals/late")
                    .then()
                    .statusCode(200)
                    .header("ETag", seen)
                    .body("name", equalTo("First " + SECRET)));
            put("Second " + SECRET).statusCode(200);
            assertThat(log.text())
                    .contains("cannot answer now: the database is away")
                    .doesNotContain(SECRET);
        }
    }

    private static void away() {
        unavailable(as().get("/v1/portals").then());
        unavailable(as().get("/v1/portals/late").then());
        unavailable(put(SECRET));
        unavailable(as().delete("/v1/portals/late").then());
    }

    private static void unavailable(ValidatableResponse answer) {
        answer.statusCode(503).contentType("application/problem+json").header("Retry-After", "2");
    }

    private static ValidatableResponse put(String name) {
        return as().contentType("application/json")
                .body("{\"name\": \"%s\"}".formatted(name).getBytes(UTF_8))
                .put("/v1/portals/late")
                .then();
    }

    private static RequestSpecification as() {
        return given().auth().oauth2(Keys.KEY);
    }
}
