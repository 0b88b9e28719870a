package io.amends.ingest.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.local.testing.Brokers;
import io.amends.local.testing.EveryRole;
import io.amends.local.testing.EveryRole.Whose;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What each role sees of responses, and may do with them (H1): interfaces.md, "People, roles, keys, audit". */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class RolesTest {
    private static final String CPC = "roles-here";
    private static final String ELSEWHERE = "roles-elsewhere";
    private static final String PROPOSALS = "/v1/surveys/reassign/proposals";
    private static final String PRESET = "/v1/portals/{cpc}/import-presets/{name}";

    //                                                      agent   lead    admin ops auditor link elsewhere
    private static final String TABLE =
            """
            POST  /v1/surveys                                   403     403     403 403 403     403     403
            POST  /v1/surveys/batch                             403     403     403 403 403     403     403
            GET   /v1/surveys                                   yes/404 yes/404 yes 404 yes     yes/404 404
            GET   /v1/surveys/{responseId}                      yes/404 yes/404 yes 404 yes     yes/404 404
            GET   /v1/conflicts                                 404     404     yes 404 yes     404     404
            GET   /v1/quarantine                                404     404     yes 404 yes     404     404
            POST  /v1/quarantine                                404     404     yes 404 403     404     404
            PATCH /v1/quarantine                                404     404     yes 404 403     404     404
            PATCH /v1/quarantine/{responseId}                   404     404     yes 404 403     404     404
            POST  /v1/requests                                  yes     yes     yes 404 403     403     404
            GET   /v1/portals/{cpc}/requests                    yes     yes     yes 404 yes     yes     404
            POST  /v1/portals/{cpc}/opt-outs                    yes     yes     yes 404 403     403     404
            GET   /v1/portals/{cpc}/opt-outs                    404     404     yes 404 yes     404     404
            POST  /v1/portals/{cpc}/opt-outs/lift               404     404     yes 404 403     404     404
            POST  /v1/surveys/reassign                          403     yes     yes 404 403     403     404
            POST  /v1/surveys/reassign/proposals                yes     yes     yes 404 403     403     404
            GET   /v1/surveys/reassign/proposals                yes     yes     yes 404 yes     yes     404
            POST  /v1/surveys/reassign/proposals/{id}/accept    403/404 yes/404 yes 404 403     404     404
            POST  /v1/surveys/reassign/proposals/{id}/refuse    403/404 yes/404 yes 404 403     404     404
            GET   /v1/portals/{cpc}/sources/{code}/status       404     404     yes 404 yes     404     404
            PUT   /v1/portals/{cpc}/sources/{code}/secrets      404     404     yes 404 403     404     404
            POST  /v1/portals/{cpc}/sources/{code}/test         404     404     yes 404 403     404     404
            POST  /v1/portals/{cpc}/sources/{code}/preview      404     404     yes 404 403     404     404
            GET   /v1/portals/{cpc}/sources/{code}/deliveries   404     404     yes 404 yes     404     404
            POST  /v1/portals/{cpc}/sources/{code}/replay       404     404     yes 404 403     404     404
            GET   /v1/portals/{cpc}/replays                     404     404     yes 404 yes     404     404
            GET   /v1/portals/{cpc}/replays/{id}                404     404     yes 404 yes     404     404
            POST  /v1/surveys/import                            404     404     yes 404 403     404     404
            POST  /v1/surveys/import/preview                    404     404     yes 404 403     404     404
            GET   /v1/imports                                   404     404     yes 404 yes     404     404
            GET   /v1/imports/{id}                              404     404     yes 404 yes     404     404
            GET   /v1/imports/{id}/refused                      404     404     yes 404 yes     404     404
            GET   /v1/imports/{id}/preview                      404     404     yes 404 yes     404     404
            POST  /v1/imports/{id}/start                        404     404     yes 404 403     404     404
            DELETE /v1/imports/{id}                            404     404     yes 404 403     404     404
            GET   /v1/portals/{cpc}/import-presets              404     404     yes 404 yes     404     404
            GET   /v1/portals/{cpc}/import-presets/{name}       404     404     yes 404 yes     404     404
            PUT   /v1/portals/{cpc}/import-presets/{name}       404     404     yes 404 403     404     404
            DELETE /v1/portals/{cpc}/import-presets/{name}     404     404     yes 404 403     404     404
            """;

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    void portals() {
        try (Wire wire = new Wire()) {
            wire.portals(CPC, ELSEWHERE);
            for (String cpc : List.of(CPC, ELSEWHERE)) {
                wire.directory(cpc + "/source/hook", "{\"name\":\"Hook\",\"vendor\":\"JSON\"}");
            }
        }
    }

    @Test
    @DisplayName(
            "H1: every route gives each role what the table of roles says, and nothing of other groups and portals")
    void everyRoute() throws Exception {
        String proposal =
                "{\"portal\":\"{cpc}\",\"responseIds\":[\"{responseId}\"],\"supportGroup\":\"G2\",\"reason\":\"r\"}";

        assertThat(new EveryRole(base, Keys.ALL, "G1", "c-2")
                        .ids(Whose.OWN_GROUP, ids(CPC, "G1", "G2"))
                        .ids(Whose.OTHER_GROUP, ids(CPC, "G2", "G1"))
                        .ids(Whose.OTHER_PORTAL, ids(ELSEWHERE, "G1", "G2"))
                        // Each another one, so that it can be told which of them an answer names.
                        .notThere("code", "no-source")
                        .notThere("responseId", "no-response")
                        .notThere("replay", "00000000-0000-4000-8000-000000000001")
                        .asked("GET /v1/surveys", "/v1/surveys?cpc={cpc}&responseId={responseId}", "")
                        .asked("GET /v1/surveys/{responseId}", "/v1/surveys/{responseId}?cpc={cpc}", "")
                        .asked("GET /v1/conflicts", "/v1/conflicts?cpc={cpc}", "")
                        .asked("GET /v1/quarantine", "/v1/quarantine?cpc={cpc}", "")
                        // It is not in quarantine: nothing is repaired.
                        .asked(
                                "POST /v1/quarantine",
                                "/v1/quarantine",
                                "{\"portal\":\"{cpc}\",\"responseIds\":[\"{responseId}\"],\"corrections\":{\"segment\":\"S1\"}}")
                        .asked("PATCH /v1/quarantine", "/v1/quarantine?cpc={cpc}&responseId={responseId}", "{}")
                        .asked("PATCH /v1/quarantine/{responseId}", "/v1/quarantine/{responseId}?cpc={cpc}", "{}")
                        .asked(
                                "POST /v1/requests",
                                "/v1/requests",
                                "{\"portal\":\"{cpc}\",\"ticketId\":\"T-{responseId}\",\"supportGroup\":\"{group}\","
                                        + "\"type\":\"POSITIVE_REVIEW_FOLLOW_UP\",\"format\":\"CALL\",\"description\":\"d\"}")
                        .asked("GET /v1/portals/{cpc}/requests", "/v1/portals/{cpc}/requests", "")
                        .asked("GET /v1/portals/{cpc}/opt-outs", "/v1/portals/{cpc}/opt-outs", "")
                        .asked(
                                "POST /v1/portals/{cpc}/opt-outs",
                                "/v1/portals/{cpc}/opt-outs",
                                "{\"id\":\"{responseId}\"}")
                        .asked(
                                "POST /v1/portals/{cpc}/opt-outs/lift",
                                "/v1/portals/{cpc}/opt-outs/lift",
                                "{\"id\":\"{responseId}\"}")
                        // To the group that it is in: nothing is moved.
                        .asked(
                                "POST /v1/surveys/reassign",
                                "/v1/surveys/reassign",
                                "{\"portal\":\"{cpc}\",\"responseIds\":[\"{responseId}\"],\"supportGroup\":\"{group}\",\"reason\":\"r\"}")
                        .asked("POST " + PROPOSALS, PROPOSALS, proposal)
                        .asked("GET " + PROPOSALS, PROPOSALS + "?cpc={cpc}", "")
                        .asked("POST " + PROPOSALS + "/{id}/accept", PROPOSALS + "/{accepted}/accept", "{}")
                        .asked("POST " + PROPOSALS + "/{id}/refuse", PROPOSALS + "/{refused}/refuse", "{}")
                        .asked(
                                "PUT /v1/portals/{cpc}/sources/{code}/secrets",
                                "/v1/portals/{cpc}/sources/{code}/secrets",
                                "{\"current\":\"s\"}")
                        .open("GET /v1/webhooks/{source}")
                        // Of a range that is none, so that it is refused.
                        .asked(
                                "POST /v1/portals/{cpc}/sources/{code}/replay",
                                "/v1/portals/{cpc}/sources/{code}/replay",
                                "{}")
                        .asked("GET /v1/portals/{cpc}/replays", "/v1/portals/{cpc}/replays?source={code}", "")
                        .asked("GET /v1/portals/{cpc}/replays/{id}", "/v1/portals/{cpc}/replays/{replay}", "")
                        .open("POST /v1/webhooks/{source}")
                        .asked("POST /v1/surveys/import", "/v1/surveys/import?cpc={cpc}&hold=true", "a,b")
                        .asked("POST /v1/surveys/import/preview", "/v1/surveys/import/preview?cpc={cpc}", "a,b")
                        .asked("GET /v1/imports", "/v1/imports?cpc={cpc}", "")
                        .asked("GET /v1/imports/{id}", "/v1/imports/{import}", "")
                        .asked("GET /v1/imports/{id}/refused", "/v1/imports/{import}/refused", "")
                        .asked("GET /v1/imports/{id}/preview", "/v1/imports/{import}/preview", "")
                        .asked("POST /v1/imports/{id}/start", "/v1/imports/{import}/start", "")
                        .asked("GET " + PRESET, "/v1/portals/{cpc}/import-presets/roles", "")
                        // It is over: nothing is cancelled.
                        .asked("DELETE /v1/imports/{id}", "/v1/imports/{ended}", "")
                        .asked("DELETE " + PRESET, "/v1/portals/{cpc}/import-presets/{preset}", "")
                        .asked("PUT " + PRESET, "/v1/portals/{cpc}/import-presets/roles", "{}")
                        .findings(TABLE))
                .isEmpty();
    }

    @Test
    @DisplayName("H1, A6: what is in quarantine is for admins and auditors, whatever group it names")
    void quarantined() {
        Survey survey = sent(new Survey().with("portal", CPC).with("segment", "NONE"), "QUARANTINED");

        assertThat(get(lead("G1"), survey).statusCode()).isEqualTo(404);
        assertThat(get(lead("G1"), survey).asString()).isEqualTo(unknown(lead("G1"), survey));
        assertThat(get(PersonToken.of("user:au", CPC).roles("auditor"), survey).statusCode())
                .isEqualTo(200);
        assertThat(reassign(lead("G1"), "\"responseIds\":[\"" + survey.id() + "\"]", "")
                        .jsonPath()
                        .getInt("reassigned"))
                .isZero();
    }

    @Test
    @DisplayName("H1, A4, A8: a lead sees of a response what it was in their own groups, and no link to one of another"
            + " group")
    void history() {
        Survey older = sent(new Survey().with("portal", CPC), "RECORDED");
        Survey newer = new Survey()
                .with("portal", CPC)
                .with("ticketId", older.ticket())
                .with("supportGroup", "G2")
                .with("submittedAt", Survey.now().toString());
        sent(newer, "RECORDED");
        Door.awaitState(older, "REPLACED");
        reassign(PersonToken.admin("user:ada", CPC), "\"responseIds\":[\"" + newer.id() + "\"]", "");

        JsonPath replaced = get(lead("G1"), older).jsonPath();
        assertThat(replaced.getString("state")).isEqualTo("REPLACED");
        assertThat(replaced.getString("replacedBy")).isEqualTo(newer.id());
        JsonPath moved = get(lead("G1"), newer).jsonPath();
        assertThat(moved.getString("replaces")).isEqualTo(older.id());
        assertThat(moved.getList("history.what")).isEqualTo(List.of("reassigned"));
        assertThat(get(lead("G1", "G2"), newer).jsonPath().getList("history")).hasSize(2);

        reassign(PersonToken.admin("user:ada", CPC), "\"responseIds\":[\"" + newer.id() + "\"]", "", "G2");

        assertThat(get(lead("G1"), older).jsonPath().getString("replacedBy")).isNull();
        assertThat(get(lead("G1", "G2"), older).jsonPath().getString("replacedBy"))
                .isEqualTo(newer.id());
        assertThat(get(lead("G2"), newer).jsonPath().getString("replaces")).isNull();
    }

    @Test
    @DisplayName("H1, A8: a lead moves responses of their own groups alone, by id and by filter; what would be is told"
            + " first")
    void reassigned() {
        Survey own = sent(new Survey().with("portal", CPC).with("supportGroup", "G1"), "RECORDED");
        Survey other = sent(new Survey().with("portal", CPC).with("supportGroup", "G2"), "RECORDED");
        String both = "\"responseIds\":[\"" + own.id() + "\",\"" + other.id() + "\"]";
        String others = "\"filter\":{\"supportGroup\":\"G2\"}";
        String dry = ",\"dryRun\":true";

        JsonPath would = reassign(lead("G1"), both, dry, "G3")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(would.getInt("would")).isEqualTo(1);
        assertThat(would.getList("examples.responseId")).isEqualTo(List.of(own.id()));
        assertThat(reassign(lead("G1"), others, dry, "G3").jsonPath().getInt("would"))
                .isZero();
        assertThat(reassign(lead("G1"), others, "", "G3").jsonPath().getInt("reassigned"))
                .isZero();
        assertThat(reassign(lead("G2"), others, dry, "G3").jsonPath().getInt("would"))
                .isPositive();
        assertThat(reassign(agent("G1"), both, dry, "G3").jsonPath().getInt("would"))
                .isEqualTo(1);
        Response refused = reassign(agent("G1"), both, "", "G3");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("detail")).contains("propose");

        assertThat(reassign(lead("G1"), both, "", "G3").jsonPath().getInt("reassigned"))
                .isEqualTo(1);

        assertThat(Door.get(CPC, own.id()).jsonPath().getString("supportGroup")).isEqualTo("G3");
        assertThat(Door.get(CPC, other.id()).jsonPath().getString("supportGroup"))
                .isEqualTo("G2");
        assertThat(get(lead("G1"), own).statusCode()).isEqualTo(404);
    }

    /** A recorded response of a group, and two proposals to move others of it. */
    private static Map<String, String> ids(String cpc, String group, String to) {
        Survey survey = sent(new Survey().with("portal", cpc).with("supportGroup", group), "RECORDED");
        return Map.ofEntries(
                Map.entry("cpc", cpc),
                Map.entry("group", group),
                Map.entry("code", "hook"),
                Map.entry("responseId", survey.id()),
                Map.entry("accepted", proposed(cpc, group, to)),
                Map.entry("refused", proposed(cpc, group, to)),
                Map.entry("import", held(cpc)),
                Map.entry("ended", ended(cpc)),
                Map.entry("preset", preset(cpc)),
                Map.entry("replay", replayed(cpc)));
    }

    /** A replay of the source, the one that runs where one does. */
    private static String replayed(String cpc) {
        Instant now = Survey.now();
        return Door.open()
                .body("{\"from\":\"" + now.minusSeconds(1) + "\",\"to\":\"" + now + "\",\"dryRun\":true}")
                .post("/v1/portals/" + cpc + "/sources/hook/replay")
                .path("replayId");
    }

    /** The import of a file that has nothing but headers. */
    private static String ended(String cpc) {
        String id = Door.open()
                .contentType("text/csv")
                .body("responseId,submittedAt,measures.csat".getBytes(StandardCharsets.UTF_8))
                .post("/v1/surveys/import?cpc=" + cpc)
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
        ImportsTest.over(id);
        return id;
    }

    /** A preset that can be deleted. */
    private static String preset(String cpc) {
        String name = UUID.randomUUID().toString();
        Door.open()
                .body("{}")
                .put("/v1/portals/" + cpc + "/import-presets/" + name)
                .then()
                .statusCode(200);
        return name;
    }

    /** A file that is held, and a preset with it. */
    private static String held(String cpc) {
        Door.open()
                .body("{}")
                .put("/v1/portals/" + cpc + "/import-presets/roles")
                .then()
                .statusCode(200);
        return Door.open()
                .contentType("text/csv")
                .body("a,b".getBytes(StandardCharsets.UTF_8))
                .post("/v1/surveys/import?hold=true&cpc=" + cpc)
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
    }

    private static String proposed(String cpc, String group, String to) {
        Survey survey = sent(new Survey().with("portal", cpc).with("supportGroup", group), "RECORDED");
        return Door.open()
                .body("{\"portal\":\"" + cpc + "\",\"responseIds\":[\"" + survey.id() + "\"],\"supportGroup\":\"" + to
                        + "\",\"reason\":\"theirs\"}")
                .post(PROPOSALS)
                .then()
                .statusCode(201)
                .extract()
                .path("proposalId");
    }

    static Survey sent(Survey survey, String state) {
        Door.post(survey.json()).then().statusCode(202);
        Door.awaitState(survey, state);
        return survey;
    }

    private static PersonToken lead(String... groups) {
        return PersonToken.of("user:lea", CPC).roles("lead").groups(groups);
    }

    private static PersonToken agent(String... groups) {
        return PersonToken.of("user:abe", CPC).roles("agent").groups(groups);
    }

    private static Response get(PersonToken person, Survey survey) {
        return Door.open()
                .header(PersonToken.HEADER, person.signed())
                .queryParam("cpc", CPC)
                .get("/v1/surveys/{id}", survey.id());
    }

    /** What somebody is told of a response that is not there, with the id of one that is. */
    private static String unknown(PersonToken person, Survey survey) {
        return Door.open()
                .header(PersonToken.HEADER, person.signed())
                .queryParam("cpc", CPC)
                .get("/v1/surveys/{id}", "not-there")
                .asString()
                .replace("not-there", survey.id());
    }

    private static Response reassign(PersonToken person, String which, String more) {
        return reassign(person, which, more, "G1");
    }

    private static Response reassign(PersonToken person, String which, String more, String group) {
        return Door.open()
                .header(PersonToken.HEADER, person.signed())
                .body("{\"portal\":\"" + CPC + "\"," + which + ",\"supportGroup\":\"" + group
                        + "\",\"reason\":\"theirs\"" + more + "}")
                .post("/v1/surveys/reassign");
    }
}
