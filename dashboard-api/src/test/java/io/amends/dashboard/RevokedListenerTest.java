package io.amends.dashboard;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.StreamLines;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With the pulse as it is outside of tests, which alone would let a revoked key listen for as long. */
@QuarkusTest
@TestProfile(SlowSendersTest.ShortLimit.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class RevokedListenerTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    /** Two seconds, with room for a busy machine, and far less than a pulse. */
    private static final Duration AT_ONCE = Duration.ofSeconds(6);

    @TestHTTPResource("/")
    URI base;

    @Test
    @DisplayName(
            "H2, H1: the live stream of a key ends when it is revoked, and does not wait for the pulse; others go on")
    void revoked() {
        // A service that has only just begun reads its first body late, and the limit of this profile is short.
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> Api.put("/v1/portals/revlive", "{\"name\": \"Live\"}"));
        JsonPath made = given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"Listener\", \"scopes\": [\"responses:read\"]}")
                .post("/v1/portals/revlive/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String secret = made.getString("secret");
        await().atMost(SOON)
                .until(() -> given().auth()
                                .oauth2(secret)
                                .get("/v1/portals/revlive/responses")
                                .statusCode()
                        == 200);
        StreamLines heard = StreamLines.byKey(base, "revlive", secret);
        StreamLines other = StreamLines.of(base, "revlive");
        try {
            given().auth()
                    .oauth2(Keys.KEY)
                    .delete("/v1/portals/revlive/keys/" + made.getString("keyId"))
                    .then()
                    .statusCode(204);

            await().atMost(AT_ONCE).until(() -> heard.lines().contains("closed"));
            await().during(Duration.ofMillis(1_500)).atMost(AT_ONCE).until(() -> !other.lines()
                    .contains("closed"));
        } finally {
            heard.cancel();
            other.cancel();
        }
    }
}
