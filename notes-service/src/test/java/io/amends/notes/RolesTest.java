package io.amends.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.CaseView;
import io.amends.kit.id.Ids;
import io.amends.local.testing.EveryRole;
import io.amends.local.testing.EveryRole.Whose;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each role at each route, and what lists and counts show of the groups of others (H1). */
@QuarkusTest
@TestProfile(TestPortal.class)
class RolesTest extends ServiceTest {
    private static final String HERE = "roles";
    private static final String ELSEWHERE = "roles-2";
    private static final String NOTE = "{\"author\":\"Alex\",\"text\":\"Left a voicemail.\"}";

    // method, path, then: agent lead admin ops auditor link elsewhere; own group / another one
    private static final String TABLE =
            """
            GET    /v1/cases/{caseId}                                yes/404 yes/404 yes 404 yes yes/404 404
            POST   /v1/cases/{caseId}/close                          403/404 yes/404 yes 404 403 403/404 404
            POST   /v1/cases/{caseId}/notes                          yes/404 yes/404 yes 404 403 yes/404 404
            POST   /v1/cases/{caseId}/proposals                      yes/404 yes/404 yes 404 403 403/404 404
            PUT    /v1/cases/{caseId}/tags                           403/404 yes/404 yes 404 403 403/404 404
            DELETE /v1/cases/{caseId}/tags                           403/404 yes/404 yes 404 403 403/404 404
            PUT    /v1/cases/{caseId}/tags/{tag}                     403/404 yes/404 yes 404 403 403/404 404
            DELETE /v1/cases/{caseId}/tags/{tag}                     403/404 yes/404 yes 404 403 403/404 404
            GET    /v1/portals/{cpc}/cases                           yes     yes     yes 404 yes yes 404
            GET    /v1/portals/{cpc}/proposals                       yes     yes     yes 404 yes yes 404
            POST   /v1/portals/{cpc}/proposals/{proposalId}/accept   403/404 yes/404 yes 404 403 403 404
            POST   /v1/portals/{cpc}/proposals/{proposalId}/refuse   403/404 yes/404 yes 404 403 403 404
            GET    /v1/portals/{cpc}/recovery                        yes/404 yes/404 yes 404 yes yes/404 404
            POST   /v1/portals/{cpc}/responses/case                  yes/404 yes/404 yes 404 403 yes/404 404
            POST   /v1/portals/{cpc}/responses/{responseId}/case     yes/404 yes/404 yes 404 403 yes/404 404
            GET    /v1/portals/{cpc}/responses/notes                 yes/404 yes/404 yes 404 yes yes/404 404
            POST   /v1/portals/{cpc}/responses/notes                 yes/404 yes/404 yes 404 403 yes/404 404
            GET    /v1/portals/{cpc}/responses/{responseId}/notes    yes/404 yes/404 yes 404 yes yes/404 404
            POST   /v1/portals/{cpc}/responses/{responseId}/notes    yes/404 yes/404 yes 404 403 yes/404 404
            GET    /v1/portals/{cpc}/tickets/chain                   yes/404 yes/404 yes 404 yes yes/404 404
            GET    /v1/portals/{cpc}/tickets/{ticketId}/chain        yes/404 yes/404 yes 404 yes yes/404 404
            """;

    @TestHTTPResource("/")
    URI base;

    @Test
    @DisplayName(
            "H1: every route does for each role what the table of roles says, with ids of their own group and of others")
    void everyRoute() throws Exception {
        portal(HERE);
        portal(ELSEWHERE);
        EveryRole routes = new EveryRole(base, TestPortal.ALL, "NET", "c-2")
                .ids(Whose.OWN_GROUP, ids(HERE, "NET"))
                .ids(Whose.OTHER_GROUP, ids(HERE, "DB"))
                .ids(Whose.OTHER_PORTAL, ids(ELSEWHERE, "NET"))
                .notThere("ticketId", "no-ticket")
                .notThere("responseId", "no-response")
                .notThere("group", "no-group");
        String cases = "/v1/cases/{caseId}/";
        String responses = "/v1/portals/{cpc}/responses/";
        for (String method : List.of("PUT ", "DELETE ")) {
            routes.asked(method + cases + "tags", cases + "tags?tag=loud", "")
                    .asked(method + cases + "tags/{tag}", cases + "tags/loud", "");
        }
        routes.asked("POST " + cases + "notes", cases + "notes", NOTE)
                .asked("POST " + responses + "case", responses + "case?responseId={responseId}", "")
                .asked("POST " + responses + "{responseId}/case", responses + "{responseId}/case", "")
                .asked("GET " + responses + "notes", responses + "notes?responseId={responseId}", "")
                .asked("POST " + responses + "notes", responses + "notes?responseId={responseId}", NOTE)
                .asked("POST " + responses + "{responseId}/notes", responses + "{responseId}/notes", NOTE)
                .asked("GET /v1/portals/{cpc}/tickets/chain", "/v1/portals/{cpc}/tickets/chain?ticketId={ticketId}", "")
                .asked("GET /v1/portals/{cpc}/recovery", "/v1/portals/{cpc}/recovery?tid={ticketId}&rgid={group}", "");

        assertThat(routes.findings(TABLE)).isEmpty();
    }

    @Test
    @DisplayName("H1: lists and their totals have the own groups alone, for a lead and an agent; an auditor sees all")
    void counted() {
        String cpc = "roles-lists";
        portal(cpc);
        ids(cpc, "NET");
        ids(cpc, "DB");

        for (String list : List.of("cases", "proposals")) {
            for (String role : List.of("agent", "lead")) {
                assertThat(groups(as(role, cpc, "NET"), cpc, list)).containsExactly("1", "NET");
                assertThat(groups(as(role, cpc), cpc, list)).containsExactly("0");
            }
            assertThat(groups(as("auditor", cpc), cpc, list)).containsExactly("2", "DB", "NET");
            assertThat(groups(as("lead", cpc, "NET", "DB"), cpc, list)).containsExactly("2", "DB", "NET");
        }
        as("lead", cpc, "DB")
                .get("/v1/portals/{cpc}/recovery?rgid=NET&date=2026-11-16", cpc)
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("H1: of a ticket with answers in two groups each sees answer, notes and case of their own")
    void twoGroups() {
        String cpc = "roles-two";
        portal(cpc);
        String later = response + "-later";
        known(unhappy().portal(cpc).group("NET"));
        as("agent", cpc, "NET")
                .body(NOTE)
                .post("/v1/portals/{cpc}/responses/{id}/notes", cpc, response)
                .then()
                .statusCode(201);
        known(unhappy().portal(cpc).group("DB").response(later).received("2026-12-28T09:00:00Z"));
        as("agent", cpc, "DB")
                .body(NOTE)
                .post("/v1/portals/{cpc}/responses/{id}/notes", cpc, later)
                .then()
                .statusCode(201);

        String notes = "/v1/portals/{cpc}/responses/{id}/notes";
        assertThat(total(as("lead", cpc, "NET"), notes, cpc, response)).isEqualTo(1);
        assertThat(total(as("lead", cpc, "DB"), notes, cpc, later)).isEqualTo(1);
        assertThat(total(as("lead", cpc, "NET", "DB"), notes, cpc, later)).isEqualTo(2);
        as("lead", cpc, "NET").get(notes, cpc, later).then().statusCode(404);
        String recovery = "/v1/portals/{cpc}/recovery?rid={id}";
        io.restassured.path.json.JsonPath seen =
                as("lead", cpc, "NET").get(recovery, cpc, response).jsonPath();
        assertThat(seen.getList("items.responseId", String.class)).containsExactly(response);
        assertThat(seen.getList("items.notes.flatten().responseId", String.class))
                .containsExactly(response);
        assertThat(seen.getString("items[0].case")).isNull();
        as("lead", cpc, "NET")
                .get("/v1/portals/{cpc}/tickets/{ticket}/chain", cpc, ticket)
                .then()
                .statusCode(404);
    }

    private static List<String> groups(RequestSpecification who, String cpc, String list) {
        var answer = who.get("/v1/portals/{cpc}/{list}", cpc, list).jsonPath();
        return Stream.concat(
                        Stream.of(answer.getString("total")),
                        answer.getList("items.supportGroup", String.class).stream()
                                .sorted())
                .toList();
    }

    private static int total(RequestSpecification who, String path, String cpc, String id) {
        return who.get(path, cpc, id).then().statusCode(200).extract().path("total");
    }

    private RequestSpecification as(String role, String cpc, String... groups) {
        return api().header(
                        PersonToken.HEADER,
                        PersonToken.of("user:" + role, cpc)
                                .roles(role)
                                .groups(groups)
                                .signed());
    }

    /** A case of this group with a note on it and a proposal for it. */
    private Map<String, String> ids(String cpc, String group) {
        String id = "r-" + group + "-" + cpc;
        String ticketId = "T-" + group;
        known(unhappy().portal(cpc).group(group).response(id).ticket(ticketId));
        String caseId = Ids.v5("case", cpc, ticketId).toString();
        await().atMost(SOON).until(() -> api().get("/v1/cases/{id}", caseId).statusCode() == 200);
        assertThat(api().get("/v1/cases/{id}", caseId).as(CaseView.class).supportGroup())
                .isEqualTo(group);
        String proposal = api().body("{\"what\":\"HAND_OVER\",\"owner\":\"c-7\",\"reason\":\"On leave\"}")
                .post("/v1/cases/{id}/proposals", caseId)
                .then()
                .statusCode(201)
                .extract()
                .path("proposalId");
        return Map.of(
                "cpc",
                cpc,
                "group",
                group,
                "responseId",
                id,
                "ticketId",
                ticketId,
                "caseId",
                caseId,
                "proposalId",
                proposal);
    }

    private void portal(String cpc) {
        entry(cpc + "/portal/" + cpc, Map.of("name", "Roles", "timeZone", "Europe/Berlin"));
        entry(cpc + "/contact/c-7", Map.of("name", "Kai Example"));
        entry(cpc + "/group/NET", Map.of("name", "Networks", "supportLead", "c-2"));
        entry(cpc + "/group/DB", Map.of("name", "Databases"));
        await().atMost(SOON)
                .until(() -> directory.portal(cpc) != null
                        && directory.portal(cpc).groups().containsKey("DB"));
    }
}
