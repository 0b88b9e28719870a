package io.amends.ingest.component;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.directory.SourceVendor;
import io.amends.ingest.sources.core.SignedWebhooks;
import io.amends.ingest.sources.core.Webhook;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A source of webhooks in the directory, and its vendor, who sends. */
final class Hook {
    private static final RestAssuredConfig AS_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-www-form-urlencoded", io.restassured.http.ContentType.TEXT));

    final String portal;
    final String code;
    final SourceVendor vendor;
    final String secret;

    Hook(String portal, String code, SourceVendor vendor) {
        this.portal = portal;
        this.code = code;
        this.vendor = vendor;
        this.secret = SignedWebhooks.secret(vendor, "secret of " + code);
    }

    /** Puts the source into the directory, waits until the service knows it, and sets its secret. */
    Hook made(Wire wire, String fields) {
        entry(wire, fields);
        secrets("{\"current\":\"" + secret + "\"}").then().statusCode(204);
        return this;
    }

    /** Puts the source into the directory. */
    void entry(Wire wire, String fields) {
        wire.directory(
                portal + "/source/" + code,
                "{\"name\":\"" + code + "\",\"vendor\":\"" + vendor + "\"" + fields.replace('\'', '"') + "}");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> of("status").statusCode() == 200);
    }

    Response secrets(String body) {
        return Door.open().body(body).put(path("secrets"));
    }

    /** Asks for something about it. */
    Response of(String what) {
        return Door.open().get(path(what));
    }

    String path(String what) {
        return "/v1/portals/" + portal + "/sources/" + code + "/" + what;
    }

    String address() {
        return URI.create(of("status").jsonPath().getString("webhookUrl")).getPath();
    }

    Response send(byte[] content) {
        return send(SignedWebhooks.of(vendor, secret, content, Instant.now()));
    }

    Response send(Webhook webhook) {
        RequestSpecification request = given().config(AS_IS);
        Map<String, String> headers = new java.util.HashMap<>(webhook.headers());
        String type = headers.remove("content-type");
        return request.headers(headers)
                .contentType(type == null ? "application/json" : type)
                .body(webhook.body())
                .post(address());
    }

    /** The last deliveries, once they are so. */
    List<Map<String, Object>> deliveries(Predicate<List<Map<String, Object>>> so) {
        return Awaitility.await(code)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(this::deliveries, so);
    }

    List<Map<String, Object>> deliveries() {
        return of("deliveries").jsonPath().getList("items");
    }

    /** The newest delivery, once its outcome is that. */
    Map<String, Object> newest(String outcome) {
        return deliveries(all -> !all.isEmpty() && all.get(0).get("outcome").equals(outcome))
                .get(0);
    }

    /** How a response of the portal stands, once it is known. */
    JsonPath response(String id) {
        return Awaitility.await(id)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(() -> Door.get(portal, id), answer -> answer.statusCode() == 200)
                .jsonPath();
    }

    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }
}
