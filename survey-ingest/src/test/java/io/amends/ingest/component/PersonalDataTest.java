package io.amends.ingest.component;

import static io.amends.local.testing.Traces.COMMENT;
import static io.amends.local.testing.Traces.EMAIL;
import static io.amends.local.testing.Traces.NAME;
import static io.amends.local.testing.Traces.PHONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** G3: who a customer is and what they wrote stays in the data, also where it cannot be read. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class PersonalDataTest {
    @Test
    @DisplayName(
            "G3, H6: recorded, quarantined, refused, in conflict or a dead letter: no log and no metric names anybody")
    void namesNobody() {
        try (Wire wire = new Wire();
                Traces traces = new Traces()) {
            wire.portals("acme");
            Survey recorded = about(new Survey());
            Survey quarantined = about(new Survey()
                    .with("supportGroup", "NOPE")
                    .with("submittedAt", Instant.now().plusSeconds(90_000).toString()));
            Door.post(recorded.json()).then().statusCode(202);
            Door.post(quarantined.json()).then().statusCode(202);
            Door.awaitState(recorded, "RECORDED");
            Door.awaitState(quarantined, "QUARANTINED");
            repair(quarantined, "{\"measures\":{\"csat\":\"" + NAME + "\"},\"comment\":7}", 400);
            repair(quarantined, "{\"comment\":\"" + COMMENT, 400);
            String twice = UUID.randomUUID().toString();
            wire.publish(twice, recorded);
            wire.publish(twice, recorded.with("comment", COMMENT + " Still."));
            for (String body : malformed()) {
                Door.post(body).then().statusCode(lessThan(500));
                wire.publish(0, UUID.randomUUID().toString(), body.getBytes(UTF_8));
            }
            Door.open()
                    .body("[" + String.join(",", malformed()) + "]")
                    .post("/v1/surveys/batch")
                    .then()
                    .statusCode(lessThan(500));
            String last = UUID.randomUUID().toString();
            wire.publish(0, last, COMMENT.getBytes(UTF_8));
            wire.deadLetter(last);

            assertThat(traces.log()).contains("dead letter from");
            assertThat(traces.logged()).isEmpty();
            assertThat(Traces.in(Door.open().get("/q/metrics").asString())).isEmpty();
        }
    }

    /** A survey of the customer whom everybody would recognise. */
    private static Survey about(Survey survey) {
        ObjectNode body = survey.with("comment", COMMENT).tree();
        body.putObject("customer")
                .put("id", "c-9")
                .put("name", NAME)
                .put("email", EMAIL)
                .put("phone", PHONE)
                .put("accountManager", NAME);
        body.putObject("agent").put("id", "a-7").put("name", NAME);
        body.putArray("factors").add(COMMENT);
        body.putArray("tags").add(NAME);
        body.putObject("properties").put(NAME, COMMENT);
        return survey;
    }

    /** The same, each with a fault in another place. */
    private static List<String> malformed() {
        String good = about(new Survey()).json();
        Survey customer = about(new Survey()).with("customer", NAME + " " + EMAIL + " " + PHONE);
        Survey choice = about(new Survey()).with("contactChoice", COMMENT);
        Survey when = about(new Survey()).with("submittedAt", COMMENT).with("updatedAt", NAME);
        Survey code = about(new Survey()).with("supportGroup", NAME).with("segment", EMAIL);
        Survey unnamed = about(new Survey()).with("portal", NAME);
        Survey longer = about(new Survey()).with("comment", COMMENT.repeat(1_000));
        ObjectNode measures = about(new Survey()).tree();
        measures.putObject("measures").put("csat", COMMENT).putObject(NAME);
        ObjectNode properties = about(new Survey()).tree();
        properties.putObject("properties").putObject(EMAIL);
        return List.of(
                good.substring(0, good.indexOf(COMMENT) + 12),
                good.substring(0, good.length() - 1),
                good.replace("\"" + COMMENT + "\"", COMMENT),
                good.replace("\"" + NAME + "\":", "\"" + NAME + "\":1,\"" + NAME + "\":"),
                good.replace(COMMENT, COMMENT + "\\ud800"),
                good.replace(COMMENT, COMMENT + "\\x"),
                customer.json(),
                choice.json(),
                when.json(),
                code.json(),
                unnamed.json(),
                longer.json(),
                measures.toString(),
                properties.toString());
    }

    private static void repair(Survey survey, String corrections, int status) {
        Door.open()
                .queryParam("cpc", "acme")
                .body(corrections)
                .patch("/v1/quarantine/{id}", survey.id())
                .then()
                .statusCode(status);
    }
}
