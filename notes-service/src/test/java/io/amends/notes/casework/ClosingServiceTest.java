package io.amends.notes.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.CloseCase;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.kit.event.OutboundEvent;
import io.amends.notes.ServiceTest;
import io.amends.notes.TestPortal;
import io.amends.notes.TestSubscriber.Heard;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TestPortal.class)
class ClosingServiceTest extends ServiceTest {

    @Test
    @DisplayName(
            "D8, E1: closing answers the case and publishes the trigger with all the survey tool needs; again: nothing")
    void closed() {
        String caseId = openCase();
        String words = "{\"outcome\":\"RESOLVED\",\"rootCause\":\"Training\",\"sendFollowUp\":null}";

        close(caseId, words)
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("outcome", equalTo("RESOLVED"))
                .body("rootCause", equalTo("Training"))
                .body("closedAt", notNullValue());
        close(caseId, words).statusCode(200).body("state", equalTo("CLOSED"));
        close(caseId, "{\"outcome\":\"UNRESOLVED\"}").statusCode(409);

        JsonNode trigger = one("amends.followup.requested", heard(3));
        assertThat(trigger.get("followUpId").asText()).isNotBlank();
        assertThat(trigger.get("caseId").asText()).isEqualTo(caseId);
        assertThat(trigger.get("ticketId").asText()).isEqualTo(ticket);
        assertThat(trigger.get("responseId").asText()).isEqualTo(response);
        assertThat(trigger.at("/customer/email").asText()).isEqualTo("kim@example.com");
        assertThat(trigger.get("language").asText()).isEqualTo("de");
    }

    @Test
    @DisplayName("E2: each skip says why")
    void skipped() {
        assertThat(reasonAfter("{\"outcome\":\"RESOLVED\",\"sendFollowUp\":false}"))
                .isEqualTo("NOT_REQUESTED");
    }

    @Test
    @DisplayName("E2: a removed recovery tag stops it, also when someone asks for it")
    void tagRemoved() {
        String caseId = openCase();
        api().delete("/v1/cases/{id}/tags/service_recovery", caseId).then().statusCode(204);
        close(caseId, "{\"outcome\":\"RESOLVED\",\"sendFollowUp\":true}").statusCode(200);

        assertThat(one("amends.followup.skipped", heard(3)).get("reason").asText())
                .isEqualTo("TAG_REMOVED");
    }

    @Test
    @DisplayName("E2: a refusal on the phone stops it, also when someone asks for it")
    void refused() {
        assertThat(reasonAfter("{\"outcome\":\"CONTACT_REFUSED\",\"sendFollowUp\":true}"))
                .isEqualTo("CONTACT_REFUSED");
    }

    @Test
    @DisplayName("D12: not unresponsive within two weeks of having been spoken to; the answer says when")
    void tooEarly() {
        String caseId = openCase();
        Instant spoken = Instant.now().minus(Duration.ofDays(3));
        note("{\"author\":\"Alex\",\"spoke\":true,\"text\":\"Talked.\",\"at\":\"" + spoken + "\"}")
                .statusCode(201);

        String earliest = close(caseId, "{\"outcome\":\"UNRESPONSIVE\"}")
                .statusCode(409)
                .extract()
                .path("earliest");
        assertThat(Instant.parse(earliest))
                .isBetween(spoken.plus(Duration.ofHours(13 * 24)), spoken.plus(Duration.ofHours(15 * 24)));
        assertThat(read(caseId).state()).isEqualTo(CaseState.OPEN);
        close(caseId, "{\"outcome\":\"UNRESOLVED\"}").statusCode(200);
    }

    @Test
    @DisplayName("D8: what cannot be understood is refused with a pointer, an unknown case with 404")
    void refusedBodies() {
        String caseId = openCase();

        close(caseId, "{}").statusCode(400).body("errors[0].pointer", equalTo("/outcome"));
        close(caseId, "{\"outcome\":\"GREAT\"}").statusCode(400).body("errors[0].pointer", equalTo("/outcome"));
        close(caseId, "{\"outcome\":").statusCode(400);
        close(caseId, "").statusCode(400);
        close("nothing", "{\"outcome\":\"RESOLVED\"}").statusCode(404);
        assertThat(read(caseId).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    @DisplayName("D8: a CRM closes its case over Kafka by ticket or case id; the same command twice has one effect")
    void overKafka() {
        String caseId = openCase();
        CloseCase byTicket = command(null, ticket, Outcome.RESOLVED_BY_CUSTOMER);
        OutboundEvent once = event(byTicket);
        send(List.of(once, once, event(byTicket), event(command(caseId, null, Outcome.RESOLVED_BY_CUSTOMER))));

        assertThat(types(heard(3)))
                .containsExactlyInAnyOrder("amends.case.opened", "amends.case.closed", "amends.followup.requested");
        assertThat(read(caseId).outcome()).isEqualTo(Outcome.RESOLVED_BY_CUSTOMER);
    }

    @Test
    @DisplayName("D8: a command for an unknown case, another portal's case or a closed one goes to the dead letters")
    void unknownOverKafka() {
        String caseId = openCase();
        String mark = UUID.randomUUID().toString();
        CloseCase elsewhere =
                new CloseCase("umbrella", caseId, null, Outcome.RESOLVED, "elsewhere " + mark, null, null);
        CloseCase unknown = new CloseCase("acme", null, "unknown " + mark, Outcome.RESOLVED, null, null, null);
        CloseCase both = new CloseCase("acme", caseId, ticket, Outcome.RESOLVED, "both " + mark, null, null);
        CloseCase good = command(caseId, null, Outcome.RESOLVED);
        CloseCase otherwise = new CloseCase("acme", caseId, null, Outcome.UNRESOLVED, "otherwise " + mark, null, null);
        send(List.of(event(elsewhere), event(unknown), event(both), event(good), event(otherwise)));

        for (String what : List.of("elsewhere ", "unknown ", "both ", "otherwise ")) {
            deadLetter(Topics.COMMANDS, "commands", what + mark);
        }
        heard(3);
        assertThat(read(caseId).outcome()).isEqualTo(Outcome.RESOLVED);
    }

    @Test
    @DisplayName("D8: a root cause over the limit is refused over HTTP and on Kafka alike, and the case stays open")
    void tooLong() {
        String caseId = openCase();
        String mark = UUID.randomUUID().toString();
        String cause = mark + "x".repeat(900_000);
        close(caseId, "{\"outcome\":\"RESOLVED\",\"rootCause\":\"" + cause + "\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/rootCause"));

        send(List.of(event(new CloseCase("acme", caseId, null, Outcome.RESOLVED, cause, null, null))));

        assertThat(deadLetter(Topics.COMMANDS, "commands", mark).reason())
                .contains("/rootCause: must have at most 2000 characters");
        assertThat(read(caseId).state()).isEqualTo(CaseState.OPEN);
        assertThat(types(heard(1))).containsExactly("amends.case.opened");
    }

    @Test
    @DisplayName(
            "A5: NUL in a root cause is stored as U+FFFD, and half a character is refused, over HTTP and on Kafka alike")
    void storable() {
        String caseId = openCase();
        String mark = UUID.randomUUID().toString();
        close(caseId, "{\"outcome\":\"RESOLVED\",\"approval\":\"\\ud800\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/approval"));
        sendCommand("{\"portal\":\"acme\",\"caseId\":\"" + caseId
                + "\",\"outcome\":\"RESOLVED\",\"rootCause\":\"\\udc00" + mark + "\"}");
        assertThat(deadLetter(Topics.COMMANDS, "commands", mark).reason())
                .contains("/rootCause: must not contain half a character");

        sendCommand("{\"portal\":\" acme\",\"ticketId\":\"\u00A0" + ticket
                + " \",\"outcome\":\"RESOLVED\",\"rootCause\":\"a\\u0000b\"}");

        heard(3);
        assertThat(read(caseId).rootCause()).isEqualTo("a\uFFFDb");
    }

    @Test
    @DisplayName("A5: every reason of a dead command names its place, in plain words")
    void plainReasons() {
        for (String data : List.of(
                "{\"portal\":\"acme\",\"ticketId\":\"%s\",\"outcome\":\"DONE\"}",
                "{\"portal\":\"acme\",\"ticketId\":\"%s\"}",
                "{\"ticketId\":\"%s\",\"outcome\":\"RESOLVED\"}",
                "{\"portal\":\"acme\",\"caseId\":\" \",\"x\":\"%s\",\"outcome\":\"RESOLVED\"}",
                "{\"portal\":\"acme\",\"ticketId\":\"%s\",\"outcome\":\"RESOLVED\",\"sendFollowUp\":\"yes\"}",
                "{\"portal\":\"acme\",\"ticketId\":\"%s\",\"outcome\":\"RESOLVED\",\"rootCause\":{}}",
                "[\"%s\"]",
                "\"%s\"",
                "{\"portal\":\"%s\"",
                "{\"portal\":\"%s\" \"x\"}")) {
            String mark = UUID.randomUUID().toString();
            sendCommand(data.formatted(mark));
            assertThat(deadLetter(Topics.COMMANDS, "commands", mark).reason())
                    .as(data)
                    .hasSizeGreaterThan(15)
                    .doesNotContainPattern(
                            "com\\.|java|io\\.amends|Jackson|Deserializ|[Tt]oken|START_|found,|`|CloseCase");
        }
    }

    private void sendCommand(String data) {
        send(List.of(new OutboundEvent(
                Topics.COMMANDS,
                "crm",
                UUID.randomUUID().toString(),
                EventTypes.CASE_CLOSE,
                null,
                data.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    private String reasonAfter(String words) {
        close(openCase(), words).statusCode(200);
        return one("amends.followup.skipped", heard(3)).get("reason").asText();
    }

    private static JsonNode one(String type, List<Heard> heard) {
        assertThat(types(heard)).containsOnlyOnce(type);
        return heard.stream()
                .filter(h -> h.type().equals(type))
                .findFirst()
                .orElseThrow()
                .data();
    }

    private static CloseCase command(String caseId, String ticketId, Outcome outcome) {
        return new CloseCase("acme", caseId, ticketId, outcome, null, null, null);
    }

    private static OutboundEvent event(CloseCase command) {
        // One key, so that they come in the order they are sent.
        return OutboundEvent.of(Topics.COMMANDS, "crm", UUID.randomUUID().toString(), EventTypes.CASE_CLOSE, command);
    }
}
