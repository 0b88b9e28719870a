package io.amends.ingest.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.directory.SourceVendor;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.Forwarder;
import io.amends.local.testing.PostgresAway;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Webhooks are taken while PostgreSQL is away (A10). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(
        value = PostgresAway.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest_away"),
        restrictToAnnotatedClass = true)
class WebhooksWithoutDatabaseTest {
    private static final String CPC = "hooks-away";

    Forwarder postgres;

    @Test
    @DisplayName("A10: with the secrets once read webhooks are taken without PostgreSQL, and recorded when it is back")
    void away() throws IOException {
        String id = "r-" + UUID.randomUUID();
        try (Wire wire = new Wire()) {
            postgres.open();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Door.open()
                                    .queryParam("cpc", "nowhere")
                                    .get("/v1/conflicts")
                                    .statusCode()
                            == 404);
            wire.portals(CPC);
            Hook hook = new Hook(CPC, "away", SourceVendor.JSON)
                    .made(
                            wire,
                            ",'defaults':{'supportGroup':'G1'},'mapping':{'responseId':'/id','ticketId':'/id','submittedAt':'/at','measures':{'csat':'/score'}}");
            String address = hook.address();

            postgres.shut();

            RestAssured.given()
                    .header("X-Api-Key", hook.secret)
                    .contentType("application/json")
                    .body("{\"id\":\"" + id + "\",\"score\":1,\"at\":\"" + Survey.now() + "\"}")
                    .post(address)
                    .then()
                    .statusCode(200);
            RestAssured.given()
                    .header("X-Api-Key", "wrong")
                    .contentType("application/json")
                    .body("{}")
                    .post(address)
                    .then()
                    .statusCode(401);

            postgres.open();
            assertThat(hook.response(id).getString("state")).isEqualTo("RECORDED");
        }
    }
}
