package io.amends.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.amends.local.process.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Amends' public HTTP API, called with a key as any other client does. */
final class AmendsApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_TRIES = 30;

    private final String key;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    AmendsApi(String key) {
        this.key = key;
    }

    /** A reply's status and, where it has one, its JSON. */
    record Reply(int status, JsonNode body) {
        boolean ok() {
            return status / 100 == 2;
        }
    }

    Reply get(String url) {
        return call(request(url).GET());
    }

    Reply put(String url, JsonNode body) {
        return call(request(url).header("Content-Type", "application/json").PUT(json(body)));
    }

    Reply post(String url, Object body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(url).header("Content-Type", "application/json").POST(json(body));
        headers.forEach(request::header);
        return call(request);
    }

    /** Newline-delimited JSON, as survey-ingest takes batches. */
    Reply postLines(String url, Iterable<Map<String, Object>> lines) {
        StringBuilder text = new StringBuilder();
        for (Map<String, Object> line : lines) {
            text.append(written(line)).append('\n');
        }
        return call(request(url)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(text.toString())));
    }

    /** The reply if it went well. */
    static Reply expected(Reply reply, String what) {
        if (!reply.ok()) {
            throw new StartRefused("The demo data stopped at " + what + ": " + reply.status() + " " + reply.body());
        }
        return reply;
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).header("Authorization", "Bearer " + key);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(written(body));
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply call(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<String> response = http.send(built, HttpResponse.BodyHandlers.ofString());
            // Sample data comes faster than one caller may ask: what was refused for that was not done, and waits as
            // told.
            for (int tries = 1; response.statusCode() == 429 && tries < MOST_TRIES; tries++) {
                TimeUnit.SECONDS.sleep(
                        response.headers().firstValueAsLong("Retry-After").orElse(1));
                response = http.send(built, HttpResponse.BodyHandlers.ofString());
            }
            return new Reply(response.statusCode(), parsed(response.body()));
        } catch (IOException e) {
            throw new StartRefused("No answer from " + built.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted", e);
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
