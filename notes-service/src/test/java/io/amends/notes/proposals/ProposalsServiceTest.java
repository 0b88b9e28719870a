package io.amends.notes.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.Topics;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.HeldOutbox;
import io.amends.local.testing.PersonToken;
import io.amends.local.testing.WholeTopic;
import io.amends.notes.ServiceTest;
import io.amends.notes.TestPortal;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an agent proposes, and who decides it (H1). */
@QuarkusTest
@TestProfile(TestPortal.class)
public class ProposalsServiceTest extends ServiceTest {
    private static final String CLOSE =
            "{\"what\":\"CLOSE\",\"outcome\":\"RESOLVED\",\"rootCause\":\"Training\",\"reason\":\"Spoken to\"}";
    private static final String DECLINE = "{\"what\":\"DECLINE\",\"reason\":\"A duplicate of another ticket\"}";
    private static final String HAND_OVER = "{\"what\":\"HAND_OVER\",\"owner\":\"c-7\",\"reason\":\"On leave\"}";

    @BeforeEach
    void contact() {
        entry("acme/contact/c-7", Map.of("name", "Kai Example"));
        await().atMost(SOON)
                .until(() -> directory.portal("acme") != null
                        && directory.portal("acme").contacts().containsKey("c-7"));
    }

    @AfterEach
    void noFault() {
        jdbi.useHandle(db -> db.execute(HeldOutbox.TAKING));
    }

    @Test
    @DisplayName(
            "H1: what an agent proposes is listed for the group's lead, and accepting it closes the case with its words")
    void accepted() {
        String caseId = openCase();
        String id = proposed(caseId, CLOSE);

        lead().get("/v1/portals/acme/proposals?state=OPEN&caseId=" + caseId)
                .then()
                .statusCode(200)
                .body("items.proposalId", contains(id))
                .body("items.by", contains("user:agent"))
                .body("items.outcome", contains("RESOLVED"))
                .body("items.reason", contains("Spoken to"))
                .body("total", equalTo(1));
        assertThat(read(caseId).state()).isEqualTo(CaseState.OPEN);
        decide(agent(), id, "accept").statusCode(403);
        decide(lead(), id, "accept")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("decidedBy", equalTo("user:lead"))
                .body("decisionReason", equalTo("Well done"));

        assertThat(read(caseId))
                .extracting("state", "outcome", "rootCause")
                .containsExactly(CaseState.CLOSED, Outcome.RESOLVED, "Training");
        assertThat(types(heard(3))).contains("amends.case.closed", "amends.followup.requested");
        decide(lead(), id, "accept").statusCode(409);
        decide(lead(), id, "refuse").statusCode(409);
        lead().get("/v1/portals/acme/proposals?state=ACCEPTED&caseId=" + caseId)
                .then()
                .body("items.proposalId", contains(id));
        lead().get("/v1/portals/acme/proposals?state=OPEN&caseId=" + caseId)
                .then()
                .body("total", equalTo(0));
    }

    @Test
    @DisplayName("H4: proposing, accepting, refusing and what was done are entries, each by whoever did it")
    void audited() {
        String caseId = openCase();
        String first = proposed(caseId, HAND_OVER);
        decide(lead(), first, "accept").statusCode(200);
        decide(lead(), proposed(caseId, CLOSE), "refuse").statusCode(200);
        decide(lead(), proposed(caseId, DECLINE), "accept").statusCode(200);

        await().atMost(SOON).untilAsserted(() -> assertThat(entries(caseId))
                .containsExactlyInAnyOrder(
                        "CASE_STEP_PROPOSED agent HAND_OVER On leave",
                        "CASE_HANDED_OVER lead  ",
                        "CASE_PROPOSAL_ACCEPTED lead HAND_OVER Well done",
                        "CASE_STEP_PROPOSED agent CLOSE Spoken to",
                        "CASE_PROPOSAL_REFUSED lead CLOSE Well done",
                        "CASE_STEP_PROPOSED agent DECLINE A duplicate of another ticket",
                        "CASE_CLOSED lead  ",
                        "CASE_PROPOSAL_ACCEPTED lead DECLINE Well done"));
    }

    @Test
    @DisplayName("H4: where the entry cannot be written nothing is proposed, and nothing decided or done")
    void together() {
        String caseId = openCase();
        String id = proposed(caseId, CLOSE);
        jdbi.useHandle(db -> db.execute(HeldOutbox.refusing(Topics.AUDIT)));

        propose(agent(), caseId, DECLINE).statusCode(500);
        decide(lead(), id, "accept").statusCode(500);

        assertThat(read(caseId).state()).isEqualTo(CaseState.OPEN);
        lead().get("/v1/portals/acme/proposals?caseId=" + caseId).then().body("items.state", contains("OPEN"));
    }

    @Test
    @DisplayName("H1: of two who decide at once one is heard, and the other is told")
    void atOnce() throws Exception {
        ExecutorService deciders = Executors.newFixedThreadPool(4);
        try {
            String caseId = openCase();
            String id = proposed(caseId, CLOSE);
            List<Callable<Integer>> all = List.of(
                    () -> decide(lead(), id, "accept").extract().statusCode(),
                    () -> decide(admin(), id, "refuse").extract().statusCode(),
                    () -> decide(admin(), id, "accept").extract().statusCode(),
                    () -> decide(lead(), id, "refuse").extract().statusCode());
            int heard = 0;
            for (Future<Integer> decided : deciders.invokeAll(all, 30, TimeUnit.SECONDS)) {
                assertThat(decided.get()).isIn(200, 409);
                heard += decided.get() == 200 ? 1 : 0;
            }

            assertThat(heard).isEqualTo(1);
            String state = lead().get("/v1/portals/acme/proposals?caseId=" + caseId)
                    .jsonPath()
                    .getString("items[0].state");
            assertThat(read(caseId).state()).isEqualTo("ACCEPTED".equals(state) ? CaseState.CLOSED : CaseState.OPEN);
        } finally {
            deciders.shutdownNow();
        }
    }

    @Test
    @DisplayName("H1: one open proposal for a case and what is to be done; what was refused can be proposed again")
    void once() {
        String caseId = openCase();
        String id = proposed(caseId, CLOSE);
        propose(agent(), caseId, CLOSE).statusCode(409);
        proposed(caseId, DECLINE);
        decide(lead(), id, "refuse").statusCode(200).body("state", equalTo("REFUSED"));
        assertThat(read(caseId).state()).isEqualTo(CaseState.OPEN);
        proposed(caseId, CLOSE);
    }

    @Test
    @DisplayName("H1: what was proposed for a case that was closed since cannot be decided, and is not listed as open")
    void over() {
        String caseId = openCase();
        String id = proposed(caseId, DECLINE);
        close(caseId, "{\"outcome\":\"UNRESOLVED\"}").statusCode(200);

        decide(lead(), id, "accept").statusCode(409);
        decide(lead(), id, "refuse").statusCode(409);
        propose(agent(), caseId, DECLINE).statusCode(409);
        lead().get("/v1/portals/acme/proposals?caseId=" + caseId).then().body("total", equalTo(0));
        known(unhappy().response(response + "-again").received("2026-12-28T09:00:00Z"));
        await().atMost(SOON).until(() -> read(caseId).state() == CaseState.OPEN);
        decide(lead(), id, "accept").statusCode(409);
        proposed(caseId, DECLINE);
    }

    @Test
    @DisplayName("D7: declining closes the case as not needed, for that reason, and no survey asks about it")
    void declined() {
        String caseId = openCase();
        decide(lead(), proposed(caseId, DECLINE), "accept").statusCode(200);

        assertThat(read(caseId))
                .extracting("state", "outcome", "rootCause")
                .containsExactly(CaseState.CLOSED, Outcome.NOT_NEEDED, "A duplicate of another ticket");
        assertThat(heard(3))
                .filteredOn(h -> h.type().equals("amends.followup.skipped"))
                .hasSize(1)
                .allMatch(h -> h.data().get("reason").asText().equals("NOT_REQUESTED"));
    }

    @Test
    @DisplayName("D7: handing over gives the case to a contact of the portal, and tells others")
    void handedOver() {
        String caseId = openCase();
        propose(agent(), caseId, "{\"what\":\"HAND_OVER\",\"owner\":\"c-nobody\",\"reason\":\"x\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/owner"));
        decide(lead(), proposed(caseId, HAND_OVER), "accept")
                .statusCode(200)
                .body("owner", equalTo("c-7"))
                .body("outcome", nullValue());

        assertThat(read(caseId)).extracting("state", "owner").containsExactly(CaseState.OPEN, "c-7");
        assertThat(types(heard(2))).containsExactly("amends.case.opened", "amends.case.moved");
        assertThat(heard(2).get(1).data().at("/caseView/owner").asText()).isEqualTo("c-7");
    }

    @Test
    @DisplayName("D12: what may not be closed so yet stays proposed, and the answer says when it may")
    void tooEarly() {
        String caseId = openCase();
        note("{\"author\":\"Alex\",\"spoke\":true,\"text\":\"Talked.\",\"at\":\""
                        + Instant.now().minus(Duration.ofDays(3)) + "\"}")
                .statusCode(201);
        String id = proposed(caseId, "{\"what\":\"CLOSE\",\"outcome\":\"UNRESPONSIVE\",\"reason\":\"No answer\"}");

        assertThat(decide(lead(), id, "accept").statusCode(409).extract().<String>path("earliest"))
                .isNotBlank();
        lead().get("/v1/portals/acme/proposals?state=OPEN&caseId=" + caseId)
                .then()
                .body("items.proposalId", contains(id));
    }

    @Test
    @DisplayName("H1: a proposal that lacks something is refused with a pointer for each place")
    void faults() {
        String caseId = openCase();
        propose(agent(), caseId, "{}").statusCode(400).body("errors.pointer", contains("/what", "/reason"));
        propose(agent(), caseId, "{\"what\":\"CLOSE\",\"reason\":\" \"}")
                .statusCode(400)
                .body("errors.pointer", contains("/outcome", "/reason"));
        propose(agent(), caseId, "{\"what\":\"EAT\",\"reason\":\"x\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/what"));
        propose(agent(), caseId, "{\"what\":\"DECLINE\",\"reason\":\"" + "x".repeat(2_001) + "\"}")
                .statusCode(400);
        agent().get("/v1/portals/acme/proposals?state=DONE")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?state"));
        decide(lead(), "nothing", "accept").statusCode(404).body("detail", equalTo("There is no proposal 'nothing'."));
        lead().get("/v1/portals/acme/proposals?size=500").then().body("items.caseId", not(hasItem(caseId)));
    }

    private List<String> entries(String caseId) {
        return WholeTopic.read(Brokers.shared().bootstrap(), Topics.AUDIT, "acme").stream()
                .filter(entry -> entry.get("subject").asText().equals("case/" + caseId))
                .map(entry -> String.join(
                        " ",
                        entry.get("what").asText(),
                        entry.get("who").asText(),
                        entry.at("/after/what").asText(),
                        text(entry.get("reason"))))
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    private String proposed(String caseId, String body) {
        return propose(agent(), caseId, body).statusCode(201).extract().path("proposalId");
    }

    private static ValidatableResponse propose(RequestSpecification who, String caseId, String body) {
        return who.body(body).post("/v1/cases/{id}/proposals", caseId).then();
    }

    private static ValidatableResponse decide(RequestSpecification who, String id, String how) {
        return who.body("{\"reason\":\"Well done\"}")
                .post("/v1/portals/acme/proposals/{id}/{how}", id, how)
                .then();
    }

    private RequestSpecification agent() {
        return as(PersonToken.of("user:agent", "acme").roles("agent").groups("EMEA-NET"));
    }

    private RequestSpecification lead() {
        return as(PersonToken.of("user:lead", "acme").roles("lead").groups("EMEA-NET"));
    }

    private RequestSpecification admin() {
        return as(PersonToken.admin("user:admin", "acme"));
    }

    private RequestSpecification as(PersonToken person) {
        return api().header(PersonToken.HEADER, person.signed());
    }
}
