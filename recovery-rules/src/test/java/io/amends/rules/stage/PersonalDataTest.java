package io.amends.rules.stage;

import static io.amends.local.testing.Traces.COMMENT;
import static io.amends.local.testing.Traces.EMAIL;
import static io.amends.local.testing.Traces.NAME;
import static io.amends.local.testing.Traces.PHONE;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Agent;
import io.amends.contracts.Customer;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.RecordedBuilder;
import io.amends.contracts.testing.ResponseBuilder;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.Traces;
import io.amends.rules.testing.Loop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** G3: what a rule asks of a customer stays in the decision. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class PersonalDataTest {
    @Inject
    Loop loop;

    private final String cpc = "p" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName("G3, H6: decided, explained, evaluated or a dead letter: no log and no metric names a customer")
    void namesNobody() {
        try (Traces traces = new Traces()) {
            loop.portal(cpc, "");
            long offset = loop.group(cpc, "NET", "");
            SurveyRecorded good = RecordedBuilder.recorded(ResponseBuilder.response("r-1")
                            .portal(cpc)
                            .customer(new Customer("c-9", NAME, EMAIL, PHONE, NAME, null, null, NAME))
                            .agent(new Agent("a-7", NAME))
                            .factors(List.of(COMMENT))
                            .comment(COMMENT)
                            .build())
                    .directoryOffset(offset)
                    .build();
            for (String place : List.of("customer", "submittedAt", "contactChoice", "measures", "properties", "tags")) {
                ObjectNode bad = Json.MAPPER.valueToTree(good);
                ((ObjectNode) bad.get("response")).put(place, COMMENT + NAME + EMAIL + PHONE);
                loop.send(EventTypes.SURVEY_RECORDED, good.response().ticketKey(), bad);
            }
            loop.recorded(good);
            loop.await(Topics.DECIDED, 1, value -> value.contains("\"" + cpc + "\""));
            loop.await(Topics.deadLetters(Topics.RECORDED, "decider").name(), 3, value -> value.contains(cpc));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> given().get("/v1/portals/{cpc}/responses/r-1/explanation", cpc)
                                    .statusCode()
                            == 200);
            String response = new String(Json.write(good.response()), UTF_8);
            evaluated(response, 200);
            evaluated(response.replace("NOT_ASKED", COMMENT), 400);
            evaluated(response.replace("\"" + COMMENT + "\"", COMMENT), 400);
            evaluated(response.substring(0, response.indexOf(COMMENT) + 12), 400);

            assertThat(traces.log()).contains("dead letter from");
            assertThat(traces.logged()).isEmpty();
            assertThat(Traces.in(given().get("/q/metrics").asString())).isEmpty();
        }
    }

    private void evaluated(String response, int status) {
        given().contentType("application/json")
                .body(response)
                .post("/v1/portals/{cpc}/evaluate", cpc)
                .then()
                .statusCode(status);
    }
}
