package io.amends.notes.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Golden;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.kit.event.OutboundEvent;
import io.amends.notes.Decisions;
import io.amends.notes.ServiceTest;
import io.amends.notes.TestPortal;
import io.amends.notes.TestSubscriber.Heard;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TestPortal.class)
class CasesServiceTest extends ServiceTest {

    @Test
    @DisplayName("D7: a candidate's case is opened, told and readable, with the Support Lead and the due time")
    void opened() {
        String caseId = openCase();

        assertThat(read(caseId))
                .extracting("ticketId", "responseId", "supportGroup", "state", "owner", "tags", "outcome")
                .containsExactly(
                        ticket, response, "EMEA-NET", CaseState.OPEN, "c-2", List.of("service_recovery"), null);
        assertThat(read(caseId).dueAt()).isEqualTo("2026-11-18T16:00:00Z");
        assertThat(types(heard(1))).containsExactly("amends.case.opened");
    }

    @Test
    @DisplayName("D7: a case is due by the calendar of its group's region: two business days over a public holiday")
    void dueOverAHoliday() {
        entry("acme/calendar/BAVARIA", Map.of("name", "Bavaria", "country", "de-by"));
        entry("acme/region/MUNICH", Map.of("name", "Munich", "timeZone", "Europe/Berlin", "calendar", "BAVARIA"));
        entry("acme/group/MUC-NET", Map.of("name", "Network Munich", "region", "MUNICH", "supportLead", "c-2"));

        known(unhappy().group("MUC-NET").received("2026-06-03T09:00:00Z"));

        String caseId = heard(1).get(0).data().at("/caseView/caseId").asText();
        assertThat(read(caseId).dueAt()).isEqualTo("2026-06-08T15:00:00Z");
    }

    @Test
    @DisplayName(
            "B5: a decision by a rule that was published with NUL or half a character in it is applied as any other")
    void badRule() {
        OutboundEvent decision = event(unhappy().build());
        String data = new String(decision.data(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("\"service_recovery\"", "\"service_recovery\",\"vip\\u0000\",\"x\\ud800\"");
        send(List.of(new OutboundEvent(
                decision.topic(),
                decision.key(),
                decision.id(),
                decision.type(),
                null,
                data.getBytes(java.nio.charset.StandardCharsets.UTF_8))));

        String caseId = heard(1).get(0).data().at("/caseView/caseId").asText();
        assertThat(read(caseId).tags()).containsExactly("service_recovery", "vip\uFFFD", "x\uFFFD");
    }

    @Test
    @DisplayName("D7: every tag and every response has an address, also those that no path can carry")
    void addressed() {
        known(unhappy().response(".."));
        String caseId = heard(1).get(0).data().at("/caseView/caseId").asText();
        for (String tag : List.of(".", "..", "a/b", "%2e", "x;y", "?", "#", "\\", "\uD83D\uDE00".repeat(50))) {
            api().queryParam("tag", " " + tag)
                    .put("/v1/cases/{id}/tags", caseId)
                    .then()
                    .statusCode(204);
            assertThat(read(caseId).tags()).contains(tag);
            api().queryParam("tag", tag)
                    .delete("/v1/cases/{id}/tags", caseId)
                    .then()
                    .statusCode(204);
            assertThat(read(caseId).tags()).doesNotContain(tag);
        }
        api().queryParam("responseId", "..")
                .body("{\"author\":\"Alex\",\"text\":\"Done.\"}")
                .post("/v1/portals/acme/responses/notes")
                .then()
                .statusCode(201);
        api().queryParam("responseId", " .. ")
                .get("/v1/portals/acme/responses/notes")
                .then()
                .statusCode(200)
                .body("items.text", contains("Done."));
        api().queryParam("responseId", "..")
                .post("/v1/portals/acme/responses/case")
                .then()
                .statusCode(200)
                .body("caseId", equalTo(caseId));
        api().queryParam("ticketId", ticket)
                .get("/v1/portals/acme/tickets/chain")
                .then()
                .statusCode(200);
        api().post("/v1/portals/acme/responses/case")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?responseId"));
    }

    @Test
    @DisplayName("D7: a case has at most 200 tags of a person's, each of 1 to 100 characters that can be stored")
    void tagLimits() {
        String caseId = openCase();
        for (String tag : List.of(" ", "x".repeat(101), "a\u0000")) {
            api().queryParam("tag", tag)
                    .put("/v1/cases/{id}/tags", caseId)
                    .then()
                    .statusCode(400);
        }
        for (int i = 0; i < 199; i++) {
            api().queryParam("tag", "t" + i)
                    .put("/v1/cases/{id}/tags", caseId)
                    .then()
                    .statusCode(204);
        }
        api().queryParam("tag", "one more")
                .put("/v1/cases/{id}/tags", caseId)
                .then()
                .statusCode(409);
        api().queryParam("tag", "t7").put("/v1/cases/{id}/tags", caseId).then().statusCode(204);
    }

    @Test
    @DisplayName("D1: an instant is a text: a number in its place is refused with its pointer, and no year is too far")
    void instants() {
        known(unhappy());
        for (String at : List.of("0", "1763625300", "\"-999999999-01-01T00:00:00Z\"", "\"+10000-01-01T00:00:00Z\"")) {
            note("{\"author\":\"Alex\",\"text\":\"x\",\"at\":" + at + "}")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/at"))
                    .body(
                            "errors[0].reason",
                            equalTo("must be a time as RFC 3339 writes it, such as 2026-11-20T08:00:00Z"));
        }
        note("{\"author\":\"Alex\",\"text\":\"\\ud800\"}").statusCode(400).body("errors[0].pointer", equalTo("/text"));
    }

    @Test
    @DisplayName("exactly-once effect: the same decision again, repeated by Kafka or by a producer, changes nothing")
    void repeated() {
        OutboundEvent decision = event(unhappy().build());
        OutboundEvent anotherDelivery =
                new OutboundEvent(decision.topic(), decision.key(), "again", decision.type(), null, decision.data());
        send(List.of(decision, decision));
        heard(1);
        send(List.of(
                decision, anotherDelivery, event(unhappy().version(2).happy().build())));

        List<Heard> heard = heard(2);
        assertThat(types(heard)).containsExactly("amends.case.opened", "amends.case.moved");
        assertThat(heard).extracting(h -> h.data().get("caseVersion").asLong()).containsExactly(1L, 2L);
    }

    @Test
    @DisplayName("B4: a NO closes the open case at once, with the follow-up skipped, and no one can send it anyway")
    void consent() {
        String caseId = openCase();
        known(unhappy().version(2).refused());

        List<Heard> heard = heard(3);
        assertThat(types(heard.subList(1, 3)))
                .containsExactlyInAnyOrder("amends.case.closed", "amends.followup.skipped");
        assertThat(heard).noneMatch(h -> h.type().equals("amends.followup.requested"));
        assertThat(heard)
                .filteredOn(h -> h.type().equals("amends.followup.skipped"))
                .allMatch(h -> h.data().get("reason").asText().equals("CONTACT_REFUSED"));
        close(caseId, "{\"outcome\":\"RESOLVED\",\"sendFollowUp\":true}").statusCode(409);
    }

    @Test
    @DisplayName(
            "A5, A6, D4: a withdrawn response leaves lists and dialog, its case stays, and repaired it is back; an old version moves nothing")
    void withdrawn() {
        String caseId = openCase();
        known(unhappy().version(3));
        DecisionBuilder marker = Decisions.decision().ticket(ticket + "-marker").response(response + "-marker");
        send(Stream.of(
                        unhappy().version(4).group("NOSUCH").ticket("").withdrawn(),
                        unhappy().version(2).ticket(ticket + "-else"),
                        unhappy().version(4).group("NOSUCH").ticket("").withdrawn(),
                        marker)
                .map(d -> event(d.build()))
                .map(e -> new OutboundEvent(e.topic(), "acme:" + ticket, e.id(), e.type(), null, e.data()))
                .toList());
        known(marker);

        assertThat(read(caseId)).extracting("supportGroup", "state").containsExactly("EMEA-NET", CaseState.OPEN);
        List<String> stored = jdbi.withHandle(db -> db.createQuery(
                        "SELECT ticket_id || ' ' || support_group || ' ' || response_version FROM response "
                                + "WHERE response_id = :id AND withdrawal IS NOT NULL")
                .bind("id", response)
                .mapTo(String.class)
                .list());
        assertThat(stored).containsExactly(ticket + " EMEA-NET 4");
        close(caseId, "{\"outcome\":\"RESOLVED\"}").statusCode(200);
        known(unhappy().version(5).ticket(ticket));
        assertThat(read(caseId).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    @DisplayName("A8: a reassigned response takes case and notes to the new lead")
    void moved() {
        String caseId = openCase();
        note("{\"author\":\"Alex\",\"spoke\":true,\"text\":\"Talked.\"}").statusCode(201);
        known(unhappy().version(2).group("EMEA-DB").movedFrom("EMEA-NET"));

        Heard moved = heard(3).get(2);
        assertThat(moved.type()).isEqualTo("amends.case.moved");
        assertThat(moved.data().get("noteCount").asInt()).isEqualTo(1);
        assertThat(read(caseId)).extracting("supportGroup", "owner").containsExactly("EMEA-DB", "c-7");
    }

    @Test
    @DisplayName("D7: the list filters by state, owner and due day, pages, and says what it does not understand")
    void listed() {
        String caseId = openCase();
        String path = "/v1/portals/acme/cases";

        api().get(path + "?size=500").then().statusCode(200).body("items.caseId", hasItem(caseId));
        api().get(path + "?size=500&state=CLOSED").then().body("items.caseId", not(hasItem(caseId)));
        api().get(path + "?size=500&state=OPEN&state=CLOSED&owner=c-2&due=2026-11-18")
                .then()
                .body("items.caseId", hasItem(caseId))
                .body("items.owner", everyItem(equalTo("c-2")));
        api().get(path + "?size=500&due=2026-11-17").then().body("items.caseId", not(hasItem(caseId)));
        api().get(path + "?size=1").then().body("page", equalTo(0)).body("size", equalTo(1));
        api().get(path + "?state=DONE&due=tomorrow")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?state", "?due"));
        api().get("/v1/portals/nowhere/cases").then().statusCode(404);
    }

    @Test
    @DisplayName("E2: tags are put and taken away; a removed one does not come back by a decision")
    void tags() {
        String caseId = openCase();
        String path = "/v1/cases/{id}/tags/{tag}";

        api().put(path, caseId, "vip customer").then().statusCode(204);
        api().put(path, caseId, "vip customer").then().statusCode(204);
        api().delete(path, caseId, "service_recovery").then().statusCode(204);
        known(unhappy().version(2).group("EMEA-DB"));

        assertThat(read(caseId).tags()).containsExactly("vip customer");
        api().put(path, "nothing", "x").then().statusCode(404);
        api().put(path, caseId, "x".repeat(101)).then().statusCode(400);
    }

    @Test
    @DisplayName("H3: a key of another portal sees no case and changes none")
    void scoped() {
        String caseId = openCase();
        other().get("/v1/cases/{id}", caseId)
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no case '" + caseId + "'."));
        other().body("{\"outcome\":\"RESOLVED\"}")
                .post("/v1/cases/{id}/close", caseId)
                .then()
                .statusCode(404);
        other().delete("/v1/cases/{id}/tags/{tag}", caseId, "service_recovery")
                .then()
                .statusCode(404);
        other().get("/v1/portals/acme/cases").then().statusCode(404);
        given().get("/v1/cases/{id}", caseId).then().statusCode(401);
        assertThat(read(caseId))
                .extracting("state", "tags")
                .containsExactly(CaseState.OPEN, List.of("service_recovery"));
    }

    private static RequestSpecification other() {
        return given().header("Authorization", "Bearer " + TestPortal.UMBRELLA).contentType("application/json");
    }

    @Test
    @DisplayName("D7: a case is opened by hand for a response nobody flagged, but not against a NO")
    void byHand() {
        known(unhappy().happy());
        String path = "/v1/portals/acme/responses/{id}/case";

        String caseId =
                api().post(path, response).then().statusCode(200).extract().path("caseId");
        api().post(path, response).then().statusCode(200).body("caseId", equalTo(caseId));
        api().post(path, "unknown").then().statusCode(404);

        DecisionBuilder no = Decisions.decision()
                .ticket(ticket + "-no")
                .response(response + "-no")
                .refused();
        known(no);
        api().post(path, response + "-no").then().statusCode(409);
    }

    @Test
    @DisplayName("a decision that lacks what it needs goes to the dead letters, and the stream goes on")
    void deadLetters() {
        OutboundEvent good = event(unhappy().build());
        byte[] broken = ("{\"portal\":\"acme\",\"responseId\":\"" + response + "\"}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        send(List.of(
                new OutboundEvent(good.topic(), good.key(), "broken-" + response, good.type(), null, broken), good));

        deadLetter(good.topic(), "cases", response);
        assertThat(types(heard(1))).containsExactly("amends.case.opened");
    }

    @Test
    @DisplayName("every event this service hears is read as the contracts' example has it")
    void golden() {
        ObjectNode decided = (ObjectNode) Golden.of(EventTypes.RECOVERY_DECIDED);
        decided.put("responseId", response).put("ticketId", ticket).put("aFieldOfTomorrow", "ignored");
        ObjectNode close = (ObjectNode) Golden.of(EventTypes.CASE_CLOSE);
        close.put("ticketId", ticket);
        send(List.of(OutboundEvent.of(
                Topics.DECIDED, "acme:" + ticket, "golden-" + response, EventTypes.RECOVERY_DECIDED, decided)));
        heard(1);
        send(List.of(OutboundEvent.of(Topics.COMMANDS, "crm", "golden-" + response, EventTypes.CASE_CLOSE, close)));

        assertThat(types(heard(3))).contains("amends.case.closed", "amends.followup.requested");
    }

    @Test
    @DisplayName("G2: what happens to cases and notes is counted")
    void counted() {
        close(openCase(), "{\"outcome\":\"RESOLVED\"}").statusCode(200);
        note("{\"author\":\"Alex\",\"text\":\"Done.\"}").statusCode(201);

        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics)
                .contains("amends_cases_total{step=\"opened\"")
                .contains("amends_cases_total{step=\"closed\"")
                .contains("amends_followups_total{reason=\"none\",result=\"requested\"")
                .contains("amends_notes_total ");
    }
}
