package io.amends.ingest.component;

import static io.amends.ingest.component.Wire.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids and codes at every way in: what is blank, what surrounds them, and where they lead. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class IdsTest {
    private Wire wire;

    @BeforeEach
    void portals() {
        wire = new Wire();
        wire.portals("acme");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @DisplayName("A5: a ticket id of blanks is missing, whichever way it comes, and the history says so")
    @ValueSource(strings = {"post", "batch", "kafka"})
    void blankTicket(String way) {
        Survey survey = new Survey().with("ticketId", " \u00A0\t");

        send(way, survey);

        JsonPath standing = Door.awaitState(survey, "QUARANTINED");
        assertThat(standing.getList("reasons.pointer")).containsExactly("/ticketId");
        assertThat(standing.getList("history[0].trimmed.pointer")).containsExactly("/ticketId");
        assertThat(standing.getString("history[0].trimmed[0].reason")).contains("blank", "missing");
    }

    @ParameterizedTest
    @DisplayName(
            "A5: blanks around ids and codes are removed, whichever way they come, and the history says what was sent")
    @ValueSource(strings = {"post", "batch", "kafka"})
    void trimmed(String way) {
        Survey survey = new Survey();
        String id = survey.id();
        String ticket = survey.ticket();
        survey.with("responseId", "\u2003" + id + "\n")
                .with("ticketId", " " + ticket + "\u200B")
                .with("supportGroup", "\tG1 ")
                .with("segment", " S1")
                .with("channel", "phone ")
                .with("portal", " acme ");

        send(way, survey);

        JsonPath standing = Door.awaitState(new Survey().with("responseId", id), "RECORDED");
        assertThat(standing.getString("ticketId")).isEqualTo(ticket);
        assertThat(standing.getString("response.channel")).isEqualTo("phone");
        assertThat(standing.getList("history[0].trimmed.pointer"))
                .containsExactlyInAnyOrder(
                        "/portal", "/responseId", "/ticketId", "/supportGroup", "/segment", "/channel");
        assertThat(standing.getString("history[0].trimmed.find { it.pointer == '/ticketId' }.reason"))
                .contains("' " + ticket);
    }

    @Test
    @DisplayName("A4: two tickets that differ only in blanks around them are one")
    void oneTicket() {
        Survey first = new Survey();
        Survey second = new Survey()
                .with("ticketId", first.ticket() + " ")
                .with("submittedAt", Survey.now().toString());

        Door.post(first.json());
        Door.post(second.json());

        assertThat(Door.awaitState(first, "REPLACED").getString("replacedBy")).isEqualTo(second.id());
    }

    @Test
    @DisplayName("A2: the same response with blanks around its ids is a repetition")
    void repeated() {
        Survey survey = new Survey();
        String eventId = Door.post(survey.json()).jsonPath().getString("eventId");

        String again = Door.post(survey.json().replace(survey.id(), " " + survey.id()))
                .jsonPath()
                .getString("eventId");

        assertThat(again).isEqualTo(eventId);
    }

    @Test
    @DisplayName("A6: blanks around a corrected code are removed, and the history says so")
    void repaired() {
        Survey survey = new Survey().with("supportGroup", "NOWHERE");
        Door.post(survey.json());
        Door.awaitState(survey, "QUARANTINED");

        Door.open()
                .queryParam("cpc", "acme")
                .queryParam("responseId", " " + survey.id() + " ")
                .body("{\"supportGroup\":\" G2\"}")
                .patch("/v1/quarantine")
                .then()
                .statusCode(200)
                .body("supportGroup", equalTo("G2"))
                .body("history[1].trimmed.pointer", hasItem("/supportGroup"));
    }

    @ParameterizedTest
    @DisplayName("every accepted id has an address that leads to it")
    @ValueSource(
            strings = {
                ".",
                "..",
                "a/b",
                "../x",
                "%2e%2e",
                "100%",
                "a;b=c",
                "?x=1",
                "#top",
                "a\\b",
                "a b",
                "a&b=c",
                "a+b",
                "ä",
                "{id}",
                "batch",
                "\uD83D\uDE00"
            })
    void addressed(String shape) {
        String id = shape.equals("\uD83D\uDE00") ? shape.repeat(200) : shape;
        Survey survey = new Survey()
                .with("responseId", id)
                .with("updatedAt", Survey.now().toString());
        Door.post(survey.json()).then().statusCode(202);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Door.open()
                .queryParam("cpc", "acme")
                .queryParam("responseId", id)
                .get("/v1/surveys")
                .then()
                .statusCode(200)
                .body("responseId", equalTo(id)));
    }

    @Test
    @DisplayName("A5: a blank response id, and one with NUL, is malformed")
    void noId() {
        Door.post(new Survey().with("responseId", " \u3000").json())
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/responseId"));
        Door.post(new Survey().with("responseId", "a\u0000b").json())
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/responseId"));
    }

    @Test
    @DisplayName("A1: -00:00, lower-case letters and many digits behind the point are times at every way in")
    void times() {
        Survey posted = new Survey().with("submittedAt", "2026-11-20T08:00:00-00:00");
        Survey published = new Survey().with("submittedAt", "2026-11-20t08:00:00.1234567891z");

        Door.post(posted.json()).then().statusCode(202);
        wire.publish(UUID.randomUUID().toString(), published);

        assertThat(Door.awaitState(posted, "RECORDED").getString("response.submittedAt"))
                .isEqualTo("2026-11-20T08:00:00Z");
        assertThat(Door.awaitState(published, "RECORDED").getString("response.submittedAt"))
                .isEqualTo("2026-11-20T08:00:00.123456789Z");
    }

    @Test
    @DisplayName("A5: reasons of the dead letters name the place and what belongs there, in plain words")
    void plainReasons() {
        String type = UUID.randomUUID().toString();
        String broken = UUID.randomUUID().toString();
        Survey wrong = new Survey();
        wrong.tree().put("comment", 7);
        wire.publish(null, type, wrong.bytes());
        wire.publish(null, broken, "{\"portal\":\"acme\" \"x\"".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(header(wire.deadLetter(type), "amends_reason")).isEqualTo("/comment: must be a text, not a number");
        assertThat(header(wire.deadLetter(broken), "amends_reason"))
                .startsWith("is not JSON in line 1, column ")
                .endsWith("a comma or a closing bracket is missing");
    }

    private void send(String way, Survey survey) {
        switch (way) {
            case "post" -> Door.post(survey.json()).then().statusCode(202);
            case "batch" ->
                Door.open()
                        .body(("[" + survey.json() + "]").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .post("/v1/surveys/batch")
                        .then()
                        .statusCode(202)
                        .body("accepted", equalTo(1));
            default -> wire.publish(UUID.randomUUID().toString(), survey);
        }
    }
}
