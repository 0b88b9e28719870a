package io.amends.rules.archive;

import static io.amends.rules.decision.InEnglish.DECIDER;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.language.Clause;
import io.amends.language.Effects;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import io.amends.local.testing.Brokers;
import io.amends.rules.decision.Samples;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.testing.Loop;
import io.amends.rules.testing.Surveys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
class CaughtTest {
    @Inject
    Loop loop;

    @Inject
    Jdbi jdbi;

    private final String cpc = "c" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName("F5: of each rule the responses that it matched are counted, each once, within the days asked for")
    void caught() {
        loop.portal(cpc, "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("").extract().statusCode() == 200);
        Instant now = Instant.now();
        jdbi.useTransaction(tx -> DecisionStore.keep(
                tx,
                List.of(
                        decided("r-1", 1, now, "phone", "late"),
                        decided("r-1", 2, now, "phone"),
                        decided("r-2", 1, now.minus(Duration.ofDays(20)), "phone"),
                        decided("r-3", 1, now.minus(Duration.ofDays(40)), "phone"),
                        decided("r-4", 1, now))));

        get("").statusCode(200)
                .body("days", equalTo(30))
                .body("rules.name", contains("phone", "late"))
                .body("rules.caught", contains(2, 1));
        get("?days=7").body("rules.caught", contains(1, 1));
        get("").body("rules[0]", not(hasKey("since")));

        publish("vip");
        publish("phone");
        get("").body("rules.name", contains("phone", "late"))
                .body("rules[0].caught", equalTo(2))
                .body("rules[0].since.version", equalTo(2))
                .body("rules[0].since.caught", equalTo(0));
        given().get("/v1/portals/" + cpc + "/rule-set/versions").then().body("items[0].draft", startsWith("d"));
        get("?days=0").statusCode(400).body("errors.pointer", contains("?days"));
    }

    /** The rule "phone", asking for a tag. */
    private void publish(String tag) {
        given().contentType("application/json")
                .body("{\"rules\":[{\"name\":\"phone\",\"when\":{\"tag\":\"" + tag + "\"},\"then\":{}}]}")
                .put("/v1/portals/" + cpc + "/rule-set/draft")
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body("{\"reason\":\"why\"}")
                .post("/v1/portals/" + cpc + "/rule-set/publish")
                .then()
                .statusCode(201);
    }

    private StoredDecision decided(String id, long version, Instant at, String... rules) {
        List<Rule> matching = new ArrayList<>();
        for (String name : rules) {
            matching.add(new Rule(name, new Clause.CommentIs(false), new Effects(null, null, null, null, null, null)));
        }
        Map<String, Answer> measures = Map.of("csat", new Answer.Score(BigDecimal.ONE));
        var recorded = Surveys.recorded(cpc, id, "G", measures, ContactChoice.YES, at, 0);
        RecoveryDecided decision = DECIDER.decide(
                Samples.recorded(recorded.response(), version, recorded.state(), at),
                Samples.policy(""),
                RuleBook.of(1, new RuleSet(matching)),
                at);
        return new StoredDecision(decision, ZoneOffset.UTC);
    }

    private ValidatableResponse get(String query) {
        return given().get("/v1/portals/" + cpc + "/rule-set/caught" + query).then();
    }
}
