package io.amends.ingest.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people and keys change of responses is in the audit log (H4). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class AuditTest {
    private static final String SOURCE = "/v1/portals/{cpc}/sources/{code}";

    private static final Map<String, AuditAction> AUDITED = Map.ofEntries(
            Map.entry("PUT " + SOURCE + "/secrets", AuditAction.SOURCE_SECRETS_SET),
            Map.entry("POST " + SOURCE + "/replay", AuditAction.SOURCE_REPLAYED),
            Map.entry("PATCH /v1/quarantine/{responseId}", AuditAction.RESPONSE_REPAIRED),
            Map.entry("PATCH /v1/quarantine", AuditAction.RESPONSE_REPAIRED),
            Map.entry("POST /v1/quarantine", AuditAction.RESPONSE_REPAIRED),
            Map.entry("POST /v1/requests", AuditAction.REQUEST_FILED),
            Map.entry("POST /v1/portals/{cpc}/opt-outs", AuditAction.CUSTOMER_OPTED_OUT),
            Map.entry("POST /v1/portals/{cpc}/opt-outs/lift", AuditAction.CUSTOMER_OPTED_IN),
            Map.entry("POST /v1/surveys/reassign", AuditAction.RESPONSE_REASSIGNED),
            Map.entry("POST /v1/surveys/reassign/proposals", AuditAction.REASSIGN_PROPOSED),
            Map.entry("POST /v1/surveys/reassign/proposals/{id}/accept", AuditAction.REASSIGN_PROPOSAL_ACCEPTED),
            Map.entry("POST /v1/surveys/reassign/proposals/{id}/refuse", AuditAction.REASSIGN_PROPOSAL_REFUSED),
            Map.entry("POST /v1/surveys/import", AuditAction.SURVEYS_IMPORTED),
            Map.entry("POST /v1/imports/{id}/start", AuditAction.SURVEYS_IMPORTED),
            Map.entry("DELETE /v1/imports/{id}", AuditAction.IMPORT_CANCELLED),
            Map.entry("DELETE /v1/portals/{cpc}/import-presets/{name}", AuditAction.IMPORT_PRESET_DELETED),
            Map.entry("PUT /v1/portals/{cpc}/import-presets/{name}", AuditAction.IMPORT_PRESET_SAVED));

    /** Surveys that come in are data: they are kept with all their versions, and nobody changes anything by them. */
    private static final Set<String> DATA =
            Set.of("POST /v1/surveys", "POST /v1/surveys/batch", "POST /v1/webhooks/{source}");

    /** What is only tried changes nothing. */
    private static final Set<String> TRIED =
            Set.of("POST " + SOURCE + "/test", "POST " + SOURCE + "/preview", "POST /v1/surveys/import/preview");

    @TestHTTPResource("/")
    URI base;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void noFault() {
        jdbi.useHandle(db -> db.execute(HeldOutbox.TAKING));
    }

    @Test
    @DisplayName("H4: every route that changes something is audited, or takes in surveys")
    void everyRoute() throws Exception {
        Set<String> known = new TreeSet<>(AUDITED.keySet());
        known.addAll(DATA);
        known.addAll(TRIED);

        assertThat(OpenApiRoutes.changing(base)).isEqualTo(known);
    }

    @Test
    @DisplayName("H4, A6: a repair is an entry with what changed, and of what the customer said or is only that it did")
    void repaired() {
        Survey survey = quarantined();
        Door.open()
                .queryParam("cpc", "acme")
                .body("{\"supportGroup\":\"G1\",\"comment\":\"Her very"
                        + " words\",\"measures\":{\"csat\":2},\"tags\":[\"for"
                        + " Kim\"],\"properties\":{\"iban\":\"DE02\"},\"factors\":[\"The"
                        + " lamp\"],\"agent\":{\"name\":\"Robin Desk\"},\"customer\":{\"name\":\"Kim"
                        + " Example\",\"email\":\"kim@example.com\",\"phone\":\"+495550100\"}}")
                .patch("/v1/quarantine/{id}", survey.id())
                .then()
                .statusCode(200);

        JsonNode entry = the(survey);
        assertThat(entry.get("what").asText()).isEqualTo("RESPONSE_REPAIRED");
        assertThat(entry.get("who").asText()).isEqualTo("all");
        assertThat(entry.at("/before/state").asText()).isEqualTo("QUARANTINED");
        assertThat(entry.at("/before/supportGroup").asText()).isEqualTo("GONE");
        assertThat(entry.at("/after/supportGroup").asText()).isEqualTo("G1");
        assertThat(entry.at("/after/measures/csat").asInt()).isEqualTo(2);
        for (String field : List.of("comment", "customer", "agent", "tags", "properties", "factors")) {
            assertThat(entry.at("/after/" + field).asText()).as(field).isEqualTo("***");
        }
        assertThat(entry.toString()).doesNotContain("words", "Kim", "kim@", "Robin", "+4955", "DE02", "lamp");
    }

    @Test
    @DisplayName("H4, A8: each response that is reassigned is an entry with the reason; those that stay are none")
    void reassigned() {
        Survey moved = taken();
        Survey stays = taken();
        reassign(moved, "G2").then().statusCode(200).body("reassigned", equalTo(1));
        reassign(moved, "G2").then().statusCode(200).body("reassigned", equalTo(0));
        reassign(stays, "G1").then().statusCode(200).body("reassigned", equalTo(0));

        JsonNode entry = the(moved);
        assertThat(entry.get("what").asText()).isEqualTo("RESPONSE_REASSIGNED");
        assertThat(entry.at("/before/supportGroup").asText()).isEqualTo("G1");
        assertThat(entry.at("/after/supportGroup").asText()).isEqualTo("G2");
        assertThat(entry.get("after").size()).isEqualTo(1);
        assertThat(entry.get("reason").asText()).isEqualTo("Network's");
        assertThat(entries(stays)).isEmpty();
    }

    @Test
    @DisplayName("H4: where the entry cannot be written the change is not made")
    void together() {
        Survey survey = taken();
        jdbi.useHandle(db -> db.execute(HeldOutbox.refusing(Topics.AUDIT)));

        reassign(survey, "G2").then().statusCode(500);

        assertThat(Door.get("acme", survey.id()).jsonPath().getList("history")).hasSize(1);
    }

    @Test
    @DisplayName(
            "H4, A1: a file that is imported and a preset that is saved are entries, and a file that is held is none")
    void imported() {
        taken(); // the portal is there
        String preset = "audited-" + UUID.randomUUID();
        Door.open()
                .body("{\"columns\":{\"Nr\":\"responseId\"}}")
                .put("/v1/portals/acme/import-presets/" + preset)
                .then()
                .statusCode(200);
        String file = "Nr,submittedAt,measures.csat\n";
        String held = sent(file, "&hold=true");
        String imported = sent(file, "&preset=" + preset);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !entries("import/" + imported).isEmpty());
        assertThat(entries("import/" + imported).get(0).at("/after/preset").asText())
                .isEqualTo(preset);
        assertThat(entries("import/" + held)).isEmpty();
        assertThat(entries("import-preset/" + preset)
                        .get(0)
                        .at("/after/columns/Nr")
                        .asText())
                .isEqualTo("responseId");
        Door.open()
                .post("/v1/imports/" + held + "/start?preset=" + preset)
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !entries("import/" + held).isEmpty());
    }

    @Test
    @DisplayName("H4, A1: who deletes a file that is held, or a preset, is in the log; and it is deleted once")
    void deleted() {
        taken(); // the portal is there
        String preset = "/v1/portals/acme/import-presets/deleted-" + UUID.randomUUID();
        String name = preset.substring(preset.lastIndexOf('/') + 1);
        Door.open()
                .body("{\"columns\":{\"Nr\":\"responseId\"}}")
                .put(preset)
                .then()
                .statusCode(200);
        String held = sent("Nr,submittedAt,measures.csat\n", "&hold=true");

        Door.open().delete("/v1/imports/" + held).then().statusCode(204);
        Door.open().delete(preset).then().statusCode(204);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !entries("import/" + held).isEmpty());
        assertThat(entries("import/" + held).get(0).get("what").asText()).isEqualTo("IMPORT_FILE_DELETED");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> entries("import-preset/" + name).size() == 2);
        assertThat(entries("import-preset/" + name).get(1).get("what").asText()).isEqualTo("IMPORT_PRESET_DELETED");
        assertThat(entries("import-preset/" + name)
                        .get(1)
                        .at("/before/columns/Nr")
                        .asText())
                .isEqualTo("responseId");
    }

    private static String sent(String file, String query) {
        return Door.open()
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/surveys/import?cpc=acme" + query)
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
    }

    private static io.restassured.response.Response reassign(Survey survey, String group) {
        return Door.open()
                .body("{\"portal\":\"acme\",\"responseIds\":[\"" + survey.id() + "\"],\"supportGroup\":\"" + group
                        + "\",\"reason\":\"Network's\"}")
                .post("/v1/surveys/reassign");
    }

    private static Survey taken() {
        Survey survey = sent(new Survey());
        Door.awaitState(survey, "RECORDED");
        return survey;
    }

    private static Survey quarantined() {
        Survey survey = sent(new Survey().with("supportGroup", "GONE").with("comment", "What she wrote"));
        Door.awaitState(survey, "QUARANTINED");
        return survey;
    }

    private static Survey sent(Survey survey) {
        try (Wire wire = new Wire()) {
            wire.portals("acme");
        }
        Door.post(survey.json()).then().statusCode(202);
        return survey;
    }

    /** The one entry about a response, once it is there. */
    private static JsonNode the(Survey survey) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !entries(survey).isEmpty());
        assertThat(entries(survey)).hasSize(1);
        return entries(survey).get(0);
    }

    private static List<JsonNode> entries(Survey survey) {
        return entries("response/" + survey.id());
    }

    private static List<JsonNode> entries(String subject) {
        return WholeTopic.read(Brokers.shared().bootstrap(), Topics.AUDIT, "acme").stream()
                .filter(entry -> entry.get("subject").asText().equals(subject))
                .toList();
    }
}
