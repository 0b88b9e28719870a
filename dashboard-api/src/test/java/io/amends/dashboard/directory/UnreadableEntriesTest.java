package io.amends.dashboard.directory;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.amends.contracts.Topics;
import io.amends.dashboard.testing.Keys;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read behind the door is refused at it; what is behind it all the same is in nobody's way. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class UnreadableEntriesTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String TOO_LARGE = "{\"name\": \"Sick\", \"serviceRecoveryThreshold\": 1e2000}";

    @Inject
    Jdbi jdbi;

    @Inject
    DirectoryView view;

    @Inject
    EventProducer producer;

    @ParameterizedTest(name = "F6: {0} is refused at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "  | {\"name\": \"A\", \"serviceRecoveryThreshold\": 1e2000} | /serviceRecoveryThreshold",
                "  | {\"name\": \"A\", \"serviceRecoveryThreshold\": 1e-2000} | /serviceRecoveryThreshold",
                "  | {\"name\": \"A\", \"measures\": {\"csat\": {\"kind\": \"csat\", \"min\": -1e999, \"max\": 1e999999999}}} | /measures/csat/max",
                "  | {\"name\": \"A\\ud800\"} | /name",
                "  | {\"name\": \"A\\u0000\"} | /name",
                "  | {\"name\": \"A\", \"ticketUrlPrefix\": \"https://a/\\udc00\"} | /ticketUrlPrefix",
                "  | {\"name\": \"A\", \"timeZone\": \"UTC+2\"} | /timeZone",
                "/groups/G | {\"name\": \"G\", \"threshold\": -1e2000} | /threshold",
                "/contacts/c | {\"name\": \"C\", \"title\": \"\\ud83d\"} | /title",
                "/contacts/c | {\"name\": \"C\", \"email\": \"dot..dot@example.com\"} | /email",
                "/segments/s | {\"name\": \"\\udc00\"} | /name"
            })
    void refused(String child, String body, String pointer) {
        put("/v1/portals/door", "{\"name\": \"Door\"}");
        put("/v1/portals/door" + (child == null ? "" : child), body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    @DisplayName("F6: a portal that cannot be read is marked in the list, is in no start's way, and can be deleted")
    void portal() {
        stored("a-sick", "portal", "a-sick", TOO_LARGE);
        put("/v1/portals/b-well", "{\"name\": \"Well\"}");

        as().get("/v1/portals?size=500")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("b-well"))
                .body("items.find { it.code == 'a-sick' }.errors.pointer", contains("/serviceRecoveryThreshold"))
                .body("total", is(count("type = 'portal'")));
        as().get("/v1/portals/a-sick").then().statusCode(200).body("errors[0].reason", containsString("too long"));
        as().redirects()
                .follow(false)
                .accept("text/html")
                .get("/")
                .then()
                .statusCode(303)
                .header("Location", not(containsString("a-sick")));
        as().get("/v1/portals/a-sick/responses").then().statusCode(404);

        as().delete("/v1/portals/a-sick").then().statusCode(204);

        as().get("/v1/portals/a-sick").then().statusCode(404);
    }

    @Test
    @DisplayName("F6: putting an entry over one that cannot be read repairs it, here and in the topic")
    void repaired() {
        stored("mended", "portal", "mended", TOO_LARGE);

        put("/v1/portals/mended/segments/s", "{\"name\": \"Taken although the portal cannot be read\"}")
                .statusCode(201);
        put("/v1/portals/mended", "{\"name\": \"Mended\"}").statusCode(200);

        as().get("/v1/portals/mended")
                .then()
                .statusCode(200)
                .body("name", equalTo("Mended"))
                .body("$", not(org.hamcrest.Matchers.hasKey("errors")));
        await().atMost(SOON).until(() -> view.portal("mended") != null);
        assertThat(view.require("mended").segments()).containsKey("s");
    }

    @Test
    @DisplayName("F6: what cannot be read within a portal spoils neither its lists and pages nor its deletion")
    void children() {
        put("/v1/portals/family", "{\"name\": \"Family\"}");
        put("/v1/portals/family/groups/G", "{\"name\": \"Good\"}");
        stored("family", "group", "H", "{\"name\": \"Odd\", \"threshold\": 1e2000}");
        stored("family", "contact", "c", "{\"name\": 7}");
        stored("family", "segment", "s", "[]");

        as().get("/v1/portals/family/groups")
                .then()
                .statusCode(200)
                .body("items.code", contains("G", "H"))
                .body("items[1].errors.pointer", contains("/threshold"))
                .body("total", is(2));
        as().get("/v1/portals/family/contacts").then().statusCode(200).body("total", is(1));
        as().accept("text/html").get("/portals/family/responses").then().statusCode(200);
        put("/v1/portals/family/groups/G", "{\"name\": \"Good\", \"supportLead\": \"c\"}")
                .statusCode(200);

        as().delete("/v1/portals/family").then().statusCode(204);

        assertThat(count("portal = 'family'")).isZero();
    }

    @Test
    @DisplayName("F6: an entry from before a rule was made stays readable, and is told what is no longer taken")
    void outdated() {
        stored("older", "portal", "older", "{\"name\": \"Older\", \"timeZone\": \"UTC+2\"}");

        as().get("/v1/portals/older")
                .then()
                .statusCode(200)
                .body("timeZone", equalTo("UTC+02:00"))
                .body("warnings.pointer", contains("/timeZone"));
        as().accept("text/html").get("/portals/older/responses").then().statusCode(200);
        as().delete("/v1/portals/older").then().statusCode(204);
    }

    @Test
    @DisplayName("F6: a threshold that no score can be compared with is taken with a warning")
    void offTheScale() {
        put("/v1/portals/scale", "{\"name\": \"Scale\", \"serviceRecoveryThreshold\": 9}")
                .statusCode(201)
                .body("warnings.pointer", contains("/serviceRecoveryThreshold"));
        put("/v1/portals/scale/groups/G", "{\"name\": \"G\", \"threshold\": -3}")
                .statusCode(201)
                .body("warnings.pointer", contains("/threshold"));
        put("/v1/portals/scale", "{\"name\": \"Scale\", \"timeZone\": \"EST\"}")
                .body("timeZone", equalTo("America/Panama"))
                .body("warnings.pointer", contains("/timeZone"));
    }

    @Test
    @DisplayName("F6: what somebody else writes to the topic takes nothing away, holds nothing up, and is counted")
    void writtenByOthers() {
        put("/v1/portals/direct", "{\"name\": \"Direct\"}").statusCode(201);
        await().atMost(SOON).until(() -> view.portal("direct") != null);
        write("direct", Map.of("name", "No key"));
        write("direct/portal/other", Map.of("name", "Not its own key"));
        write("direct/portal/direct", Map.of("name", "X", "serviceRecoveryThreshold", new BigDecimal("1e2000")));
        write("direct/group/G", Map.of("portal", "acme", "code", "G", "entry", Map.of("name", "Somebody else's")));
        put("/v1/portals/direct/groups/H", "{\"name\": \"Behind them\"}").statusCode(201);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(view.require("direct").groups()).containsOnlyKeys("H"));

        assertThat(view.require("direct").portal().name()).isEqualTo("Direct");
        assertThat(unreadable()).isGreaterThanOrEqualTo(4);
        double before = unreadable();
        put("/v1/portals/direct", "{\"name\": \"Mended\"}").statusCode(200);
        await().atMost(SOON).until(() -> unreadable() == before - 1);
    }

    private static double unreadable() {
        return as().get("/q/metrics")
                .body()
                .asString()
                .lines()
                .filter(line -> line.startsWith("amends_directory_unreadable"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private void write(String key, Map<String, Object> data) {
        producer.sendAll(List.of(
                OutboundEvent.of(Topics.DIRECTORY, key, UUID.randomUUID().toString(), "amends.portal", data)));
    }

    private int count(String where) {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from directory_entry where " + where)
                .mapTo(Integer.class)
                .one());
    }

    private void stored(String portal, String type, String code, String entry) {
        jdbi.useHandle(h -> h.execute(
                "insert into directory_entry (portal, type, code, entry, changed_at) values (?, ?, ?, ?::jsonb, now())",
                portal,
                type,
                code,
                entry));
    }

    private static RequestSpecification as() {
        return given().auth().oauth2(Keys.KEY);
    }

    private static ValidatableResponse put(String path, String body) {
        return as().contentType("application/json")
                .body(body.getBytes(UTF_8))
                .put(path)
                .then();
    }
}
