package io.amends.rules.versions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Topics;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.HeldOutbox;
import io.amends.local.testing.OpenApiRoutes;
import io.amends.local.testing.WholeTopic;
import io.amends.rules.testing.Loop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people and keys change of rules is in the audit log (H4). */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class AuditTest {
    private static final String RULES = "/v1/portals/{cpc}/rule-set/";
    private static final Map<String, AuditAction> AUDITED = Map.of(
            "PUT " + RULES + "draft", AuditAction.RULES_DRAFT_SAVED,
            "POST " + RULES + "publish", AuditAction.RULES_PUBLISHED,
            "POST " + RULES + "versions/{version}/publish", AuditAction.RULES_ROLLED_BACK,
            "POST " + RULES + "backtest", AuditAction.BACKTEST_STARTED,
            "DELETE " + RULES + "backtests/{id}", AuditAction.BACKTEST_CANCELLED);

    /** It says what would be decided, and changes nothing. */
    private static final Set<String> ASKS = Set.of("POST /v1/portals/{cpc}/evaluate");

    private static final String NOTHING = "{\"rules\":[]}";
    private static final String PHONE =
            "{\"rules\":[{\"name\":\"phone\",\"when\":{\"field\":\"channel\",\"eq\":\"phone\"},\"then\":{\"priority\":1}}]}";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Loop loop;

    @Inject
    Jdbi jdbi;

    private final String cpc = "a" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void portal() {
        loop.portal(cpc, "");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get(RULES + "draft", cpc).statusCode() == 200);
    }

    @AfterEach
    void noFault() {
        jdbi.useHandle(db -> db.execute(HeldOutbox.TAKING));
    }

    @Test
    @DisplayName("H4: every route that changes something is audited, or only asks")
    void everyRoute() throws Exception {
        Set<String> known = new TreeSet<>(AUDITED.keySet());
        known.addAll(ASKS);

        assertThat(OpenApiRoutes.changing(base)).isEqualTo(known);
    }

    @Test
    @DisplayName("H4, B7: saving, publishing, going back and backtests are entries, each with what was and what is")
    void everyChange() {
        save(PHONE);
        post("publish", "{\"reason\":\"Callers wait\"}").statusCode(201);
        save(NOTHING);
        post("publish", "{\"reason\":\"Enough\"}").statusCode(201);
        post("versions/1/publish", "{\"reason\":\"It was right\"}").statusCode(201);
        post("versions/1/publish", "{\"reason\":\"It was right\"}").statusCode(200); // is in force already
        String id = post("backtest", "{\"from\":\"2026-11-01\",\"to\":\"2026-11-02\"}")
                .statusCode(202)
                .extract()
                .path("backtestId");
        post("backtest", "{\"from\":\"2026-11-02\",\"to\":\"2026-11-01\"}").statusCode(400);

        String runs = running();
        for (int status : List.of(204, 409)) {
            given().delete(RULES + "backtests/{id}", cpc, runs).then().statusCode(status);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(entries()).hasSize(7));
        assertThat(entries())
                .extracting(entry ->
                        entry.get("what").asText() + " " + entry.get("subject").asText())
                .containsExactly(
                        "RULES_DRAFT_SAVED rules/draft",
                        "RULES_PUBLISHED rules/1",
                        "RULES_DRAFT_SAVED rules/draft",
                        "RULES_PUBLISHED rules/2",
                        "RULES_ROLLED_BACK rules/3",
                        "BACKTEST_STARTED backtest/" + id,
                        "BACKTEST_CANCELLED backtest/" + runs);
        assertThat(entries())
                .extracting(entry -> AuditAction.valueOf(entry.get("what").asText()))
                .containsAll(AUDITED.values());
        JsonNode back = entries().get(4);
        assertThat(back.get("before").toString()).isEqualTo("{\"version\":2}");
        assertThat(back.at("/after/version").asInt()).isEqualTo(3);
        assertThat(back.at("/after/tag").asText()).isEqualTo("v1");
        assertThat(back.get("reason").asText()).isEqualTo("It was right");
        assertThat(back.get("who").asText()).isEqualTo("local");
    }

    @Test
    @DisplayName("H4: where the entry cannot be written the change is not made")
    void together() {
        save(PHONE);
        jdbi.useHandle(db -> db.execute(HeldOutbox.refusing(Topics.AUDIT)));

        put(NOTHING).statusCode(500);
        post("publish", "{\"reason\":\"Callers wait\"}").statusCode(500);
        post("backtest", "{\"from\":\"2026-11-01\",\"to\":\"2026-11-02\"}").statusCode(500);

        given().get(RULES + "draft", cpc).then().body(containsString("phone"));
        assertThat(given().get(RULES + "versions", cpc).jsonPath().getInt("total"))
                .isZero();
        assertThat(given().get(RULES + "backtests", cpc).jsonPath().getInt("total"))
                .isZero();
    }

    /** A backtest that another instance runs, for longer than a test. */
    private String running() {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(sql -> sql.createUpdate(
                        """
                        INSERT INTO backtest (id, portal, state, author, requested_at, from_at, to_at, rules, attempt,
                          lease_until)
                        VALUES (:id, :portal, 'RUNNING', 'kim', now(), now(), now(), 'draft', 1, now() + interval '1 hour')""")
                .bind("id", id)
                .bind("portal", cpc)
                .execute());
        return id.toString();
    }

    private void save(String rules) {
        put(rules).statusCode(200);
    }

    private ValidatableResponse put(String rules) {
        String seen = given().get(RULES + "draft", cpc).header("ETag");
        return given().contentType("application/json")
                .header("If-Match", seen)
                .body(rules)
                .put(RULES + "draft", cpc)
                .then();
    }

    private ValidatableResponse post(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post(RULES + path, cpc)
                .then();
    }

    private List<JsonNode> entries() {
        return WholeTopic.read(Brokers.shared().bootstrap(), Topics.AUDIT, cpc);
    }
}
