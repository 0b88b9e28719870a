package io.amends.ingest.component;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.Logged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where customers are not, whatever becomes of their answer: in logs and in metrics. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class PersonalDataTest {
    private static final String[] PERSONAL = {"Quirinus", "quirinus", "4955501234", "unmistakable"};

    private Wire wire;

    @BeforeEach
    void portals() {
        wire = new Wire();
        wire.portals("acme");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    @DisplayName("G3, H6: recorded, quarantined, refused or a dead letter, no log and no metric has a person in it")
    void nobody() {
        String letter = UUID.randomUUID().toString();
        try (Logged logged = new Logged()) {
            Survey recorded = survey();
            Survey quarantined = survey().with("supportGroup", "unmistakable");
            Door.post(recorded.json()).then().statusCode(202);
            Door.post(quarantined.json()).then().statusCode(202);
            Door.post(survey().with("contactChoice", "Kim Quirinus").json())
                    .then()
                    .statusCode(400);
            Door.post(survey().with("submittedAt", "kim@quirinus.example").json())
                    .then()
                    .statusCode(400);
            Door.post("{\"Kim Quirinus\": unmistakable").then().statusCode(400);
            Door.get("acme", "kim@quirinus.example").then().statusCode(404);
            wire.publish(0, letter, "{\"Kim Quirinus\": unmistakable".getBytes(StandardCharsets.UTF_8));
            Door.awaitState(recorded, "RECORDED");
            Door.awaitState(quarantined, "QUARANTINED");
            wire.deadLetter(letter);

            assertThat(logged.text()).contains("refused a POST").doesNotContain(PERSONAL);
        }
        assertThat(get("/q/metrics").body().asString()).contains("amends_").doesNotContain(PERSONAL);
    }

    private static Survey survey() {
        Survey survey = new Survey().with("comment", "my unmistakable words");
        ObjectNode customer = survey.tree().putObject("customer");
        customer.put("name", "Kim Quirinus")
                .put("email", "kim@quirinus.example")
                .put("phone", "+4955501234");
        return survey;
    }
}
