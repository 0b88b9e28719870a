package io.amends.ingest.component;

import static io.amends.contracts.testing.KeyBuilder.key;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import io.amends.contracts.testing.KeyBuilder;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Sha256;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.EveryScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class ScopesTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    EventProducer producer;

    private static String portal() {
        try (Wire wire = new Wire()) {
            wire.portals("acme", "beta");
        }
        return "acme";
    }

    @Test
    @DisplayName("H2: every route declares a scope, and refuses a key without it by its name")
    void everyRoute() throws Exception {
        String cpc = portal();
        String secret = "no-scope-" + UUID.randomUUID();
        AccessKey nothing = key(Sha256.hex(secret)).portal(cpc).build();
        publish(nothing);

        assertThat(new EveryScope(base, secret, Map.of("cpc", cpc))
                        // Its address and the signature say who sends.
                        .open("GET /v1/webhooks/{source}")
                        .open("POST /v1/webhooks/{source}")
                        .known("/v1/conflicts?cpc=" + cpc)
                        .findings(word -> Scope.of(word).isPresent()))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "H2: a key that may only send surveys does that, and is refused within 2 s of its revocation; no dashboard-api is there")
    void revoked() {
        String cpc = portal();
        String secret = "surveys-" + UUID.randomUUID();
        KeyBuilder crm = key(Sha256.hex(secret)).portal(cpc).scopes(Scope.SURVEYS_WRITE);
        publish(crm.build());
        Survey survey = new Survey();
        await().atMost(Duration.ofSeconds(20)).until(() -> post(secret, survey) == 202);
        assertThat(given().auth()
                        .oauth2(secret)
                        .get("/v1/conflicts?cpc=" + cpc)
                        .path("scope")
                        .toString())
                .isEqualTo("surveys:read");
        assertThat(given().auth().oauth2(secret).get("/v1/conflicts?cpc=beta").statusCode())
                .isEqualTo(404);
        assertThat(given().auth().oauth2(secret).get("/v1/quarantine?CPC=beta").statusCode())
                .as("a parameter is read whatever its case, and so it is checked")
                .isEqualTo(404);
        assertThat(given().auth()
                        .oauth2(secret)
                        .get("/v1/quarantine?CPC=beta&cpc=" + cpc)
                        .statusCode())
                .as("of two portals a resource would read one")
                .isEqualTo(400);

        publish(crm.revoked().build());

        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> post(secret, survey) == 401);
    }

    private static int post(String secret, Survey survey) {
        return Door.with(secret).body(survey.bytes()).post("/v1/surveys").statusCode();
    }

    private void publish(AccessKey key) {
        producer.sendAll(List.of(
                OutboundEvent.of(Topics.ACCESS, key.hash(), UUID.randomUUID().toString(), EventTypes.KEY, key)));
    }
}
