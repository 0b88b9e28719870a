package io.amends.rules.stage;

import static io.amends.rules.decision.Samples.SUBMITTED;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Golden;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.RecordedBuilder;
import io.amends.local.testing.Brokers;
import io.amends.rules.testing.Loop;
import io.amends.rules.testing.Surveys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class RulesStageTest {
    @Inject
    Loop loop;

    private final String cpc = "p" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName("B1: recorded responses are decided by the group's threshold, keyed by ticket, id from the inputs")
    void decided() throws Exception {
        loop.portal(cpc, "");
        long offset = loop.group(cpc, "STRICT", ",'threshold':4");
        loop.recorded(survey("r-1", "STRICT", "4", ContactChoice.NOT_ASKED, offset));
        loop.recorded(survey("r-2", "OTHER", "4", ContactChoice.NOT_ASKED, offset));

        List<ConsumerRecord<byte[], byte[]>> records = decisions(2);

        for (ConsumerRecord<byte[], byte[]> record : records) {
            RecoveryDecided decision = Json.read(record.value(), RecoveryDecided.class);
            assertThat(new String(record.key(), UTF_8)).isEqualTo(cpc + ":T-" + decision.responseId());
            assertThat(header(record, "ce_id")).isEqualTo(decision.decisionId());
            assertThat(header(record, "ce_type")).isEqualTo(EventTypes.RECOVERY_DECIDED);
            assertThat(decision.kind()).isEqualTo(decision.responseId().equals("r-1") ? Kind.RECOVERY : Kind.NONE);
            assertThat(decision.ruleSetVersion()).isZero();
        }
    }

    @Test
    @DisplayName(
            "A response is decided by a directory at least as new as the one that let it in, even if it comes first")
    void waitsForDirectory() throws Exception {
        long offset = loop.portal(cpc, "");
        // The recorder has seen three more entries than this service has, when the event comes.
        loop.recorded(survey("r-1", "LATE", "5", ContactChoice.NOT_ASKED, offset + 1));
        loop.group(cpc, "LATE", ",'threshold':5");

        RecoveryDecided decision = Json.read(decisions(1).get(0).value(), RecoveryDecided.class);

        assertThat(decision.kind()).isEqualTo(Kind.RECOVERY);
    }

    @Test
    @DisplayName(
            "B6: the same event again gets the same decision id and is stored once; a new version joins its history")
    void repeated() throws Exception {
        long offset = loop.portal(cpc, "");
        SurveyRecorded survey = survey("r-1", "G", "1", ContactChoice.YES, offset);
        loop.recorded(survey);
        loop.recorded(survey);
        loop.send(EventTypes.SURVEY_REPLACED, survey.response().ticketKey(), Surveys.replaced(survey, "r-9"));

        List<String> ids = decisions(3).stream().map(r -> header(r, "ce_id")).toList();

        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().get(
                        "/v1/portals/{cpc}/responses/r-1/explanation", cpc)
                .then()
                .statusCode(200)
                .body("versions", hasSize(2))
                .body("decisionId", equalTo(ids.get(2)))
                .body("supersededBy", equalTo("r-9"))
                .body("versions[1].decisionId", equalTo(ids.get(0)))
                .body(
                        "versions[1].summary",
                        equalTo("Flagged: overall 1 of 5 is at or below your threshold 2,"
                                + " and the customer asked to be contacted")));
    }

    @Test
    @DisplayName("What can never be decided goes to the dead letters, and the stream goes on")
    void rejected() throws Exception {
        long offset = loop.portal(cpc, "");
        loop.send(EventTypes.SURVEY_RECORDED, cpc + ":x", Map.of("portal", cpc, "responseVersion", "many"));
        SurveyRecorded elsewhere = survey("r-0", "G", "1", ContactChoice.YES, offset);
        loop.send(
                EventTypes.SURVEY_RECORDED,
                cpc + ":y",
                RecordedBuilder.recorded(elsewhere.response())
                        .portal(cpc + "-gone")
                        .recordedAt(SUBMITTED)
                        .directoryOffset(offset)
                        .build());
        loop.recorded(survey("r-1", "G", "1", ContactChoice.YES, offset));

        assertThat(decisions(1)).hasSize(1);
        assertThat(loop.await(Topics.RECORDED + ".decider.dlq", 2, value -> value.contains(cpc)))
                .hasSize(2);
    }

    @Test
    @DisplayName("Every event of the recorder is read as the contracts' example has it")
    void golden() {
        long offset = loop.portal("acme", "");
        for (String type : List.of(
                EventTypes.SURVEY_RECORDED,
                EventTypes.SURVEY_UPDATED,
                EventTypes.SURVEY_REPLACED,
                EventTypes.SURVEY_REASSIGNED,
                EventTypes.SURVEY_REPAIRED)) {
            var data = (com.fasterxml.jackson.databind.node.ObjectNode) Golden.of(type);
            String id = cpc + "-" + type;
            data.put("responseId", id).put("directoryOffset", offset);
            loop.send(type, "acme:" + type, data);
            assertThat(loop.await(Topics.DECIDED, 1, value -> value.contains("\"" + id + "\"")))
                    .as(type)
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("B6: evaluate says what would be decided, and emits nothing; what is no response is told where")
    void evaluate() {
        long offset = loop.portal(cpc, "");
        loop.recorded(survey("r-first", "G", "5", ContactChoice.NO, offset));
        decisions(1);

        given().contentType("application/json")
                .body(
                        """
                        {"portal":"%s","responseId":"r-eval","ticketId":"T-1","supportGroup":"G","measures":{"csat":1},
                         "contactChoice":"NO","submittedAt":"2026-11-20T07:55:00Z"}"""
                                .formatted(cpc))
                .post("/v1/portals/{cpc}/evaluate", cpc)
                .then()
                .statusCode(200)
                .body("kind", equalTo("RECOVERY"))
                .body("contact", equalTo("FORBIDDEN"))
                .body("alert", equalTo("NONE"))
                .body("rules", hasSize(0));
        given().contentType("application/json")
                .body("{\"portal\":\"" + cpc + "\",\"responseId\":\"r\",\"measures\":{\"csat\":\"1\"},"
                        + "\"submittedAt\":\"yesterday\"}")
                .post("/v1/portals/{cpc}/evaluate", cpc)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/submittedAt"))
                .body("errors.pointer", hasItem("/measures/csat"));
        given().contentType("application/json")
                .body("{}")
                .post("/v1/portals/nowhere/evaluate")
                .then()
                .statusCode(404);
        given().get("/v1/portals/{cpc}/responses/unheard-of/explanation", cpc)
                .then()
                .statusCode(404);

        loop.recorded(survey("r-last", "G", "5", ContactChoice.NO, offset));
        assertThat(decisions(2)).hasSize(2).noneMatch(r -> new String(r.value(), UTF_8).contains("r-eval"));
    }

    private List<ConsumerRecord<byte[], byte[]>> decisions(int count) {
        return loop.await(Topics.DECIDED, count, value -> value.contains("\"" + cpc + "\""));
    }

    private SurveyRecorded survey(String id, String group, String csat, ContactChoice choice, long directoryOffset) {
        Map<String, Answer> measures = Map.of("csat", new Answer.Score(new BigDecimal(csat)));
        return Surveys.recorded(cpc, id, group, measures, choice, SUBMITTED, directoryOffset);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
