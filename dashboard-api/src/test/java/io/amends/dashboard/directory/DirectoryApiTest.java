package io.amends.dashboard.directory;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class DirectoryApiTest {
    @Inject
    DirectoryView view;

    @Inject
    EventProducer producer;

    @Test
    @DisplayName("F6: a new entry answers 201, a change 200, and it is read back with its defaults")
    void putAndGet() {
        put("/v1/portals/first", "{\"name\": \"First\"}").statusCode(201).body("name", equalTo("First"));
        put("/v1/portals/first", "{\"name\": \"First\", \"timeZone\": \"Asia/Tokyo\"}")
                .statusCode(200);
        get("/v1/portals/first")
                .statusCode(200)
                .body("code", equalTo("first"))
                .body("timeZone", equalTo("Asia/Tokyo"))
                .body("alertTime", equalTo("09:00"))
                .body("serviceRecoveryThreshold", is(2))
                .body("measures.csat.max", is(5));
        get("/v1/portals").statusCode(200).body("items.code", hasItem("first"));
    }

    @Test
    @DisplayName("F6: what is wrong is refused with a pointer each")
    void refusals() {
        put("/v1/portals/wrong", "{\"timeZone\": \"Mars/Base\", \"alertTime\": \"25:00\"}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("/name", "/timeZone", "/alertTime"));
        get("/v1/portals/wrong").statusCode(404).contentType("application/problem+json");
        put("/v1/portals/bad code", "{\"name\": \"x\"}").statusCode(400);
        put("/v1/portals/absent/groups/G", "{\"name\": \"G\"}").statusCode(404);
    }

    @Test
    @DisplayName("F6: a reference to what is not there yet is taken with a warning")
    void warnings() {
        put("/v1/portals/refs", "{\"name\": \"Refs\"}").statusCode(201);
        put("/v1/portals/refs/contacts/c-1", "{\"name\": \"Alex\", \"mobile\": \"+495550101\"}")
                .statusCode(201);
        put("/v1/portals/refs/groups/G1", "{\"name\": \"G1\", \"supportLead\": \"c-1\", \"alsoAlerts\": [\"c-9\"]}")
                .statusCode(201)
                .body("warnings.pointer", contains("/alsoAlerts/0"));
        get("/v1/portals/refs/groups").body("items.code", contains("G1")).body("total", is(1));
    }

    @Test
    @DisplayName("A10: a source whose answers would be fetched from a private address, or without TLS, is refused")
    void privateTargets() {
        put("/v1/portals/fetched", "{\"name\": \"Fetched\"}").statusCode(201);
        for (String address : List.of("http://api.example.com", "https://10.0.0.1/v3", "https://[::1]")) {
            put(
                            "/v1/portals/fetched/sources/q",
                            "{\"name\": \"Q\", \"vendor\": \"QUALTRICS\", \"api\": {\"baseUrl\": \"" + address + "\"}}")
                    .statusCode(400)
                    .body("errors.pointer", contains("/api/baseUrl"))
                    .body("errors[0].reason", startsWith("is not called"));
        }
        put(
                        "/v1/portals/fetched/sources/q",
                        "{\"name\": \"Q\", \"vendor\": \"QUALTRICS\", \"api\": {\"baseUrl\": \"https://api.example.com\"}}")
                .statusCode(201);
        put(
                        "/v1/portals/fetched/sources/q",
                        "{\"name\": \"Q\", \"vendor\": \"QUALTRICS\", \"active\": false,"
                                + " \"api\": {\"baseUrl\": \"https://10.0.0.1/v3\"}}")
                .statusCode(200);
    }

    @Test
    @DisplayName("A10, H3: a source says which of those it is that have had its code, whatever is sent")
    void madeAgain() {
        String source = "/v1/portals/sourced/sources/s";
        String sent = "{\"name\": \"S\", \"vendor\": \"TYPEFORM\", \"made\": \"mine\"}";
        put("/v1/portals/sourced", "{\"name\": \"Sourced\"}").statusCode(201);
        String made = put(source, sent).statusCode(201).extract().path("made");

        assertThat(made).isNotEqualTo("mine");
        put(source, sent).statusCode(200).body("made", equalTo(made));
        get(source).body("made", equalTo(made));
        given().auth().oauth2(Keys.KEY).delete(source).then().statusCode(204);
        String again = put(source, sent).statusCode(201).extract().path("made");
        assertThat(again).isNotEqualTo(made);
    }

    @Test
    @DisplayName("F6: a change reaches the directory topic within 2 s, a deletion as a tombstone")
    void publishes() {
        put("/v1/portals/pub", "{\"name\": \"Published\"}").statusCode(201);
        put("/v1/portals/pub/groups/G1", "{\"name\": \"Group one\", \"threshold\": 3}")
                .statusCode(201);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(view.require("pub").groups()).containsKey("G1"));

        given().auth()
                .oauth2(Keys.KEY)
                .delete("/v1/portals/pub/groups/G1")
                .then()
                .statusCode(204);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(view.require("pub").groups()).doesNotContainKey("G1"));
        get("/v1/portals/pub/groups/G1").statusCode(404);
    }

    @Test
    @DisplayName("F6, A5: what a response needs stays: its portal, group and segment, in quarantine as well")
    void inUse() {
        Sample recorded = Sample.of("used", "used-1").group("G1");
        for (String portal : List.of("used", "waits", "away")) {
            put("/v1/portals/" + portal, "{\"name\": \"In use\"}").statusCode(201);
            for (String entry : List.of("groups/G1", "groups/G2", "segments/ENTERPRISE", "segments/S2")) {
                put("/v1/portals/" + portal + "/" + entry, "{\"name\": \"Some\"}")
                        .statusCode(201);
            }
        }
        producer.sendAll(List.of(recorded.event()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get("/v1/portals/used/responses").body("total", is(1)));

        delete("used", "/groups/G1")
                .statusCode(409)
                .body("detail", equalTo("The group G1 has survey responses, so it stays."));
        delete("used", "/segments/ENTERPRISE").statusCode(409);
        delete("used", "").statusCode(409);
        delete("used", "/segments/S2").statusCode(204);

        for (String entry : List.of("groups/G1", "segments/ENTERPRISE")) {
            Neighbours.quarantined("waits", entry.replaceAll(".*/", ""));
            delete("waits", "/" + entry).statusCode(409).body("detail", containsString("in quarantine, so it stays"));
            delete("waits", "").statusCode(409);
        }
        delete("waits", "/groups/G2").statusCode(204);
        delete("waits", "/groups/G2").statusCode(404);

        delete("away", "/groups/G1").statusCode(503).body("detail", containsString("Nothing was deleted."));
        get("/v1/portals/away/groups/G1").statusCode(200);
    }

    @Test
    @DisplayName("F6, D12: regions and calendars are entries like others; what one of them is wrong in is said")
    void workingTime() {
        put("/v1/portals/times", "{\"name\": \"Times\"}").statusCode(201);
        put(
                        "/v1/portals/times/regions/EMEA",
                        "{\"name\": \"Europe\", \"timeZone\": \"Europe/Berlin\", \"calendar\": \"c1\"}")
                .statusCode(201)
                .body("warnings.reason", contains("there is no calendar c1 yet"));
        put("/v1/portals/times/groups/NET", "{\"name\": \"Network\", \"region\": \"EMEA\"}")
                .statusCode(201)
                .body("warnings", hasSize(0));
        put(
                        "/v1/portals/times/calendars/c1",
                        "{\"name\": \"Bavaria\", \"country\": \"DE-BY\", \"holidays\": [\"2026-12-24\"]}")
                .statusCode(201)
                .body("country", equalTo("de-by"))
                .body("warnings.pointer", contains("/country"))
                .body("hours.MON[0]", contains("09:00", "17:00"))
                .body("hours.SAT", nullValue());
        put(
                        "/v1/portals/times/calendars/c1",
                        """
                        {"name": "C", "country": "xx", "holidays": ["2026-02-30"], "workdays": ["2026-12-19", "soon"],
                         "hours": {"MON": [["22:00", "06:00"]], "TUE": [["05:00", "06:00"]], "WED": [["9:00", "17:00"]]}}
                        """)
                .statusCode(400)
                .body("detail", equalTo("This calendar cannot be saved."))
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/hours/TUE/0", "/hours/WED/0", "/holidays/0", "/workdays/1", "/country"));
        put("/v1/portals/times/calendars/c1", "{\"name\": \"C\", \"hours\": {\"MONDAY\": []}}")
                .statusCode(400)
                .body("errors.pointer", contains("/hours"));
        get("/v1/portals/times/calendars").body("items.code", contains("c1")).body("items.name", contains("Bavaria"));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        view.require("times").deskTime("NET").day(Instant.parse("2026-12-24T09:00:00Z")))
                .contains(LocalDate.of(2026, 12, 28)));
    }

    @Test
    @DisplayName("F6: a calendar stays while a region goes by it, a region while a group is in it")
    void goneBy() {
        put("/v1/portals/goneby", "{\"name\": \"Kept\"}").statusCode(201);
        put("/v1/portals/goneby/calendars/c1", "{\"name\": \"C\"}").statusCode(201);
        put("/v1/portals/goneby/regions/EMEA", "{\"name\": \"R\", \"calendar\": \"c1\"}")
                .statusCode(201);
        put("/v1/portals/goneby/groups/NET", "{\"name\": \"G\", \"region\": \"EMEA\"}")
                .statusCode(201);

        delete("goneby", "/calendars/c1")
                .statusCode(409)
                .body("detail", startsWith("The calendar c1 is that of the region EMEA, so it stays."));
        delete("goneby", "/regions/EMEA").statusCode(409);
        get("/v1/portals/goneby/calendars/c1").statusCode(200);

        put("/v1/portals/goneby/regions/EMEA", "{\"name\": \"R\"}").statusCode(200);
        delete("goneby", "/calendars/c1").statusCode(204);
        put("/v1/portals/goneby/groups/NET", "{\"name\": \"G\"}").statusCode(200);
        delete("goneby", "/regions/EMEA").statusCode(204);
        delete("goneby", "/regions/EMEA").statusCode(404);
    }

    @Test
    @DisplayName("F6: a portal goes with its regions and calendars, whatever refers to them")
    void goneWithThePortal() {
        Neighbours.quarantined("goneall", "");
        put("/v1/portals/goneall", "{\"name\": \"Gone\"}").statusCode(201);
        put("/v1/portals/goneall/calendars/c1", "{\"name\": \"C\"}").statusCode(201);
        put("/v1/portals/goneall/regions/EMEA", "{\"name\": \"R\", \"calendar\": \"c1\"}")
                .statusCode(201);

        delete("goneall", "").statusCode(204);

        put("/v1/portals/goneall", "{\"name\": \"Gone\"}").statusCode(201);
        get("/v1/portals/goneall/regions").body("total", is(0));
        get("/v1/portals/goneall/calendars/c1").statusCode(404);
    }

    @Test
    @DisplayName("H2: without a key, with a wrong one, or for another portal there is nothing")
    void access() {
        given().get("/v1/portals").then().statusCode(401).contentType("application/problem+json");
        given().auth().oauth2("nonsense").get("/v1/portals").then().statusCode(401);
        given().auth().oauth2(Keys.ACME_ONLY).get("/v1/portals/other").then().statusCode(404);
    }

    private static ValidatableResponse put(String path, String body) {
        return given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body(body.getBytes(UTF_8))
                .put(path)
                .then();
    }

    private static ValidatableResponse delete(String portal, String entry) {
        return given().auth()
                .oauth2(Keys.KEY)
                .delete("/v1/portals/" + portal + entry)
                .then();
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(Keys.KEY).get(path).then();
    }
}
