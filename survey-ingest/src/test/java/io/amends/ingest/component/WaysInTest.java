package io.amends.ingest.component;

import static io.amends.ingest.component.Wire.data;
import static io.amends.ingest.component.Wire.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.amends.contracts.Topics;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class WaysInTest {
    private Wire wire;

    @BeforeEach
    void portals() {
        wire = new Wire();
        wire.portals("acme", "beta");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    @DisplayName("A1: a post is recorded, and published once under its ticket")
    void single() {
        Survey survey = new Survey().with("comment", "<b>grün\u0001</b>");

        Door.post(survey.json())
                .then()
                .statusCode(202)
                .body("status", equalTo("accepted"))
                .body("responseId", equalTo(survey.id()));

        JsonPath standing = Door.awaitState(survey, "RECORDED");
        assertThat(standing.getLong("version")).isEqualTo(1);
        assertThat(standing.getString("response.comment")).isEqualTo("<b>grün\u0001</b>");
        assertThat(standing.getList("history.what")).containsExactly("recorded");
        ConsumerRecord<byte[], byte[]> event = wire.recorded(survey.id(), 1).get(0);
        assertThat(new String(event.key(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("acme:" + survey.ticket());
        assertThat(header(event, "ce_type")).isEqualTo("amends.survey.recorded");
        assertThat(header(event, "ce_source")).isEqualTo("amends/survey-ingest");
        assertThat(data(event).path("directoryOffset").asLong()).isPositive();
    }

    @Test
    @DisplayName("A1: a portal that is just being made is waited for, not denied")
    void portalJustMade() {
        String cpc = "fresh-" + UUID.randomUUID();
        String survey = new Survey().with("portal", cpc).json();

        CompletableFuture<Integer> answer =
                CompletableFuture.supplyAsync(() -> Door.post(survey).statusCode());
        wire.portal(cpc);

        assertThat(answer.join()).isEqualTo(202);
    }

    @Test
    @DisplayName("A1: what is on the submitted topic is the bytes as sent, under the ticket's key")
    void bytesAsSent() {
        Survey survey = new Survey();
        String body = "  " + survey.json().replace(",", " ,\n ") + " ";

        String eventId = Door.post(body).jsonPath().getString("eventId");

        ConsumerRecord<byte[], byte[]> record = wire.records(
                        Topics.SUBMITTED, r -> eventId.equals(header(r, "ce_id")), 1)
                .get(0);
        assertThat(new String(record.value(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(body);
        assertThat(new String(record.key(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("acme:" + survey.ticket());
    }

    @Test
    @DisplayName("A2: a repeated post gets the first answer again and has no second effect")
    void repeated() {
        Survey survey = new Survey();
        String first = Door.post(survey.json()).jsonPath().getString("eventId");
        Door.awaitState(survey, "RECORDED");

        String second =
                Door.post(survey.json().replace("\":", "\" : ")).jsonPath().getString("eventId");
        Survey after = new Survey().with("ticketId", survey.ticket()).with("followUpOf", "c1");
        Door.post(after.json());
        Door.awaitState(after, "RECORDED"); // same key, so the repetition has been read by now

        assertThat(second).isEqualTo(first);
        assertThat(Door.awaitState(survey, "RECORDED").getLong("version")).isEqualTo(1);
        assertThat(wire.recorded(survey.id(), 1)).hasSize(1);
    }

    @Test
    @DisplayName("A2: another body under the same Idempotency-Key is not applied, but listed")
    void conflict() {
        Survey survey = new Survey();
        String key = UUID.randomUUID().toString();
        String eventId = Door.open()
                .header("Idempotency-Key", key)
                .body(survey.json())
                .post("/v1/surveys")
                .jsonPath()
                .getString("eventId");
        Door.awaitState(survey, "RECORDED");

        survey.with("comment", "changed").with("updatedAt", Survey.now().toString());
        Door.open()
                .header("Idempotency-Key", key)
                .body(survey.json())
                .post("/v1/surveys")
                .then()
                .statusCode(202)
                .body("eventId", equalTo(eventId));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Door.open()
                .queryParam("cpc", "acme")
                .get("/v1/conflicts")
                .jsonPath()
                .getList("items.eventId")
                .contains(eventId));
        assertThat(Door.awaitState(survey, "RECORDED").getString("response.comment"))
                .isNull();
        assertThat(RestAssured.get("/q/metrics").asString()).contains("amends_ingest_conflicts_total");
    }

    @Test
    @DisplayName("A1: of a batch the good ones are taken even where others are refused, as array and as lines")
    void batch() {
        Survey one = new Survey();
        Survey two = new Survey();
        List<String> events = List.of(
                one.json(),
                "{\"portal\":\"acme\"}",
                two.json(),
                new Survey().with("portal", "nowhere").json());

        Door.open()
                .body("[" + String.join(",", events) + "]")
                .post("/v1/surveys/batch")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("refused.index", equalTo(List.of(1, 3)))
                .body("refused[0].reason", containsString("responseId"))
                .body("refused[1].reason", containsString("nowhere"));
        Survey three = new Survey();
        Door.open()
                .contentType("application/x-ndjson")
                .body(three.json() + "\nnot json\n")
                .post("/v1/surveys/batch")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("refused.index", equalTo(List.of(1)));

        for (Survey survey : List.of(one, two, three)) {
            Door.awaitState(survey, "RECORDED");
        }
        Door.open().body("[1,").post("/v1/surveys/batch").then().statusCode(400);
    }

    @Test
    @DisplayName("A1: more than 10,000 events, or an event over 256 KiB, is too large")
    void limits() {
        String many = "{}\n".repeat(10_001);
        Door.open()
                .contentType("application/x-ndjson")
                .body(many)
                .post("/v1/surveys/batch")
                .then()
                .statusCode(413);
        Door.post(new Survey().with("comment", "x".repeat(300_000)).json())
                .then()
                .statusCode(413);
        Door.post(new Survey().with("comment", "x".repeat(20_001)).json())
                .then()
                .statusCode(400);
    }

    @Test
    @DisplayName("A5: malformed is refused with a problem that points at every error")
    void malformed() {
        Door.post(
                        "{\"portal\":\"acme\",\"responseId\":\"x\",\"measures\":{\"csat\":\"one\"},\"submittedAt\":\"today\"}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("errors.pointer", hasItem("/measures/csat"))
                .body("errors.pointer", hasItem("/submittedAt"));
        for (String hostile : List.of(
                "",
                "[]",
                "null",
                "{",
                "[".repeat(3_000),
                new Survey().json().replace("\"csat\":1", "\"csat\":1e999999"),
                new Survey().with("comment", "X").json().replace("\"X\"", "\"\\ud800\""))) {
            Door.post(hostile).then().statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    @DisplayName("A5: NUL in a text is recorded as U+FFFD")
    void nul() {
        Survey survey = new Survey().with("comment", "a\u0000b");

        Door.post(survey.json()).then().statusCode(202);

        assertThat(Door.awaitState(survey, "RECORDED").getString("response.comment"))
                .isEqualTo("a\uFFFDb");
    }

    @Test
    @DisplayName("H3: without a key 401; another portal is 404, word by word like one that is not there")
    void callers() {
        String body = new Survey().json();
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/v1/surveys")
                .then()
                .statusCode(401);
        Door.with("no such key").body(body).post("/v1/surveys").then().statusCode(401);
        Door.with(Keys.BETA_ONLY)
                .body(body)
                .post("/v1/surveys")
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no portal 'acme'."));
        Door.post(new Survey().with("portal", "nowhere").json())
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no portal 'nowhere'."));
        Door.with(Keys.BETA_ONLY)
                .body(new Survey().with("portal", "beta").json())
                .post("/v1/surveys")
                .then()
                .statusCode(202);
        Door.with(Keys.BETA_ONLY)
                .queryParam("cpc", "acme")
                .get("/v1/surveys/x")
                .then()
                .statusCode(404);
        Door.with(Keys.BETA_ONLY)
                .queryParam("cpc", "acme")
                .get("/v1/conflicts")
                .then()
                .statusCode(404);
        Door.with(Keys.BETA_ONLY)
                .body("{\"portal\":\"acme\",\"responseIds\":[\"x\"],\"supportGroup\":\"G1\",\"reason\":\"r\"}")
                .post("/v1/surveys/reassign")
                .then()
                .statusCode(404);
        Door.get("acme", "unknown").then().statusCode(404).contentType("application/problem+json");
        Door.open().get("/v1/surveys/unknown").then().statusCode(400);
    }

    @Test
    @DisplayName("A1: events straight on the topic are read in binary and in structured mode")
    void kafka() {
        Survey binary = new Survey();
        Survey structured = new Survey();

        wire.publish(UUID.randomUUID().toString(), binary);
        wire.publishStructured(UUID.randomUUID().toString(), structured);

        Door.awaitState(binary, "RECORDED");
        Door.awaitState(structured, "RECORDED");
    }

    @Test
    @DisplayName("A2: on Kafka the delivery is source and id within the portal")
    void deliveryWithinPortal() {
        String id = UUID.randomUUID().toString();
        Survey acme = new Survey();
        Survey beta = new Survey().with("portal", "beta");

        wire.publish(id, acme);
        wire.publish(id, beta);

        Door.awaitState(acme, "RECORDED");
        Door.awaitState(beta, "RECORDED");
    }

    @Test
    @DisplayName("A5: malformed on Kafka goes to the dead letters with all reasons, byte for byte, and blocks nobody")
    void deadLetters() {
        String id = UUID.randomUUID().toString();
        byte[] bytes =
                "{\"portal\":\"acme\",\"measures\":7 , \"x\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Survey good = new Survey();

        wire.publish(0, id, bytes);
        wire.publish(0, UUID.randomUUID().toString(), good.bytes());

        ConsumerRecord<byte[], byte[]> letter = wire.deadLetter(id);
        assertThat(letter.value()).isEqualTo(bytes);
        assertThat(header(letter, "amends_reason")).contains("responseId", "submittedAt", "/measures");
        assertThat(header(letter, "amends_origin_topic")).isEqualTo(Topics.SUBMITTED);
        Door.awaitState(good, "RECORDED");
    }

    @Test
    @DisplayName("A1: an unknown portal is waited for, then dead-lettered; meanwhile nobody waits behind it")
    void unknownPortal() {
        String never = UUID.randomUUID().toString();
        String cpc = "late-" + UUID.randomUUID().toString().substring(0, 8);
        Survey late = new Survey().with("portal", cpc);
        Survey good = new Survey();
        wire.publish(1, never, new Survey().with("portal", "nowhere").bytes());
        wire.publish(1, UUID.randomUUID().toString(), late.bytes());
        wire.publish(1, UUID.randomUUID().toString(), good.bytes());

        Door.awaitState(good, "RECORDED");
        wire.portal(cpc);

        Door.awaitState(late, "RECORDED");
        assertThat(header(wire.deadLetter(never), "amends_reason")).contains("does not know the portal");
    }

    @Test
    @DisplayName("ready: Kafka takes writes and the directory is read")
    void ready() {
        RestAssured.get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("directory"));
    }
}
