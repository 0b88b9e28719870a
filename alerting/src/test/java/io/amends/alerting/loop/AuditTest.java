package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.alerting.Decisions;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Topics;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.HeldOutbox;
import io.amends.local.testing.OpenApiRoutes;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people and keys have sent is in the audit log (H4). */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class AuditTest {
    private static final Map<String, AuditAction> AUDITED = Map.of(
            "POST /v1/portals/{cpc}/digests/run", AuditAction.DIGESTS_RUN,
            "POST /v1/deliveries/{id}/resend", AuditAction.DELIVERY_RESENT,
            "PUT /v1/portals/{cpc}/channels/{code}/secrets", AuditAction.CHANNEL_SECRETS_SET,
            "POST /v1/portals/{cpc}/channels/{code}/test", AuditAction.CHANNEL_TESTED);

    @TestHTTPResource("/")
    URI base;

    @Inject
    Scene scene;

    @Inject
    DeliveryRows rows;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void noFault() {
        jdbi.useHandle(db -> db.execute(HeldOutbox.TAKING));
    }

    @Test
    @DisplayName("H4: every route that changes something is audited")
    void everyRoute() throws Exception {
        assertThat(OpenApiRoutes.changing(base)).isEqualTo(AUDITED.keySet());
    }

    @Test
    @DisplayName(
            "H4, C9: digests that are built by hand and a delivery that is sent again are entries, repetitions none")
    void everyChange() {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD).group("APAC"));
        DigestApi.run(cpc, AT, false);
        DigestApi.run(cpc, AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        String delivery = DigestApi.get(Keys.ALL, "/v1/portals/" + cpc + "/deliveries")
                .jsonPath()
                .getString("items[0].id");
        assertThat(resend(delivery)).isEqualTo(202);

        await().atMost(Scene.SOON).untilAsserted(() -> assertThat(entries(cpc))
                .extracting(entry ->
                        entry.get("what").asText() + " " + entry.get("subject").asText())
                .containsExactly("DIGESTS_RUN digests/" + AT, "DELIVERY_RESENT delivery/" + delivery));
        assertThat(entries(cpc).get(0).at("/after/digests").asInt()).isEqualTo(1);
        assertThat(entries(cpc)).allSatisfy(entry -> {
            assertThat(entry.get("by").asText()).isEqualTo("KEY");
            assertThat(entry.toString()).doesNotContain("Kim", "@");
        });
    }

    @Test
    @DisplayName("H4: where the entry cannot be written nothing is built and nothing is sent")
    void together() {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD).group("APAC"));
        jdbi.useHandle(db -> db.execute(HeldOutbox.refusing(Topics.AUDIT)));

        assertThat(given().header("Authorization", "Bearer " + Keys.ALL)
                        .contentType("application/json")
                        .body(Map.of("at", AT))
                        .post("/v1/portals/" + cpc + "/digests/run")
                        .statusCode())
                .isEqualTo(500);
        assertThat(rows.digests(cpc)).isZero();
    }

    private static int resend(String delivery) {
        return given().header("Authorization", "Bearer " + Keys.ALL)
                .post("/v1/deliveries/" + delivery + "/resend")
                .statusCode();
    }

    private static List<JsonNode> entries(String cpc) {
        return WholeTopic.read(Brokers.shared().bootstrap(), Topics.AUDIT, cpc);
    }
}
