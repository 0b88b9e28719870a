package io.amends.dashboard.directory;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

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
