package io.amends.rules.backtest;

import static io.restassured.RestAssured.given;

import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.RecordedBuilder;
import io.amends.rules.testing.Loop;
import io.amends.rules.testing.Surveys;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A portal of a backtest's test: what comes in, what is asked, what is decided. Single quotes stand for double ones. */
final class BacktestApi {
    private final Loop loop;
    private final String cpc;
    private long offset;

    BacktestApi(Loop loop, String cpc) {
        this.loop = loop;
        this.cpc = cpc;
    }

    void portal(String fields) {
        offset = loop.portal(cpc, fields);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("draft").extract().statusCode() == 200);
    }

    void group(String rgid, String fields) {
        offset = loop.group(cpc, rgid, fields);
    }

    SurveyRecorded survey(String id, String group, String csat, ContactChoice choice, Instant submittedAt) {
        Map<String, Answer> measures = new HashMap<>(Map.of("nps", new Answer.Score(BigDecimal.valueOf(5))));
        if (csat != null) {
            measures.put("csat", new Answer.Score(new BigDecimal(csat)));
        }
        return Surveys.recorded(cpc, id, group, measures, choice, submittedAt, offset);
    }

    void recorded(SurveyRecorded survey) {
        loop.recorded(survey);
    }

    /** A later version of it, recorded at another time. */
    void again(SurveyRecorded first, SurveyRecorded now, long version, ResponseState state, Instant recordedAt) {
        loop.send(
                EventTypes.SURVEY_UPDATED,
                first.response().ticketKey(),
                RecordedBuilder.recorded(now.response())
                        .portal(cpc)
                        .id(first.responseId())
                        .version(version)
                        .replacedBy(state == ResponseState.REPLACED ? "r-other" : null)
                        .state(state)
                        .wasRecorded(version > 1)
                        .recordedAt(recordedAt)
                        .directoryOffset(offset)
                        .build());
    }

    /** What was decided, once so many decisions are there. */
    List<RecoveryDecided> decisions(int count) {
        return loop.await(Topics.DECIDED, count, value -> value.contains("\"" + cpc + "\"")).stream()
                .map(record -> {
                    try {
                        return Json.read(record.value(), RecoveryDecided.class);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    ValidatableResponse get(String path) {
        return given().get("/v1/portals/" + cpc + "/rule-set/" + path).then();
    }

    /** The same by a key. */
    ValidatableResponse get(String key, String path) {
        return given().auth()
                .oauth2(key)
                .get("/v1/portals/" + cpc + "/rule-set/" + path)
                .then();
    }

    ValidatableResponse post(String path, String body) {
        return given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/v1/portals/" + cpc + "/rule-set/" + path)
                .then();
    }

    ValidatableResponse delete(String path) {
        return given().delete("/v1/portals/" + cpc + "/rule-set/" + path).then();
    }

    void publish(String rules) {
        given().contentType("application/json")
                .body(rules.replace('\'', '"'))
                .put("/v1/portals/" + cpc + "/rule-set/draft")
                .then()
                .statusCode(200);
        int version =
                post("publish", "{'reason':'why'}").statusCode(201).extract().path("version");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> given().contentType("application/json")
                .body(Json.write(survey("r-eval", "G", "5", ContactChoice.NO, Instant.EPOCH.plusSeconds(1_700_000_000))
                        .response()))
                .post("/v1/portals/" + cpc + "/evaluate")
                .then()
                .extract()
                .path("ruleSetVersion")
                .equals(version));
    }

    String asked(String body) {
        return post("backtest", body).statusCode(202).extract().path("backtestId");
    }

    /** The backtest once it is over. */
    JsonPath over(String id) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !List.of("QUEUED", "RUNNING")
                .contains(get("backtests/" + id).extract().<String>path("state")));
        return get("backtests/" + id).statusCode(200).extract().jsonPath();
    }
}
