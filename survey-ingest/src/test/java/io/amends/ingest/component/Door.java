package io.amends.ingest.component;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** What a source or an admin does over HTTP, with the key of all portals. */
final class Door {
    private static final RestAssuredConfig AS_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-ndjson", io.restassured.http.ContentType.TEXT)
                    .encodeContentTypeAs("application/merge-patch+json", io.restassured.http.ContentType.TEXT));

    private Door() {}

    static RequestSpecification with(String key) {
        return given().config(AS_IS).header("Authorization", "Bearer " + key).contentType("application/json");
    }

    static RequestSpecification open() {
        return with(Keys.ALL);
    }

    static Response post(String body) {
        return open().body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/surveys");
    }

    static Response get(String portal, String responseId) {
        return open().queryParam("cpc", portal).get("/v1/surveys/{id}", responseId);
    }

    /** How the response stands, once it does so. */
    static JsonPath await(Survey survey, Predicate<JsonPath> standing) {
        String portal = survey.tree().get("portal").textValue();
        return Awaitility.await(survey.id())
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO) // most often it does already
                .until(
                        () -> get(portal, survey.id()),
                        answer -> answer.statusCode() == 200 && standing.test(answer.jsonPath()))
                .jsonPath();
    }

    static JsonPath awaitState(Survey survey, String state) {
        return await(survey, s -> state.equals(s.getString("state")));
    }
}
