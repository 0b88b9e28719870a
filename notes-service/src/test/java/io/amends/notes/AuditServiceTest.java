package io.amends.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.EventTypes;
import io.amends.contracts.TicketKey;
import io.amends.contracts.Topics;
import io.amends.kit.event.OutboundEvent;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.HeldOutbox;
import io.amends.local.testing.OpenApiRoutes;
import io.amends.local.testing.PersonToken;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people and keys change of cases and notes is in the audit log (H4). */
@QuarkusTest
@TestProfile(TestPortal.class)
class AuditServiceTest extends ServiceTest {
    private static final Map<String, List<AuditAction>> AUDITED = Map.of(
            "POST /v1/portals/{cpc}/responses/{responseId}/notes",
                    List.of(AuditAction.NOTE_WRITTEN, AuditAction.NOTE_CORRECTED, AuditAction.NOTE_IMPORTED),
            "POST /v1/portals/{cpc}/responses/notes",
                    List.of(AuditAction.NOTE_WRITTEN, AuditAction.NOTE_CORRECTED, AuditAction.NOTE_IMPORTED),
            "POST /v1/cases/{caseId}/notes",
                    List.of(AuditAction.NOTE_WRITTEN, AuditAction.NOTE_CORRECTED, AuditAction.NOTE_IMPORTED),
            "POST /v1/portals/{cpc}/responses/{responseId}/case", List.of(AuditAction.CASE_OPENED),
            "POST /v1/portals/{cpc}/responses/case", List.of(AuditAction.CASE_OPENED),
            "POST /v1/cases/{caseId}/close", List.of(AuditAction.CASE_CLOSED),
            "PUT /v1/cases/{caseId}/tags/{tag}", List.of(AuditAction.CASE_TAGGED),
            "PUT /v1/cases/{caseId}/tags", List.of(AuditAction.CASE_TAGGED),
            "DELETE /v1/cases/{caseId}/tags/{tag}", List.of(AuditAction.CASE_UNTAGGED),
            "DELETE /v1/cases/{caseId}/tags", List.of(AuditAction.CASE_UNTAGGED));

    /** What {@link io.amends.notes.proposals.ProposalsServiceTest} looks for in the log. */
    private static final Set<String> PROPOSALS = Set.of(
            "POST /v1/cases/{caseId}/proposals",
            "POST /v1/portals/{cpc}/proposals/{proposalId}/accept",
            "POST /v1/portals/{cpc}/proposals/{proposalId}/refuse");

    private static final String CUSTOMERS_WORDS = "She said: my router smells of smoke";

    @TestHTTPResource("/")
    URI base;

    @AfterEach
    void noFault() {
        jdbi.useHandle(db -> db.execute(HeldOutbox.TAKING));
    }

    @Test
    @DisplayName("H4: every route that changes something is one whose changes are audited")
    void everyRoute() throws Exception {
        assertThat(OpenApiRoutes.changing(base)).hasSize(AUDITED.size() + PROPOSALS.size());
        assertThat(OpenApiRoutes.changing(base)).containsAll(AUDITED.keySet()).containsAll(PROPOSALS);
    }

    @Test
    @DisplayName("H4: each change of a case and each note is an entry, and no word of the customer is in any")
    void everyChange() {
        String caseId = openCase();
        String first = note("{\"author\":\"Alex\",\"spoke\":true,\"text\":\"" + CUSTOMERS_WORDS + "\"}")
                .statusCode(201)
                .extract()
                .path("noteId");
        note("{\"author\":\"Alex\",\"text\":\"" + CUSTOMERS_WORDS + "\",\"correctionOf\":\"" + first + "\"}")
                .statusCode(201);
        note("{\"author\":\"Alex\",\"text\":\"Long ago\",\"at\":\"2026-01-05T10:00:00Z\"}")
                .statusCode(201);
        api().put("/v1/cases/{id}/tags/loud", caseId).then().statusCode(204);
        api().put("/v1/cases/{id}/tags/loud", caseId).then().statusCode(204); // changes nothing
        api().delete("/v1/cases/{id}/tags/loud", caseId).then().statusCode(204);
        String closing = "{\"outcome\":\"RESOLVED\",\"rootCause\":\"" + CUSTOMERS_WORDS + "\",\"approval\":\""
                + CUSTOMERS_WORDS + "\"}";
        close(caseId, closing).statusCode(200);
        close(caseId, closing).statusCode(200); // changes nothing

        await().atMost(SOON).untilAsserted(() -> assertThat(entries(caseId))
                .extracting(entry -> entry.get("what").asText())
                .endsWith(AuditAction.CASE_CLOSED.name()));
        assertThat(entries(caseId))
                .extracting(entry -> AuditAction.valueOf(entry.get("what").asText()))
                .doesNotHaveDuplicates()
                .containsAll(AUDITED.values().stream()
                        .flatMap(List::stream)
                        .filter(what -> what != AuditAction.CASE_OPENED)
                        .toList());
        assertThat(entries(caseId)).allSatisfy(entry -> {
            assertThat(entry.get("who").asText()).isEqualTo("all");
            assertThat(entry.get("by").asText()).isEqualTo("KEY");
            assertThat(entry.get("address").asText()).isEqualTo("127.0.0.1");
            assertThat(entry.toString()).doesNotContain("router", "Kim", "kim@example.com", "Long ago");
        });
        assertThat(the(AuditAction.CASE_CLOSED, caseId).at("/before/state").asText())
                .isEqualTo("OPEN");
        assertThat(the(AuditAction.CASE_CLOSED, caseId).at("/after/outcome").asText())
                .isEqualTo("RESOLVED");
        assertThat(the(AuditAction.CASE_CLOSED, caseId).at("/after/rootCause").asText())
                .isEqualTo("***");
        assertThat(the(AuditAction.CASE_TAGGED, caseId).at("/after/tags").toString())
                .contains("loud");
    }

    @Test
    @DisplayName("H4: a case opened by hand is an entry, and the case that is there already is none")
    void opened() {
        known(unhappy().happy());
        String caseId =
                api().post("/v1/portals/acme/responses/{id}/case", response).path("caseId");
        api().post("/v1/portals/acme/responses/{id}/case", response).then().statusCode(200);
        api().put("/v1/cases/{id}/tags/loud", caseId).then().statusCode(204);

        await().atMost(SOON).untilAsserted(() -> assertThat(entries(caseId))
                .extracting(entry -> entry.get("what").asText())
                .containsExactly("CASE_OPENED", "CASE_TAGGED"));
        assertThat(the(AuditAction.CASE_OPENED, caseId).get("before").isNull()).isTrue();
    }

    @Test
    @DisplayName("H4: who a key acts for is who did it, from where they came; whoever has a link is its recipient")
    void onBehalf() {
        String caseId = openCase();
        api().header(
                        PersonToken.HEADER,
                        PersonToken.admin("user:robin", "acme")
                                .address("192.0.2.7")
                                .signed())
                .put("/v1/cases/{id}/tags/loud", caseId)
                .then()
                .statusCode(204);
        api().header(
                        PersonToken.HEADER,
                        PersonToken.of("recipient:c-2:d-1", "acme")
                                .link()
                                .groups("EMEA-NET")
                                .signed())
                .body("{\"author\":\"Alex\",\"text\":\"Talked\"}")
                .post("/v1/portals/acme/responses/{id}/notes", response)
                .then()
                .statusCode(201);

        await().atMost(SOON).untilAsserted(() -> assertThat(entries(caseId)).hasSize(2));
        assertThat(entries(caseId))
                .extracting(e -> e.get("who").asText() + " " + e.get("by").asText() + " "
                        + e.get("key").asText() + " " + e.get("address").asText())
                .containsExactly("robin PERSON all 192.0.2.7", "c-2 LINK all 127.0.0.1");
    }

    @Test
    @DisplayName("H4: a case that a program closes through Kafka is an entry by the source of its event")
    void byProgram() {
        String caseId = openCase();
        send(List.of(OutboundEvent.of(
                Topics.COMMANDS,
                TicketKey.of("acme", ticket, response),
                UUID.randomUUID().toString(),
                EventTypes.CASE_CLOSE,
                Map.of("portal", "acme", "caseId", caseId, "outcome", "RESOLVED"))));

        await().atMost(SOON).untilAsserted(() -> assertThat(entries(caseId)).hasSize(1));
        assertThat(entries(caseId).get(0).get("by").asText()).isEqualTo("SYSTEM");
        assertThat(entries(caseId).get(0).get("address").isNull()).isTrue();
    }

    @Test
    @DisplayName("H4: where the entry cannot be written the change is not made")
    void together() {
        String caseId = openCase();
        jdbi.useHandle(db -> db.execute(HeldOutbox.refusing(Topics.AUDIT)));

        close(caseId, "{\"outcome\":\"RESOLVED\"}").statusCode(500);
        note("{\"author\":\"Alex\",\"text\":\"Talked\"}").statusCode(500);
        api().put("/v1/cases/{id}/tags/loud", caseId).then().statusCode(500);

        assertThat(read(caseId).state()).isEqualTo(CaseState.OPEN);
        assertThat(read(caseId).tags()).doesNotContain("loud");
        api().get("/v1/portals/acme/responses/{id}/notes", response).then().body("total", equalTo(0));
    }

    private JsonNode the(AuditAction what, String caseId) {
        return entries(caseId).stream()
                .filter(entry -> entry.get("what").asText().equals(what.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The entries about a case and about notes on this test's response, in their order. */
    private List<JsonNode> entries(String caseId) {
        return WholeTopic.read(Brokers.shared().bootstrap(), Topics.AUDIT, "acme").stream()
                .filter(entry -> entry.get("subject").asText().equals("case/" + caseId)
                        || entry.at("/after/responseId").asText().equals(response))
                .toList();
    }
}
