package io.amends.rules.versions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.EveryRole;
import io.amends.local.testing.EveryRole.Whose;
import io.amends.local.testing.PersonToken;
import io.amends.rules.testing.Loop;
import io.amends.rules.testing.Surveys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What each role may do with rules, and what it sees of what they do (H1): interfaces.md, "People, roles, keys, audit". */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class RolesTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private static final String RULES =
            "{\"rules\":[{\"name\":\"three\",\"when\":{\"measure\":\"csat\",\"eq\":3},\"then\":{\"kind\":\"RECOVERY\"}}]}";

    //                                                               agent   lead    admin ops auditor link elsewhere
    private static final String TABLE =
            """
            GET    /v1/portals/{cpc}/rule-set/draft                      404     yes     yes 404 yes     404     404
            PUT    /v1/portals/{cpc}/rule-set/draft                      404     yes     yes 404 403     404     404
            GET    /v1/portals/{cpc}/rule-set/draft/forecast             404     yes     yes 404 yes     404     404
            POST   /v1/portals/{cpc}/rule-set/publish                    404     403     yes 404 403     404     404
            GET    /v1/portals/{cpc}/rule-set/versions                   404     yes     yes 404 yes     404     404
            GET    /v1/portals/{cpc}/rule-set/versions/{version}         404     yes     yes 404 yes     404     404
            POST   /v1/portals/{cpc}/rule-set/versions/{version}/publish 404     403     yes 404 403     404     404
            POST   /v1/portals/{cpc}/rule-set/backtest                   404     yes     yes 404 403     404     404
            GET    /v1/portals/{cpc}/rule-set/backtests                  404     yes     yes 404 yes     404     404
            GET    /v1/portals/{cpc}/rule-set/backtests/{id}             404     yes     yes 404 yes     404     404
            GET    /v1/portals/{cpc}/rule-set/backtests/{id}/cases       404     yes     yes 404 yes     404     404
            DELETE /v1/portals/{cpc}/rule-set/backtests/{id}             404     yes     yes 404 403     404     404
            GET    /v1/portals/{cpc}/rule-set/draft/words                404     yes     yes 404 yes     404     404
            GET    /v1/portals/{cpc}/rule-set/versions/{version}/words   404     yes     yes 404 yes     404     404
            GET    /v1/portals/{cpc}/rule-set/compare                    404     yes     yes 404 yes     404     404
            GET    /v1/portals/{cpc}/rule-set/caught                     404     yes     yes 404 yes     404     404
            POST   /v1/portals/{cpc}/evaluate                            404     yes     yes 404 yes     404     404
            GET    /v1/portals/{cpc}/responses/{responseId}/explanation  yes/404 yes/404 yes 404 yes     yes/404 404
            GET    /v1/portals/{cpc}/responses/explanation               yes/404 yes/404 yes 404 yes     yes/404 404
            """;

    @TestHTTPResource("/")
    URI base;

    @Inject
    Loop loop;

    @Inject
    Jdbi jdbi;

    @Test
    @DisplayName(
            "H1: every route gives each role what the table of roles says, and nothing of other groups and portals")
    void everyRoute() throws Exception {
        String cpc = portal();
        String elsewhere = portal();
        String backtest = backtest(cpc);

        assertThat(new EveryRole(base, "", "NET", "c-2")
                        .ids(Whose.OWN_GROUP, Map.of("cpc", cpc, "responseId", "net-1", "id", backtest, "version", "1"))
                        .ids(
                                Whose.OTHER_GROUP,
                                Map.of("cpc", cpc, "responseId", "apac-1", "id", backtest, "version", "1"))
                        .ids(
                                Whose.OTHER_PORTAL,
                                Map.of(
                                        "cpc",
                                        elsewhere,
                                        "responseId",
                                        "net-1",
                                        "id",
                                        backtest(elsewhere),
                                        "version",
                                        "1"))
                        .notThere("version", "999")
                        .asked(
                                "GET /v1/portals/{cpc}/rule-set/backtests/{id}/cases",
                                "/v1/portals/{cpc}/rule-set/backtests/{id}/cases?side=gained",
                                "")
                        .asked(
                                "GET /v1/portals/{cpc}/responses/explanation",
                                "/v1/portals/{cpc}/responses/explanation?responseId={responseId}",
                                "")
                        .findings(TABLE))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "H1, B7: a lead sees of a backtest, whoever ran it, the cases, examples and counts of their own groups")
    void backtests() {
        String cpc = portal();
        String id = backtest(cpc);
        String one = "/v1/portals/" + cpc + "/rule-set/backtests/" + id;

        JsonPath all = get(admin(cpc), one);
        JsonPath own = get(lead(cpc, "NET"), one);
        JsonPath both = get(lead(cpc, "NET", "APAC"), one);
        JsonPath none = get(lead(cpc), one);

        assertThat(all.getInt("gained.count")).isEqualTo(2);
        assertThat(all.getInt("kept.count")).isEqualTo(3);
        assertThat(all.getInt("judged")).isEqualTo(7);
        for (String field : List.of("gained", "lost", "kept", "byScore", "byContactChoice", "byRule", "judged")) {
            assertThat((Object) both.get(field)).as(field).isEqualTo(all.get(field));
        }
        assertThat(both.getList("byGroupAndDay")).isEqualTo(all.getList("byGroupAndDay"));

        assertThat(own.getInt("judged")).isEqualTo(3);
        assertThat(own.getList("gained.examples.responseId")).isEqualTo(List.of("net-3"));
        assertThat(own.getInt("gained.count")).isEqualTo(1);
        assertThat(own.getList("kept.examples.responseId")).isEqualTo(List.of("net-1"));
        assertThat(own.getInt("kept.count")).isEqualTo(1);
        assertThat(own.getList("byGroupAndDay.supportGroup")).isEqualTo(List.of("NET"));
        assertThat(own.getList("byScore.after")).isEqualTo(List.of(1, 1));
        assertThat(own.getList("byRule.matched")).isEqualTo(List.of(1));
        assertThat(own.prettify()).doesNotContain("apac");
        assertThat(none.getInt("judged")).isZero();
        assertThat(none.getInt("kept.count")).isZero();
        assertThat(none.getList("byRule.matched")).isEqualTo(List.of(0));

        JsonPath cases = get(lead(cpc, "APAC"), one + "/cases?side=kept");
        assertThat(cases.getList("items.responseId")).isEqualTo(List.of("apac-2", "apac-1"));
        assertThat(cases.getInt("total")).isEqualTo(2);
        JsonPath list = get(lead(cpc, "APAC"), "/v1/portals/" + cpc + "/rule-set/backtests");
        assertThat(list.getInt("items[0].kept.count")).isEqualTo(2);
        assertThat(list.getInt("items[0].gained.count")).isEqualTo(1);
        assertThat(list.getInt("items[0].judged")).isEqualTo(4);
    }

    @Test
    @DisplayName(
            "H1: of a backtest that was not counted by group a lead sees that it was, and nothing of what it found")
    void olderBacktest() {
        String cpc = portal();
        String id = backtest(cpc);
        jdbi.useHandle(sql -> sql.execute("DELETE FROM backtest_group WHERE backtest = ?", UUID.fromString(id)));

        JsonPath own = get(lead(cpc, "NET"), "/v1/portals/" + cpc + "/rule-set/backtests/" + id);

        assertThat(own.getString("state")).isEqualTo("DONE");
        assertThat(own.getString("note")).startsWith("It was counted over all support groups together.");
        assertThat(own.getMap("")).doesNotContainKeys("gained", "lost", "kept", "byGroupAndDay", "byRule");
        assertThat(get(lead(cpc, "NET"), "/v1/portals/" + cpc + "/rule-set/backtests")
                        .<Map<String, Object>>getList("items"))
                .allSatisfy(item -> assertThat(item).doesNotContainKey("kept"));
    }

    @Test
    @DisplayName("H1, F5: what a draft would flag, and what rules caught, is counted in a lead's own groups alone")
    void forecastAndCaught() {
        String cpc = portal();
        String rules = "/v1/portals/" + cpc + "/rule-set/";

        JsonPath all = get(admin(cpc), rules + "draft/forecast");
        JsonPath own = get(lead(cpc, "NET"), rules + "draft/forecast");
        assertThat(all.getInt("judged")).isEqualTo(7);
        assertThat(all.getInt("after")).isEqualTo(5);
        assertThat(own.getInt("judged")).isEqualTo(3);
        assertThat(own.getInt("before")).isEqualTo(1);
        assertThat(own.getInt("after")).isEqualTo(2);

        // Decided by a rule while it was in APAC, and given to NET since then.
        jdbi.useHandle(sql -> sql.execute(
                "UPDATE decision SET matched_rules = '{old}', rule_set_version = 1 WHERE portal = ? AND response_id LIKE '%-1'",
                cpc));
        jdbi.useHandle(sql -> sql.execute(
                """
                INSERT INTO decision SELECT portal, response_id, 9, gen_random_uuid(), rule_set_version, policy_version,
                  time_zone, decided_at, data, '{}', 'NET' FROM decision WHERE portal = ? AND response_id = 'apac-1'""",
                cpc));
        assertThat(caught(admin(cpc), rules)).isEqualTo(2);
        assertThat(caught(lead(cpc, "NET"), rules)).isEqualTo(2);
        assertThat(caught(lead(cpc, "APAC"), rules)).isNull();
    }

    private static Integer caught(PersonToken person, String rules) {
        return get(person, rules + "caught").get("rules.find { it.name == 'old' }?.caught");
    }

    /** A portal with a draft that flags scores of 3, three responses of NET and four of APAC, all decided and stored. */
    private String portal() {
        String cpc = "o" + UUID.randomUUID().toString().substring(0, 8);
        loop.portal(cpc, "");
        loop.group(cpc, "NET", "");
        long offset = loop.group(cpc, "APAC", "");
        await().atMost(SOON)
                .until(() ->
                        given().get("/v1/portals/" + cpc + "/rule-set/draft").statusCode() == 200);
        given().contentType("application/json")
                .body("{\"rules\":[]}")
                .put("/v1/portals/" + cpc + "/rule-set/draft")
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body("{\"reason\":\"the first\"}")
                .post("/v1/portals/" + cpc + "/rule-set/publish")
                .then()
                .statusCode(201);
        given().contentType("application/json")
                .body(RULES)
                .put("/v1/portals/" + cpc + "/rule-set/draft")
                .then()
                .statusCode(200);
        recorded(cpc, "net-1", "NET", 1, offset);
        recorded(cpc, "net-3", "NET", 3, offset);
        recorded(cpc, "net-5", "NET", 5, offset);
        recorded(cpc, "apac-1", "APAC", 1, offset);
        recorded(cpc, "apac-2", "APAC", 2, offset);
        recorded(cpc, "apac-3", "APAC", 3, offset);
        recorded(cpc, "apac-5", "APAC", 5, offset);
        await().atMost(SOON)
                .until(() -> jdbi.withHandle(sql -> sql.createQuery("SELECT count(*) FROM decision WHERE portal = ?")
                                .bind(0, cpc)
                                .mapTo(Integer.class)
                                .one())
                        == 7);
        return cpc;
    }

    private void recorded(String cpc, String id, String group, int score, long offset) {
        Map<String, Answer> measures = Map.of("csat", new Answer.Score(BigDecimal.valueOf(score)));
        int second = id.charAt(id.length() - 1) - '0';
        loop.recorded(Surveys.recorded(
                cpc, id, group, measures, ContactChoice.NOT_ASKED, TODAY.minusSeconds(3600L - second), offset));
    }

    /** The id of one of the draft over the last days, run by an admin and over. */
    private static String backtest(String cpc) {
        String backtests = "/v1/portals/" + cpc + "/rule-set/";
        String id = as(admin(cpc))
                .contentType("application/json")
                .body("{\"from\":\"" + TODAY.minus(Duration.ofDays(9)) + "\",\"to\":\"" + TODAY.plus(Duration.ofDays(1))
                        + "\"}")
                .post(backtests + "backtest")
                .then()
                .statusCode(202)
                .extract()
                .path("backtestId");
        await().atMost(SOON).until(() -> get(admin(cpc), backtests + "backtests/" + id)
                .getString("state")
                .equals("DONE"));
        return id;
    }

    private static PersonToken admin(String cpc) {
        return PersonToken.admin("user:ada", cpc);
    }

    private static PersonToken lead(String cpc, String... groups) {
        return PersonToken.of("user:lea", cpc).roles("lead").groups(groups);
    }

    private static RequestSpecification as(PersonToken person) {
        return given().header(PersonToken.HEADER, person.signed());
    }

    private static JsonPath get(PersonToken person, String path) {
        return as(person).get(path).then().statusCode(200).extract().jsonPath();
    }
}
