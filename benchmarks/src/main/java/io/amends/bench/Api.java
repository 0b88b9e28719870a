package io.amends.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The public HTTP API, as a client of it sees it. */
final class Api {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Target target;

    Api(Target target) {
        this.target = target;
    }

    /** Makes a portal of its own for this run, with its support groups. */
    void open(String portal) throws IOException, InterruptedException {
        put("/v1/portals/" + portal, "{\"name\":\"Benchmark\",\"language\":\"en\"}");
        for (int group = 0; group < Surveys.GROUPS; group++) {
            put("/v1/portals/" + portal + "/groups/G" + group, "{\"name\":\"Group " + group + "\"}");
        }
    }

    /** Completes when the survey is accepted; fails if it is not. */
    CompletableFuture<Void> post(byte[] survey) {
        return accepted(target.ingest() + "/v1/surveys", "application/json", survey);
    }

    /** Completes when the lines are accepted; fails if they are not. */
    CompletableFuture<Void> postLines(byte[] lines) {
        return accepted(target.ingest() + "/v1/surveys/batch", "application/x-ndjson", lines);
    }

    /** The newest responses of the report, and how many there are in all. */
    JsonNode newest(String portal, int size) throws IOException, InterruptedException {
        return get("/v1/portals/" + portal + "/responses?size=" + size);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(request(target.dashboard() + path).GET().build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("GET " + path + " answered " + response.statusCode());
        }
        return Json.MAPPER.readTree(response.body());
    }

    private void put(String path, String json) throws IOException, InterruptedException {
        int status = client.send(
                        request(target.dashboard() + path)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        if (status / 100 != 2) {
            throw new IOException("PUT " + path + " answered " + status);
        }
    }

    private CompletableFuture<Void> accepted(String url, String type, byte[] body) {
        HttpRequest request = request(url)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenAccept(response -> {
            if (response.statusCode() != 202 || response.body().contains("\"index\"")) {
                throw new CompletionException(new IOException(url + " answered " + response.statusCode() + " "
                        + response.body()
                                .substring(0, Math.min(300, response.body().length()))));
            }
        });
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + target.key());
    }
}
