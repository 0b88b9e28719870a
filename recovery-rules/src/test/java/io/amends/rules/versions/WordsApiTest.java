package io.amends.rules.versions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.amends.rules.testing.Loop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class WordsApiTest {
    private static final String ONE =
            "{\"rules\":[{\"name\":\"phone\",\"when\":{\"field\":\"channel\",\"eq\":\"phone\"},"
                    + "\"then\":{\"kind\":\"RECOVERY\",\"priority\":1}}]}";

    @Inject
    Loop loop;

    private final String cpc = "w" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName("B7: draft and versions are told in words and compared with each other, by name or number")
    void compared() {
        loop.portal(cpc, "");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            return get("draft").extract().statusCode() == 200;
        });
        get("compare").statusCode(200).body("from", equalTo("version 0")).body("changes", empty());
        put(ONE);
        get("draft/words")
                .statusCode(200)
                .body("rules[0].name", equalTo("phone"))
                .body("rules[0].when", equalTo("channel is phone"))
                .body("rules[0].then", equalTo("recovery, priority 1"));
        get("compare?from=published&to=draft")
                .statusCode(200)
                .body("from", equalTo("version 0"))
                .body("to", equalTo("draft"))
                .body("changes.rule", contains("phone"))
                .body("changes.change", contains("ADDED"))
                .body("changes[0].sentence", equalTo("Adds “phone” for channel is phone: recovery, priority 1."));
        publish();
        put("{\"rules\":[]}");
        get("compare?from=1&to=draft")
                .statusCode(200)
                .body("from", equalTo("version 1"))
                .body("changes.change", contains("REMOVED"));
        publish();
        get("compare?from=2&to=1").statusCode(200).body("changes[0].sentence", startsWith("Adds “phone”"));
        get("versions/1/words").statusCode(200).body("rules.name", contains("phone"));
        get("versions/9/words").statusCode(404);
        get("compare?from=9&to=1").statusCode(404);
        get("compare?from=first&to=1").statusCode(400).body("errors.pointer", contains("?from"));
    }

    @Test
    @DisplayName("C11: rules, comparisons and forecasts are told in the language that is accepted, else in English")
    void languages() {
        loop.portal(cpc, "");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            return get("draft").extract().statusCode() == 200;
        });
        put(ONE);
        in("de", "draft/words")
                .body("rules[0].when", equalTo("Kanal ist phone"))
                .body("rules[0].then", equalTo("unzufrieden, Vorrang 1"));
        in("de-AT, en;q=0.5", "compare").body("changes[0].sentence", startsWith("Neu: „phone“ für Kanal ist phone"));
        in("de", "draft/forecast").body("sentence", startsWith("In den letzten 7 Tagen wurde nichts entschieden"));
        in("nl", "draft/words").body("rules[0].when", equalTo("channel is phone"));
        in("no; such=language", "draft/words").body("rules[0].when", equalTo("channel is phone"));
        in("nl", "draft/forecast").body("sentence", startsWith("Nothing was decided"));
        publish();
        in("ja", "versions/1/words").body("rules[0].when", equalTo("チャネルがphone"));
    }

    @Test
    @DisplayName(
            "B5, H1: who also hears of it is told by name to whoever sees the contact, and by code to a lead of other groups")
    void alsoByName() {
        loop.contact(cpc, "c-1", "Alex Example");
        loop.contact(cpc, "c-2", "Kim Example");
        loop.group(cpc, "NET", ",'supportLead':'c-1'");
        loop.portal(cpc, "");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            return get("draft").extract().statusCode() == 200;
        });
        put(
                "{\"rules\":[{\"name\":\"vip\",\"when\":{\"tag\":\"vip\"},\"then\":{\"also\":[\"c-1\",\"c-2\",\"c-3\"]}}]}");

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> get("draft/words")
                .statusCode(200)
                .body("rules[0].then", equalTo("also tells “Alex Example” and “Kim Example” and c-3")));
        PersonToken lead = PersonToken.of("user:lea", cpc).roles("lead").groups("NET");
        given().header(PersonToken.HEADER, lead.signed())
                .get("/v1/portals/" + cpc + "/rule-set/draft/words")
                .then()
                .statusCode(200)
                .body("rules[0].then", equalTo("also tells “Alex Example” and c-2 and c-3"));
    }

    private ValidatableResponse in(String language, String path) {
        return given().header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .get("/v1/portals/" + cpc + "/rule-set/" + path)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse get(String path) {
        return given().get("/v1/portals/" + cpc + "/rule-set/" + path).then();
    }

    private void put(String rules) {
        given().contentType("application/json")
                .body(rules)
                .put("/v1/portals/{cpc}/rule-set/draft", cpc)
                .then()
                .statusCode(200);
    }

    private void publish() {
        given().contentType("application/json")
                .body("{\"reason\":\"why\"}")
                .post("/v1/portals/{cpc}/rule-set/publish", cpc)
                .then()
                .statusCode(201);
    }
}
