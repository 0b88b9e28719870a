package io.amends.rules.versions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.Topics;
import io.amends.kit.access.Signature;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.topic.TopicSetup;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.testing.Loop;
import io.amends.rules.testing.Surveys;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class RuleSetApiTest {
    private static final String PHONE =
            "{\"rules\":[{\"name\":\"phone\",\"when\":{\"all\":[{\"field\":\"channel\",\"eq\":\"phone\"},"
                    + "{\"not\":{\"measure\":\"nps\",\"gte\":9}}]},"
                    + "\"then\":{\"kind\":\"RECOVERY\",\"priority\":1,\"alert\":\"IMMEDIATE\"}}]}";
    private static final Signature ROBIN = new Signature("user:robin", "crm", null);
    private static final String NOTHING = "{\"rules\":[]}";

    @Inject
    RuleSetStore store;

    @Inject
    Loop loop;

    @Inject
    EventProducer producer;

    @Inject
    Jdbi jdbi;

    @Inject
    TopicSetup topics;

    @ConfigProperty(name = "amends.kafka")
    String bootstrap;

    private final String cpc = "q" + UUID.randomUUID().toString().substring(0, 8);
    private long offset;

    @BeforeEach
    void portal() {
        offset = loop.portal(cpc, "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        given().get("/v1/portals/{cpc}/rule-set/draft", cpc).statusCode() == 200);
    }

    @Test
    @DisplayName(
            "B5: who else hears of it is judged at the door, at its field, and the decision carries it; the directory is not"
                    + " asked whether they are there")
    void also() {
        String twice = PHONE.replace("\"priority\":1", "\"priority\":1,\"also\":[\"c-1\",\"gone\",\"c-1\"]");
        put(twice, null)
                .statusCode(400)
                .body("errors.pointer", contains("/rules/0/then/also/2"))
                .body("errors[0].reason", containsString("named before"));
        put(twice.replace(",\"c-1\"]", "]"), null).statusCode(200);
        post("publish", "{\"reason\":\"Callers wait\"}").statusCode(201);

        for (String choice : List.of("NOT_ASKED", "NO")) {
            given().contentType("application/json")
                    .body("{\"portal\":\"" + cpc + "\",\"responseId\":\"r\",\"measures\":{\"csat\":1,\"nps\":1},"
                            + "\"submittedAt\":\"2026-11-20T08:00:00Z\",\"channel\":\"phone\",\"contactChoice\":\""
                            + choice
                            + "\"}")
                    .post("/v1/portals/{cpc}/evaluate", cpc)
                    .then()
                    .statusCode(200)
                    .body("matchedRules", contains("phone"))
                    .body("also.contact", equalTo(choice.equals("NO") ? List.of() : List.of("c-1", "gone")))
                    .body("also.rule", equalTo(choice.equals("NO") ? List.of() : List.of("phone", "phone")));
        }
    }

    @Test
    @DisplayName("B7: reasons and rules that cannot be stored are refused with a pointer; nothing is published")
    void unstorable() {
        put(PHONE.replace("\"name\":\"phone\"", "\"name\":\"phone\\u0000\""), null)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/rules/0/name"));
        put(PHONE, null).statusCode(200);
        for (String path : List.of("publish", "versions/1/publish")) {
            for (String reason : List.of("a\\u0000", "\\ud800", "x".repeat(1_001))) {
                post(path, "{\"reason\":\"" + reason + "\"}")
                        .statusCode(path.equals("publish") || !reason.startsWith("x") ? 400 : 404);
            }
        }
        post("publish", "{\"reason\":\"a\\u0000\"}").statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        post("publish", "{\"reason\":\"Callers wait\"}").statusCode(201);
        post("versions/1/publish", "{\"reason\":\"" + "x".repeat(1_001) + "\"}").statusCode(400);
        given().contentType("application/json")
                .body("{\"portal\":\"" + cpc + "\",\"responseId\":\"r\",\"measures\":{\"csat\":1},"
                        + "\"submittedAt\":\"2026-11-20T08:00:00Z\",\"tags\":[\"\\ud800\"]}")
                .post("/v1/portals/{cpc}/evaluate", cpc)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/tags/0"));
    }

    @Test
    @DisplayName(
            "B5: rules that were published with NUL or half a character decide, are explained, and hold nothing up")
    void publishedBad() throws Exception {
        String bad = PHONE.replace("\"name\":\"phone\"", "\"name\":\"phone\\u0000\\ud800\"")
                .replace("\"priority\":1", "\"priority\":1,\"tags\":[\"vip\\u0000\"]");
        producer.sendAll(List.of(new OutboundEvent(
                Topics.RULES,
                cpc + "/1",
                UUID.randomUUID().toString(),
                "amends.ruleset.published",
                null,
                ("{\"portal\":\"" + cpc + "\",\"version\":1,\"ruleSet\":" + bad
                                + ",\"author\":\"x\",\"publishedAt\":\"2026-11-20T08:00:00Z\",\"reason\":\"x\"}")
                        .getBytes(StandardCharsets.UTF_8))));
        await(1);

        loop.recorded(survey(".."));

        assertThat(decision("..").matchedRules()).containsExactly("phone\uFFFD\uFFFD");
        assertThat(decision("..").tags()).contains("vip\uFFFD");
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().queryParam("responseId", "..")
                .get("/v1/portals/{cpc}/responses/explanation", cpc)
                .then()
                .statusCode(200)
                .body("matchedRules", contains("phone\uFFFD\uFFFD")));
    }

    @Test
    @DisplayName("B7: a published version decides without restart, is named by its decisions, and is rolled back")
    void publish() throws Exception {
        put(PHONE, null).statusCode(200);
        post("publish", "{\"reason\":\"Callers wait\"}").statusCode(201).body("version", equalTo(1));
        // At once: who was told that it is published can ask what it does.
        evaluate("r-eval")
                .statusCode(200)
                .body("kind", equalTo("RECOVERY"))
                .body("contact", equalTo("REQUIRED"))
                .body("alert", equalTo("IMMEDIATE"))
                .body("ruleSetVersion", equalTo(1))
                .body("matchedRules", contains("phone"))
                .body("rules[0].name", equalTo("phone"))
                .body("rules[0].verdict", equalTo("TRUE"))
                .body("rules[0].clauses.pointer", contains("/rules/0/when/all/0", "/rules/0/when/all/1/not"))
                .body("rules[0].clauses.value", contains("phone", 3))
                .body("rules[0].clauses.verdict", contains("TRUE", "FALSE"));

        loop.recorded(survey("r-1"));
        RecoveryDecided first = decision("r-1");
        assertThat(first.ruleSetVersion()).isEqualTo(1);
        assertThat(first.matchedRules()).containsExactly("phone");

        put(NOTHING, null).statusCode(200);
        post("publish", "{\"reason\":\"Enough\"}").statusCode(201).body("version", equalTo(2));
        await(2);
        loop.recorded(survey("r-2"));
        assertThat(decision("r-2").kind()).isEqualTo(RecoveryDecided.Kind.NONE);

        // The earlier decision is still explained by the version that made it.
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().get(
                        "/v1/portals/{cpc}/responses/r-1/explanation", cpc)
                .then()
                .statusCode(200)
                .body("ruleSetVersion", equalTo(1))
                .body("rules[0].verdict", equalTo("TRUE"))
                .body("rules[0].clauses.verdict", contains("TRUE", "FALSE"))
                .body("explanation.summary", endsWith("your rule \"phone\" applies")));

        post("versions/1/publish", "{\"reason\":\"It was right\"}")
                .statusCode(201)
                .body("version", equalTo(3));
        await(3);
        evaluate("r-eval").body("matchedRules", contains("phone"));
        given().get("/v1/portals/{cpc}/rule-set/versions", cpc)
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.version", contains(3, 2, 1))
                .body("items.reason", contains("It was right", "Enough", "Callers wait"));
        given().get("/v1/portals/{cpc}/rule-set/versions/1", cpc)
                .then()
                .statusCode(200)
                .body("ruleSet.rules[0].name", equalTo("phone"));
        given().get("/v1/portals/{cpc}/rule-set/versions/9", cpc).then().statusCode(404);
    }

    @Test
    @DisplayName("B7: another instance decides by the newest version when it starts, and follows without a restart")
    void started() {
        for (int version = 1; version <= 3; version++) {
            put(version == 3 ? PHONE : NOTHING, null).statusCode(200);
            post("publish", "{\"reason\":\"again\"}").statusCode(201);
        }
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        RuleBooks another = new RuleBooks(KafkaAccess.plain(bootstrap), topics, store, metrics);
        another.start(new StartupEvent());
        try {
            RuleBook book = Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .ignoreExceptionsInstanceOf(TransientFailure.class)
                    .until(() -> another.of(cpc), one -> true);
            assertThat(book.version()).isEqualTo(3);
            assertThat(book.rules().rules()).hasSize(1);
            Gauge inForce = metrics.get(RuleBooks.IN_FORCE).gauge();
            double before = inForce.value();
            put(NOTHING, null).statusCode(200);
            post("publish", "{\"reason\":\"and once more\"}").statusCode(201);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> another.of(cpc).version() == 4);
            assertThat(inForce.value()).isEqualTo(before - 1);
        } finally {
            another.stop(new ShutdownEvent());
        }
    }

    @Test
    @DisplayName("B7: a version names the person that a service publishes for, and the key that says so")
    void author() {
        put(PHONE, null).statusCode(200);
        given().contentType("application/json")
                .header(PersonToken.HEADER, PersonToken.admin("user:alex", cpc).signed())
                .body("{\"reason\":\"Callers wait\"}")
                .post("/v1/portals/{cpc}/rule-set/publish", cpc)
                .then()
                .statusCode(201)
                .body("author", equalTo("user:alex"))
                .body("key", equalTo("local"));
    }

    @Test
    @DisplayName("B7: of two people who edit the same draft the second is told")
    void twoAuthors() {
        String seen = put(PHONE, null).statusCode(200).extract().header("ETag");
        String other = put(NOTHING, seen).statusCode(200).extract().header("ETag");

        put(PHONE, seen).statusCode(412).contentType("application/problem+json");
        put(PHONE, null).statusCode(428);
        given().get("/v1/portals/{cpc}/rule-set/draft", cpc)
                .then()
                .header("ETag", other)
                .body("rules", hasSize(0));
        String newest = put(PHONE, other).statusCode(200).extract().header("ETag");

        publish(other).statusCode(412).contentType("application/problem+json");
        publish(newest).statusCode(201).body("version", equalTo(1));
        publish(newest).statusCode(412);
    }

    private ValidatableResponse publish(String seen) {
        return given().contentType("application/json")
                .header("If-Match", seen)
                .body("{\"reason\":\"It is what I read\"}")
                .post("/v1/portals/{cpc}/rule-set/publish", cpc)
                .then();
    }

    @Test
    @DisplayName("B7: who names no draft publishes the one that they edited last, and nobody else's")
    void othersDraft() {
        put(NOTHING, null).statusCode(200);
        TaggedRules robins = store.save(cpc, PHONE, Optional.empty(), ROBIN).orElseThrow();
        post("publish", "{\"reason\":\"mine\"}").statusCode(428).contentType("application/problem+json");
        assertThat(store.versions(cpc)).isEmpty();
        publish("\"" + robins.tag() + "\"").statusCode(201).body("version", equalTo(1));
    }

    @Test
    @DisplayName("B7: a draft that somebody changes while it is being checked is not published unseen")
    void changedMeanwhile() {
        put(PHONE, null).statusCode(200);
        TaggedRules seen = store.draft(cpc);
        put(NOTHING, "\"" + seen.tag() + "\"").statusCode(200);

        assertThat(store.publish(cpc, seen, ROBIN, "why")).isEmpty();
        assertThat(store.versions(cpc)).isEmpty();
        assertThat(store.publish(cpc, store.draft(cpc), ROBIN, "why")).hasValue(1);
    }

    @Test
    @DisplayName("B2, B7: wrong rules are refused with every place; a publish needs a draft and a reason")
    void refused() {
        put("{\"rules\":[{\"when\":{\"any\":[{\"measure\":\"joy\",\"lte\":1}]},\"then\":{\"kind\":\"SAD\"}}]}", null)
                .statusCode(400)
                .body("errors.pointer", hasItem("/rules/0/name"))
                .body("errors.pointer", hasItem("/rules/0/when/any/0/measure"))
                .body("errors.pointer", hasItem("/rules/0/then/kind"));
        put("{\"rules\":[", null).statusCode(400).body("errors[0].reason", containsString("in line 1"));
        put("{\"rules\":[]} []", null).statusCode(400);
        put("{\"rules\":[],\"rules\":[]}", null)
                .statusCode(400)
                .body("errors[0].reason", containsString("'rules' is there twice"));
        given().contentType("application/json")
                .body("{\"rules\":[]}".getBytes(StandardCharsets.UTF_16))
                .put("/v1/portals/{cpc}/rule-set/draft", cpc)
                .then()
                .statusCode(400);
        post("publish", "{\"reason\":\"why\"}").statusCode(409);
        put(PHONE, null).statusCode(200);
        for (String none : List.of(" ", "\\u200B")) {
            post("publish", "{\"reason\":\"" + none + "\"}")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/reason"));
        }
        given().get("/v1/portals/nowhere/rule-set/draft").then().statusCode(404);
    }

    @Test
    @DisplayName(
            "B7: going back twice makes one version; who saw an older one in force than there is goes back to none")
    void rollBackOnce() {
        for (String rules : List.of(PHONE, NOTHING)) {
            put(rules, null).statusCode(200);
            post("publish", "{\"reason\":\"why\"}").statusCode(201);
        }
        String seen = given().get("/v1/portals/{cpc}/rule-set/versions/2", cpc).header("ETag");
        String older = given().get("/v1/portals/{cpc}/rule-set/versions/1", cpc).header("ETag");

        rollBack(1, older).statusCode(412).contentType("application/problem+json");
        rollBack(1, seen).statusCode(201).body("version", equalTo(3));
        rollBack(1, seen).statusCode(200).body("version", equalTo(3)).body("reason", equalTo("Back to version 1"));
        post("versions/1/publish", "{}").statusCode(200).body("version", equalTo(3));
        rollBack(2, seen).statusCode(412);
        post("versions/2/publish", "{\"reason\":\"\\u200B\"}")
                .statusCode(201)
                .body("version", equalTo(4))
                .body("reason", equalTo("Back to version 2"));
        assertThat(store.versions(cpc)).hasSize(4);
    }

    private ValidatableResponse rollBack(int version, String seen) {
        return given().contentType("application/json")
                .header("If-Match", seen)
                .body("{}")
                .post("/v1/portals/" + cpc + "/rule-set/versions/" + version + "/publish")
                .then();
    }

    @Test
    @DisplayName("B7: a published version never changes, not even in the database")
    void immutable() {
        put(PHONE, null).statusCode(200);
        post("publish", "{\"reason\":\"why\"}").statusCode(201);

        assertThatThrownBy(() -> jdbi.useHandle(
                        sql -> sql.createUpdate("UPDATE rule_version SET rule_set = '{}' WHERE portal = :portal")
                                .bind("portal", cpc)
                                .execute()))
                .hasMessageContaining("never changes");
    }

    private ValidatableResponse put(String body, String ifMatch) {
        var request = given().contentType("application/json").body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/v1/portals/{cpc}/rule-set/draft", cpc).then();
    }

    private ValidatableResponse post(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/portals/" + cpc + "/rule-set/" + path)
                .then();
    }

    private void await(int version) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> evaluate("r-eval").extract().path("ruleSetVersion").equals(version));
    }

    private ValidatableResponse evaluate(String id) {
        return given().contentType("application/json")
                .body(Json.write(survey(id).response()))
                .post("/v1/portals/{cpc}/evaluate", cpc)
                .then();
    }

    private RecoveryDecided decision(String id) throws Exception {
        return Json.read(
                loop.await(
                                Topics.DECIDED,
                                1,
                                value -> value.contains("\"" + cpc + "\"") && value.contains("\"" + id + "\""))
                        .get(0)
                        .value(),
                RecoveryDecided.class);
    }

    private SurveyRecorded survey(String id) {
        Map<String, Answer> measures =
                Map.of("csat", new Answer.Score(BigDecimal.valueOf(5)), "nps", new Answer.Score(BigDecimal.valueOf(3)));
        // What is days old alerts nobody (C2).
        Instant submitted = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.HOURS);
        return Surveys.recorded(cpc, id, "G", measures, ContactChoice.NOT_ASKED, submitted, offset);
    }
}
