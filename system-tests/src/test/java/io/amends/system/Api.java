package io.amends.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The public HTTP API with the generated key. */
final class Api {
    // HTTP/1.1: a pooled HTTP/2 connection to a process that was killed can wait for ever.
    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final RunningStack stack;
    private final String key;

    Api(RunningStack stack) {
        this.stack = stack;
        this.key = stack.credential("AMENDS_API_KEY");
    }

    /** A status and a JSON body (missing where there is none). */
    record Answer(int status, JsonNode body) {}

    Answer get(String service, String path) {
        return send(request(service, path).GET());
    }

    Answer put(String service, String path, String json) {
        return send(request(service, path).PUT(HttpRequest.BodyPublishers.ofString(quotes(json))));
    }

    Answer post(String service, String path, String json) {
        return send(request(service, path).POST(HttpRequest.BodyPublishers.ofString(quotes(json))));
    }

    Answer patch(String service, String path, String json) {
        return send(request(service, path).method("PATCH", HttpRequest.BodyPublishers.ofString(quotes(json))));
    }

    HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(URI.create(stack.url(service) + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    byte[] bytes(String url) {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body =
                    response.body().length == 0 ? Json.MAPPER.missingNode() : Json.MAPPER.readTree(response.body());
            return new Answer(response.statusCode(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Test data is written with single quotes. */
    static String quotes(String json) {
        return json.replace('\'', '"');
    }
}
