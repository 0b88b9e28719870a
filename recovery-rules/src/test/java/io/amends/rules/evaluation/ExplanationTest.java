package io.amends.rules.evaluation;

import static io.amends.rules.decision.InEnglish.DECIDER;
import static io.amends.rules.decision.Samples.SUBMITTED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.Topics;
import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import io.amends.contracts.testing.KeyBuilder;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Sha256;
import io.amends.kit.produce.EventProducer;
import io.amends.language.RuleSet;
import io.amends.language.RuleSetReader;
import io.amends.language.RuleSetWriter;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.amends.rules.decision.Policy;
import io.amends.rules.matching.Interpreter;
import io.amends.rules.matching.RandomRules;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.testing.Loop;
import io.amends.rules.testing.Surveys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class ExplanationTest {
    private static final int MANY = 10_000;
    private static final String MEASURES = ",'measures':{'csat':{'kind':'csat','min':1,'max':5},"
            + "'nps':{'kind':'nps','min':0,'max':10},'fcr':{'kind':'fcr'},'tier':{'kind':'scalar','min':-1,'max':100},"
            + "'amount':{'kind':'scalar','min':-1,'max':100}}";

    @Inject
    Loop loop;

    @Inject
    EventProducer producer;

    @Inject
    DirectoryView directory;

    @Inject
    Jdbi jdbi;

    private final String cpc = "e" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName("B6: one rule is explained alone, with the smallest changes that would make it match")
    void oneRule() {
        long offset = loop.portal(cpc, MEASURES);
        publish(
                """
                {"rules":[{"name":"VIP","when":{"all":[{"measure":"csat","lte":1},{"tag":"vip"}]},"then":{"priority":1}},
                          {"name":"never","when":{"measure":"csat","gt":5},"then":{}},
                          {"name":"phone","when":{"field":"channel","eq":"phone"},"then":{}}]}""");
        SurveyRecorded survey = Surveys.recorded(
                cpc,
                "r-1",
                "G",
                Map.of("csat", new Answer.Score(BigDecimal.valueOf(2))),
                ContactChoice.NOT_ASKED,
                SUBMITTED,
                offset);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().contentType("application/json")
                .body(Json.write(survey.response()))
                .post("/v1/portals/{cpc}/evaluate?rule=VIP", cpc)
                .then()
                .statusCode(200)
                .body("rules.name", contains("VIP"))
                .body("impossible", equalTo(false))
                .body("changes", hasSize(1))
                .body("changes[0].pointer", contains("/when/all/0", "/when/all/1"))
                .body("changes[0].attribute", contains("csat", "vip"))
                .body(
                        "changes[0].sentence",
                        contains("CSAT would have to be 1 instead of 2", "the tag vip would have to be there")));

        given().header(HttpHeaders.ACCEPT_LANGUAGE, "de")
                .contentType("application/json")
                .body(Json.write(survey.response()))
                .post("/v1/portals/{cpc}/evaluate?rule=VIP", cpc)
                .then()
                .statusCode(200)
                .body("explanation.summary", containsString("Gesamtnote"))
                .body("changes[0][0].sentence", equalTo("CSAT müsste 1 statt 2 sein"));

        loop.recorded(survey);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> explain("?rule=never")
                .statusCode(200)
                .body("impossible", equalTo(true))
                .body("changes", hasSize(0)));
        explain("?rule=phone")
                .body("rules[0].verdict", equalTo("TRUE"))
                .body("impossible", equalTo(false))
                .body("changes", hasSize(0));
        given().header(HttpHeaders.ACCEPT_LANGUAGE, "de")
                .get("/v1/portals/{cpc}/responses/r-1/explanation?rule=VIP", cpc)
                .then()
                .statusCode(200)
                .body("explanation.summary", containsString("overall"))
                .body("changes[0][1].sentence", equalTo("das Schlagwort vip müsste da sein"));
        explain("?rule=gone").statusCode(404).body("detail", containsString("no rule 'gone'"));
        explain("").body("rules.name", contains("VIP", "never", "phone"));
    }

    @Test
    @DisplayName("H1, H2, B6: whoever sees responses alone is told the decision and what matched, and no other rule")
    void withoutRules() {
        long offset = loop.portal(cpc, MEASURES);
        publish(
                """
                {"rules":[{"name":"secret","when":{"tag":"vip"},"then":{"priority":1}},
                          {"name":"calls","when":{"field":"channel","eq":"phone"},"then":{"kind":"RECOVERY"}}]}""");
        loop.recorded(Surveys.recorded(cpc, "r-1", "G", Map.of(), ContactChoice.NOT_ASKED, SUBMITTED, offset));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> explain("").statusCode(200).body("rules.name", contains("secret", "calls")));
        String responses = made("responses:read", Scope.RESPONSES_READ);
        String both = made("both", Scope.RESPONSES_READ, Scope.RULES_READ);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> by(both, "").extract().statusCode() == 200
                        && by(responses, "").extract().statusCode() == 200);

        by(responses, "").body("matchedRules", contains("calls")).body("rules", hasSize(0));
        by(responses, "?rule=secret").statusCode(403).body("scope", equalTo("rules:read"));
        by(responses, "?rule=none").statusCode(403);
        by(both, "").body("rules.name", contains("secret", "calls"));

        PersonToken agent = PersonToken.of("user:agent", cpc).roles("agent").groups("G");
        PersonToken lead = PersonToken.of("user:lead", cpc).roles("lead").groups("G");
        by(agent, "").statusCode(200).body("matchedRules", contains("calls")).body("rules", hasSize(0));
        String unseen = by(agent, "?rule=secret").statusCode(404).extract().path("detail");
        by(agent, "?rule=none").statusCode(404).body("detail", equalTo(unseen));
        by(lead, "?rule=secret").statusCode(200).body("rules.name", contains("secret"));
    }

    /** The secret of a key of this portal. */
    private String made(String name, Scope... scopes) {
        String secret = name + "-" + UUID.randomUUID();
        AccessKey key =
                KeyBuilder.key(Sha256.hex(secret)).portal(cpc).scopes(scopes).build();
        producer.sendAll(List.of(
                OutboundEvent.of(Topics.ACCESS, key.hash(), UUID.randomUUID().toString(), EventTypes.KEY, key)));
        return secret;
    }

    private ValidatableResponse by(String secret, String query) {
        return given().auth().oauth2(secret).get(address(query)).then();
    }

    private ValidatableResponse by(PersonToken person, String query) {
        return given().header(PersonToken.HEADER, person.signed())
                .get(address(query))
                .then();
    }

    private String address(String query) {
        return "/v1/portals/" + cpc + "/responses/r-1/explanation" + query;
    }

    @Test
    @DisplayName("B6: what was replaced was decided without asking a rule, and is not explained by any")
    void replaced() {
        long offset = loop.portal(cpc, MEASURES);
        publish("{\"rules\":[{\"name\":\"phone\",\"when\":{\"field\":\"channel\",\"eq\":\"phone\"},\"then\":{}}]}");
        SurveyRecorded survey = Surveys.recorded(cpc, "r-1", "G", Map.of(), ContactChoice.NOT_ASKED, SUBMITTED, offset);
        SurveyRecorded replaced = Surveys.replaced(survey, "r-9");
        loop.send(EventTypes.SURVEY_REPLACED, survey.response().ticketKey(), replaced);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> explain("")
                .statusCode(200)
                .body("standing", equalTo("REPLACED"))
                .body("supersededBy", equalTo("r-9"))
                .body("rules", hasSize(0)));
    }

    @Test
    @DisplayName("B6: asked again, 10,000 stored decisions come out the same, rule by rule, by the slow interpreter")
    void reproduced() throws Exception {
        long offset = loop.portal(cpc, MEASURES);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> directory.portal(cpc) != null);
        PortalDirectory portal = directory.require(cpc);
        RandomRules random = new RandomRules(20_261_122);
        RuleSet rules = new RuleSet(random.rules(200).rules().stream()
                .filter(rule -> RuleSetReader.read(
                                RuleSetWriter.write(new RuleSet(List.of(rule))),
                                portal.portal().measures())
                        instanceof RuleSetReader.Result.Good)
                .toList());
        assertThat(rules.rules()).hasSizeGreaterThan(40);
        publish(RuleSetWriter.write(rules).toString());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> given().contentType("application/json")
                                .body(Json.write(response(random, 0)))
                                .post("/v1/portals/{cpc}/evaluate", cpc)
                                .jsonPath()
                                .getInt("ruleSetVersion")
                        == 1);

        List<OutboundEvent> events = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            SurveyResponse response = response(random, i);
            events.add(OutboundEvent.of(
                    Topics.RECORDED,
                    response.ticketKey(),
                    UUID.randomUUID().toString(),
                    EventTypes.SURVEY_RECORDED,
                    recorded(response, offset)));
        }
        producer.sendAll(events);
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> stored().size() == MANY);

        RuleBook slow = new RuleBook(1, rules, new Interpreter(rules));
        long matched = 0;
        for (byte[] data : stored()) {
            RecoveryDecided decision = Json.read(data, RecoveryDecided.class);
            Policy policy = Policy.of(portal.portal(), null);
            SurveyRecorded again = recorded(decision.response(), offset);
            assertThat(DECIDER.decide(again, policy, slow, decision.decidedAt()))
                    .isEqualTo(decision);
            matched += decision.matchedRules().size();
        }
        assertThat(matched).isGreaterThan(MANY);
    }

    private List<byte[]> stored() {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT data FROM decision WHERE portal = :portal")
                .bind("portal", cpc)
                .mapTo(byte[].class)
                .list());
    }

    private SurveyResponse response(RandomRules random, int i) throws IOException {
        ObjectNode json = Json.MAPPER.valueToTree(random.response());
        json.put("portal", cpc)
                .put("responseId", "r-" + i)
                .put("ticketId", "T-" + i)
                .put("supportGroup", "G");
        return Json.MAPPER.treeToValue(json, SurveyResponse.class);
    }

    private SurveyRecorded recorded(SurveyResponse response, long offset) {
        return SurveyRecorded.first(response, response.submittedAt().plusSeconds(1), offset);
    }

    private ValidatableResponse explain(String query) {
        return given().get(address(query)).then();
    }

    private void publish(String rules) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> given().contentType("application/json")
                                .body(rules)
                                .put("/v1/portals/{cpc}/rule-set/draft", cpc)
                                .statusCode()
                        == 200);
        given().contentType("application/json")
                .body("{\"reason\":\"why\"}")
                .post("/v1/portals/{cpc}/rule-set/publish", cpc)
                .then()
                .statusCode(201);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> directory.portal(cpc) != null);
    }
}
