package io.amends.notes;

import static io.amends.local.testing.Traces.COMMENT;
import static io.amends.local.testing.Traces.EMAIL;
import static io.amends.local.testing.Traces.NAME;
import static io.amends.local.testing.Traces.PHONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Customer;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.kit.event.OutboundEvent;
import io.amends.local.testing.Traces;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** G3: who a customer is, and what was written about them, stays in the case. */
@QuarkusTest
@TestProfile(TestPortal.class)
class PersonalDataServiceTest extends ServiceTest {
    private static final String SAID = "{\"author\":\"" + NAME + "\",\"text\":\"" + COMMENT + " " + EMAIL + "\"}";

    @Test
    @DisplayName(
            "G3, H6: a case, a note, a command, whether taken, refused or a dead letter: no log and no metric names anybody")
    void namesNobody() {
        try (Traces traces = new Traces()) {
            DecisionBuilder decision = unhappy()
                    .customer(new Customer("c-9", NAME, EMAIL, PHONE, NAME, null, null, NAME))
                    .with(response -> response.comment(COMMENT));
            known(decision);
            String caseId = heard(1).get(0).data().at("/caseView/caseId").asText();
            note(SAID).statusCode(201);
            for (String wrong : List.of(
                    SAID.replace("\"" + NAME + "\"", "7"),
                    SAID.replace("\"" + COMMENT, COMMENT),
                    SAID.substring(0, SAID.indexOf(COMMENT) + 12),
                    SAID.replace("}", ",\"spoke\":\"" + NAME + "\"}"),
                    SAID.replace("}", ",\"at\":\"" + COMMENT + "\"}"),
                    SAID.replace("}", ",\"correctionOf\":\"" + COMMENT + "\"}"),
                    SAID.replace("}", ",\"" + EMAIL + "\":1}"),
                    SAID.replace(COMMENT, COMMENT.repeat(1_000)))) {
                note(wrong).statusCode(lessThan(500));
                close(caseId, wrong).statusCode(400);
                api().body(wrong)
                        .post("/v1/cases/{id}/proposals", caseId)
                        .then()
                        .statusCode(lessThan(500));
                send(List.of(new OutboundEvent(
                        Topics.COMMANDS,
                        "crm",
                        UUID.randomUUID().toString(),
                        EventTypes.CASE_CLOSE,
                        null,
                        wrong.getBytes(UTF_8))));
            }
            close(caseId, "{\"outcome\":\"" + COMMENT + "\"}").statusCode(400);
            String mark = undecidable(decision.build());
            deadLetter(Topics.DECIDED, "cases", mark);
            deadLetter(Topics.COMMANDS, "commands", COMMENT.repeat(1_000));
            close(caseId, "{\"outcome\":\"RESOLVED\",\"rootCause\":\"" + COMMENT + "\"}")
                    .statusCode(200);

            assertThat(traces.log()).contains("dead letter from");
            assertThat(traces.logged()).isEmpty();
            assertThat(Traces.in(api().get("/q/metrics").asString())).isEmpty();
        }
    }

    /** Sends a decision that has texts where others belong; what tells its letter is answered. */
    private String undecidable(RecoveryDecided decision) {
        String mark = UUID.randomUUID().toString();
        ObjectNode data = Json.MAPPER.valueToTree(decision);
        data.put("responseVersion", mark + COMMENT + NAME).put("customer", EMAIL + PHONE);
        send(List.of(OutboundEvent.of(Topics.DECIDED, "acme:" + ticket, mark, EventTypes.RECOVERY_DECIDED, data)));
        return mark;
    }
}
