package io.amends.notes.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.notes.ServiceTest;
import io.amends.notes.TestPortal;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TestPortal.class)
class RecoveryServiceTest extends ServiceTest {
    private static final String NOT_FOUND =
            "Your URL is formed correctly but we couldn't find any surveys that matched the criteria in your URL";

    @Test
    @DisplayName("D3: an item has all the dialog shows")
    void item() {
        String caseId = openCase();
        note("{\"author\":\"Alex\",\"text\":\"Left a voicemail.\"}").statusCode(201);

        JsonNode found = json(find(Map.of("tid", ticket, "rgid", "EMEA-NET")).statusCode(200));
        JsonNode item = found.at("/items/0");

        assertThat(found.get("items")).hasSize(1);
        assertThat(item.fieldNames())
                .toIterable()
                .containsExactly(
                        "responseId",
                        "ticketId",
                        "supportGroup",
                        "caseId",
                        "receivedAt",
                        "response",
                        "decision",
                        "notes",
                        "case");
        assertThat(item.get("caseId").asText()).isEqualTo(caseId);
        assertThat(item.get("receivedAt").asText()).isEqualTo("2026-11-16T09:00:00Z");
        assertThat(item.at("/response/comment").asText()).isEqualTo("Third time I had to call.");
        assertThat(item.at("/decision/explanation/summary").asText()).isEqualTo("Rated 1 of 5.");
        assertThat(item.at("/notes/0/text").asText()).isEqualTo("Left a voicemail.");
        assertThat(item.at("/case/state").asText()).isEqualTo("OPEN");
    }

    @Test
    @DisplayName("D3: exactly two of rgid, date and tid, and a day that is one")
    void exactlyTwo() {
        for (Map<String, String> wrong : java.util.List.of(
                Map.<String, String>of(),
                Map.of("rgid", "EMEA-NET"),
                Map.of("rgid", "EMEA-NET", "date", "2026-11-16", "tid", "T"),
                Map.of("rgid", "EMEA-NET", "date", "16.11.2026"),
                Map.of("rgid", "EMEA-NET", "date", "99999-01-01"))) {
            find(wrong).statusCode(400).contentType("application/problem+json");
        }
        api().get("/v1/portals/acme/recovery?rgid=A&rgid=B&tid=T").then().statusCode(400);
    }

    @Test
    @DisplayName("D3: group and day give that day's RECOVERY candidates, oldest first")
    void groupAndDay() {
        String group = "G-" + response;
        known(
                unhappy().group(group).received("2026-11-16T22:30:00Z"),
                unhappy()
                        .response(response + "-2")
                        .ticket(ticket + "-2")
                        .group(group)
                        .received("2026-11-15T23:30:00Z"),
                unhappy()
                        .response(response + "-3")
                        .ticket(ticket + "-3")
                        .group(group)
                        .happy(),
                unhappy()
                        .response(response + "-4")
                        .ticket(ticket + "-4")
                        .group(group)
                        .received("2026-11-16T23:30:00Z"));

        find(Map.of("rgid", group, "date", "2026-11-16"))
                .statusCode(200)
                .body("items.responseId", contains(response + "-2", response));
    }

    @Test
    @DisplayName("D4: not found says why, and where it is now")
    void notFound() {
        known(
                unhappy().version(2).supersededBy(response + "-new"),
                unhappy()
                        .response(response + "-new")
                        .received("2026-11-18T09:00:00Z")
                        .group("EMEA-DB"));

        find(Map.of("tid", ticket, "date", "2026-11-16"))
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", equalTo(NOT_FOUND))
                .body("detail", equalTo(NOT_FOUND))
                .body("cause", equalTo("REPLACED"))
                .body("location", startsWith("/service-recovery-notes?cpc=acme&rgid=EMEA-DB&tid=T%20"));
        find(Map.of("tid", "unknown", "date", "2026-11-16")).statusCode(404).body("cause", equalTo("NONE"));

        DecisionBuilder moved = unhappy().response(response + "-new").version(2).group("EMEA-NET");
        known(moved.received("2026-11-18T09:00:00Z").movedFrom("EMEA-DB"));
        find(Map.of("tid", ticket, "rgid", "EMEA-DB")).statusCode(404).body("cause", equalTo("REASSIGNED"));
        find(Map.of("tid", ticket, "rgid", "EMEA-NET"))
                .statusCode(200)
                .body("items.responseId", contains(response + "-new"));
    }

    @Test
    @DisplayName("D3: a report's link goes through that report, in its order")
    void report() {
        known(unhappy(), unhappy().response(response + "-2").ticket(ticket + "-2"));

        api().queryParam("rid", response + "-2", "gone", response)
                .get("/v1/portals/acme/recovery")
                .then()
                .statusCode(200)
                .body("items.responseId", contains(response + "-2", response))
                .body("missing.responseId", contains("gone"));
        api().queryParam("rid", response)
                .queryParam("rgid", "EMEA-DB")
                .get("/v1/portals/acme/recovery")
                .then()
                .statusCode(404)
                .body("cause", equalTo("REASSIGNED"));
    }

    private ValidatableResponse find(Map<String, String> parameters) {
        return api().queryParams(parameters).get("/v1/portals/acme/recovery").then();
    }
}
