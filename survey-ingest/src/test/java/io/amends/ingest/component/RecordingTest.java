package io.amends.ingest.component;

import static io.amends.ingest.component.Wire.data;
import static io.amends.ingest.component.Wire.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.amends.contracts.Topics;
import io.amends.ingest.recorder.RecorderStep;
import io.amends.kit.inbound.Received;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
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
class RecordingTest {
    private Wire wire;

    @Inject
    RecorderStep recorder;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void portals() {
        wire = new Wire();
        wire.portals("acme");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    @DisplayName("A3: versions in any order over all partitions: the newest wins, the others are history")
    void versionsInAnyOrder() {
        Survey survey = new Survey();
        List<byte[]> versions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            versions.add(survey.with("comment", "v" + i)
                    .with("updatedAt", Survey.now().minusSeconds(1000 - i).toString())
                    .bytes());
        }
        Collections.shuffle(versions, new Random(42));
        for (int i = 0; i < versions.size(); i++) {
            wire.publish(i % 4, UUID.randomUUID().toString(), versions.get(i));
        }

        JsonPath standing = Door.await(survey, s -> s.getList("history").size() == 20);
        assertThat(standing.getString("response.comment")).isEqualTo("v19");
        long version = standing.getLong("version");
        List<ConsumerRecord<byte[], byte[]>> events = wire.recorded(survey.id(), (int) version);
        assertThat(events)
                .extracting(e -> data(e).path("responseVersion").asLong())
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize((int) version);
    }

    @Test
    @DisplayName("A3: without updatedAt the time of acceptance is stamped into what is recorded")
    void acceptance() {
        Survey survey = new Survey().without("updatedAt");
        Instant before = Instant.now().minusSeconds(2);

        Door.post(survey.json()).then().statusCode(202);

        Instant stamped = Instant.parse(Door.awaitState(survey, "RECORDED").getString("response.updatedAt"));
        assertThat(stamped).isBetween(before, Instant.now().plusSeconds(2));
    }

    @Test
    @DisplayName("A4: many responses of one ticket over all partitions: only the newest counts")
    void replacementUnderContention() {
        String ticket = "T-" + UUID.randomUUID();
        List<Survey> surveys = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            surveys.add(new Survey()
                    .with("ticketId", ticket)
                    .with("submittedAt", Survey.now().minusSeconds(9000 - i).toString()));
        }
        List<Survey> shuffled = new ArrayList<>(surveys);
        Collections.shuffle(shuffled, new Random(7));
        for (int i = 0; i < shuffled.size(); i++) {
            wire.publish(i % 4, UUID.randomUUID().toString(), shuffled.get(i).bytes());
        }

        for (int i = 0; i < 23; i++) {
            String successor = surveys.get(i + 1).id();
            Door.await(
                    surveys.get(i),
                    s -> "REPLACED".equals(s.getString("state")) && successor.equals(s.getString("replacedBy")));
        }
        assertThat(Door.awaitState(surveys.get(23), "RECORDED").getString("replaces"))
                .isEqualTo(surveys.get(22).id());
        ConsumerRecord<byte[], byte[]> last = last(wire.recorded(surveys.get(0).id(), 1));
        assertThat(data(last).path("state").asText()).isEqualTo("REPLACED");
    }

    @Test
    @DisplayName("A5: quarantined with every reason, and published as such")
    void quarantined() {
        Survey survey = new Survey()
                .with("supportGroup", "NOPE")
                .with("segment", "NOPE")
                .score("csat", 9)
                .score("mood", 1)
                .with("submittedAt", Instant.now().plusSeconds(90_000).toString());
        survey.tree().putNull("ticketId");

        Door.post(survey.json()).then().statusCode(202);

        assertThat(Door.awaitState(survey, "QUARANTINED").getList("reasons.pointer"))
                .containsExactlyInAnyOrder(
                        "/ticketId", "/supportGroup", "/segment", "/measures/csat", "/measures/mood", "/submittedAt");
        ConsumerRecord<byte[], byte[]> event = wire.recorded(survey.id(), 1).get(0);
        assertThat(header(event, "ce_type")).isEqualTo("amends.survey.quarantined");
        assertThat(new String(event.key(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("acme:~" + survey.id());
        Door.open()
                .queryParam("cpc", "acme")
                .queryParam("size", 500)
                .get("/v1/quarantine")
                .then()
                .statusCode(200)
                .body("items.responseId", hasItem(survey.id()));
        for (String parameter : List.of("rgid", "segment")) {
            Door.open()
                    .queryParam("cpc", "acme")
                    .queryParam(parameter, "NOPE")
                    .queryParam("size", 500)
                    .get("/v1/quarantine")
                    .then()
                    .statusCode(200)
                    .body("items.responseId", hasItem(survey.id()));
            Door.open()
                    .queryParam("cpc", "acme")
                    .queryParam(parameter, "NOWHERE")
                    .get("/v1/quarantine")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(0));
        }
    }

    @Test
    @DisplayName("A6: adding the missing group heals all that waited for it, by itself")
    void healing() {
        String group = "G-" + UUID.randomUUID().toString().substring(0, 8);
        List<Survey> waiting = List.of(new Survey(), new Survey(), new Survey());
        waiting.forEach(s -> Door.post(s.with("supportGroup", group).json()));
        waiting.forEach(s -> Door.awaitState(s, "QUARANTINED"));

        wire.directory("acme/group/" + group, "{\"name\":\"New\"}");

        for (Survey survey : waiting) {
            assertThat(Door.awaitState(survey, "RECORDED").getList("history.what"))
                    .containsExactly("quarantined", "repaired");
            assertThat(Door.awaitState(survey, "RECORDED").getList("history.cause"))
                    .containsExactly("SENT", "DIRECTORY");
            ConsumerRecord<byte[], byte[]> event = last(wire.recorded(survey.id(), 2));
            assertThat(data(event).path("cause").asText()).isEqualTo("DIRECTORY");
            assertThat(header(event, "ce_type")).isEqualTo("amends.survey.repaired");
            assertThat(data(event).path("repaired").asBoolean()).isTrue();
            assertThat(data(event).path("responseVersion").asLong()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("A6: what a person repaired is recorded, and stays over a later version from the source")
    void repair() {
        Survey survey = new Survey().with("supportGroup", "NOPE").score("csat", 9);
        Door.post(survey.json());
        Door.awaitState(survey, "QUARANTINED");

        patch(survey, "{\"supportGroup\":\"G2\",\"measures\":{\"csat\":\"x\"}}")
                .then()
                .statusCode(400);
        patch(survey, "{\"responseId\":\"other\"}").then().statusCode(400);
        patch(survey, "[1").then().statusCode(400);
        patch(survey, "{\"supportGroup\":\"G2\"}").then().statusCode(200).body("state", equalTo("QUARANTINED"));
        patch(survey, "{\"measures\":{\"csat\":2}}").then().statusCode(200).body("state", equalTo("RECORDED"));
        patch(survey, "{\"supportGroup\":\"G1\"}").then().statusCode(409);

        survey.with("comment", "late").with("updatedAt", Survey.now().toString());
        Door.post(survey.json());
        JsonPath standing = Door.await(survey, s -> "late".equals(s.getString("response.comment")));
        assertThat(standing.getString("state")).isEqualTo("RECORDED");
        assertThat(standing.getString("supportGroup")).isEqualTo("G2");
        assertThat(standing.getInt("response.measures.csat")).isEqualTo(2);
        assertThat(standing.getList("history.person")).contains("all");
        assertThat(standing.getList("history.key")).contains("all");
    }

    @Test
    @DisplayName("A8: a request that is not understood whole moves nothing")
    void reassignByFilter() {
        Survey survey = new Survey();
        Door.post(survey.json());
        Door.awaitState(survey, "RECORDED");
        String body = "{\"portal\":\"acme\",\"filter\":%s,\"supportGroup\":\"G2\",\"reason\":\"wrong team\"}";

        Door.open()
                .body(body.formatted("{\"supportGroup\":\"G1\",\"date\":\"2026-11-20\"}"))
                .post("/v1/surveys/reassign")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/filter/date"));
        for (String filter : List.of("{}", "{\"supportGroup\":\" \"}", "{\"supportgroup\":\"G1\"}")) {
            Door.open()
                    .body(body.formatted(filter))
                    .post("/v1/surveys/reassign")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/filter/supportGroup"));
        }
        Door.open()
                .body("{\"portal\":\"acme\",\"responseIds\":[\"" + survey.id()
                        + "\"],\"supportGroup\":\"G2\",\"reason\":\"a look\",\"dryrun\":true}")
                .post("/v1/surveys/reassign")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/dryrun"))
                .body("errors[0].reason", containsString("responseIds"));
        assertThat(Door.await(survey, s -> true).getString("supportGroup")).isEqualTo("G1");
    }

    @Test
    @DisplayName("A8: reassigned responses say where they were, and stay where they were put")
    void reassign() {
        Survey survey = new Survey();
        Door.post(survey.json());
        Door.awaitState(survey, "RECORDED");
        String body = "{\"portal\":\"acme\",\"responseIds\":[\"" + survey.id()
                + "\",\"unknown\"],\"supportGroup\":\"%s\",\"reason\":\"wrong team\"}";

        Door.open()
                .body(body.formatted("NOPE"))
                .post("/v1/surveys/reassign")
                .then()
                .statusCode(400);
        Door.open()
                .body(body.formatted("G2"))
                .post("/v1/surveys/reassign")
                .then()
                .statusCode(200)
                .body("reassigned", equalTo(1));
        Door.open()
                .body(body.formatted("G2"))
                .post("/v1/surveys/reassign")
                .then()
                .statusCode(200)
                .body("reassigned", equalTo(0));
        Door.post(survey.with("comment", "late")
                .with("updatedAt", Survey.now().toString())
                .json());

        assertThat(Door.await(survey, s -> "late".equals(s.getString("response.comment")))
                        .getString("supportGroup"))
                .isEqualTo("G2");
        ConsumerRecord<byte[], byte[]> event = wire.recorded(survey.id(), 3).get(1);
        assertThat(header(event, "ce_type")).isEqualTo("amends.survey.reassigned");
        assertThat(data(event).path("previousGroup").asText()).isEqualTo("G1");
    }

    @Test
    @DisplayName("A2: after a crash Kafka repeats whole polls, and nothing happens twice")
    void repeatedPolls() throws Exception {
        List<Survey> surveys = List.of(new Survey(), new Survey(), new Survey().with("supportGroup", "NOPE"));
        surveys.forEach(s -> wire.publish(UUID.randomUUID().toString(), s));
        surveys.forEach(s -> Door.await(s, x -> true));
        Set<String> ids = new HashSet<>(surveys.stream().map(Survey::id).toList());
        List<Received> poll =
                wire
                        .records(
                                Topics.SUBMITTED,
                                r -> ids.contains(data(r).path("responseId").asText()),
                                3)
                        .stream()
                        .map(r -> new Received(
                                r.topic(),
                                r.partition(),
                                r.offset(),
                                Instant.ofEpochMilli(r.timestamp()),
                                r.key(),
                                r.value(),
                                r.headers()))
                        .toList();

        assertThat(recorder.process(poll)).isEmpty();
        assertThat(recorder.process(poll)).isEmpty();

        for (Survey survey : surveys) {
            JsonPath standing = Door.await(survey, x -> true);
            assertThat(standing.getLong("version")).isEqualTo(1);
            assertThat(standing.getList("history")).hasSize(1);
            assertThat(wire.recorded(survey.id(), 1)).hasSize(1);
        }
    }

    @Test
    @DisplayName("A1: while PostgreSQL does not answer, posts are accepted; they are recorded afterwards")
    void databaseAway() {
        Survey survey = new Survey();
        try (Handle other = jdbi.open()) {
            other.begin();
            other.execute("LOCK TABLE delivery IN ACCESS EXCLUSIVE MODE");
            Door.post(survey.json()).then().statusCode(202);
            Door.get("acme", survey.id()).then().statusCode(404);
            other.rollback();
        }

        Door.awaitState(survey, "RECORDED");
    }

    private static io.restassured.response.Response patch(Survey survey, String corrections) {
        return Door.open().queryParam("cpc", "acme").body(corrections).patch("/v1/quarantine/{id}", survey.id());
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }
}
