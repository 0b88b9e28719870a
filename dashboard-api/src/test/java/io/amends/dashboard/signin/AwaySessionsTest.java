package io.amends.dashboard.signin;

import static io.amends.dashboard.testing.People.by;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.People;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.Forwarder;
import io.amends.local.testing.PostgresAway;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H1: who is signed in while PostgreSQL goes away. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(
        value = PostgresAway.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard_sessions"),
        restrictToAnnotatedClass = true)
class AwaySessionsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    Forwarder postgres;

    @Test
    @DisplayName("H1: while the database is away a person stays who they were when they were seen last")
    void lastKnown() throws IOException {
        postgres.open();
        await().atMost(SOON).until(() -> given().get("/q/health/ready").statusCode() == 200);
        Api.put("/v1/portals/away", "{\"name\": \"Away\"}");
        Cookie lead = People.signedIn("away", "away-lead", List.of("lead"), null, null);
        Cookie unseen = People.signedIn("away", "away-unseen", List.of("auditor"), null, null);
        by(lead).get("/v1/portals/away").then().statusCode(200);

        postgres.shut();
        by(lead).get("/v1/portals/away").then().statusCode(503);
        by(lead).get("/v1/portals/away/people").then().statusCode(404); // a lead sees no people, and is still one
        by(lead).get("/v1/portals/other").then().statusCode(404);

        postgres.open();
        await().atMost(SOON).until(() -> by(lead).get("/v1/portals/away").statusCode() == 200);
        by(unseen).get("/v1/portals/away/people").then().statusCode(200);
    }
}
