package io.amends.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.api.ImportState;
import io.amends.contracts.directory.SourceVendor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The public HTTP API, as a client of it sees it. */
final class Api {
    private static final Duration LONG = Duration.ofHours(2);

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
        put(target.dashboard() + "/v1/portals/" + portal, utf8("{\"name\":\"Benchmark\",\"language\":\"en\"}"));
        for (int group = 0; group < Surveys.GROUPS; group++) {
            put(
                    target.dashboard() + "/v1/portals/" + portal + "/groups/G" + group,
                    utf8("{\"name\":\"Group " + group + "\"}"));
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

    /** Imports a file, and returns when every row of it was taken. */
    void importFile(String portal, byte[] csv) throws IOException, InterruptedException {
        HttpRequest request = request(target.ingest() + "/v1/surveys/import?cpc=" + portal)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(csv))
                .build();
        HttpResponse<byte[]> kept = client.send(request, BodyHandlers.ofByteArray());
        if (kept.statusCode() != 202) {
            throw new IOException("the import answered " + kept.statusCode() + " " + new String(kept.body(), UTF_8));
        }
        String id = Json.MAPPER.readTree(kept.body()).path("importId").asText();
        JsonNode is = imported(id);
        while (is.path("state").asText().equals(ImportState.RUNNING.name())) {
            Thread.sleep(100); // it takes seconds, and every question takes something from it
            is = imported(id);
        }
        if (!is.path("state").asText().equals(ImportState.DONE.name())
                || is.path("refused").asInt() > 0) {
            throw new IOException("the import ended as " + is);
        }
    }

    /**
     * Sends a file that may be as long as it likes, since it is made as it is read.
     *
     * @return the id of its import, once all of it is kept
     */
    CompletableFuture<String> sendFile(String portal, Supplier<InputStream> csv) {
        HttpRequest request = request(target.ingest() + "/v1/surveys/import?cpc=" + portal)
                .timeout(LONG)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofInputStream(csv))
                .build();
        return client.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(answer -> {
            try {
                if (answer.statusCode() != 202) {
                    throw new IOException(
                            "the import answered " + answer.statusCode() + " " + new String(answer.body(), UTF_8));
                }
                return Json.MAPPER.readTree(answer.body()).path("importId").asText();
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
    }

    /**
     * Makes a source of JSON webhooks with this mapping and secret.
     *
     * @return where its webhooks are sent
     */
    URI source(String portal, String code, String mapping, String secret) throws IOException, InterruptedException {
        String path = "/v1/portals/" + portal + "/sources/" + code;
        put(
                target.dashboard() + path,
                utf8("{\"name\":\"Benchmark\",\"vendor\":\"" + SourceVendor.JSON + "\",\"mapping\":" + mapping + "}"));
        while (status(path + "/status").statusCode() != 200) {
            Thread.sleep(20); // its service hears of it within a moment
        }
        put(target.ingest() + path + "/secrets", utf8("{\"current\":\"" + secret + "\"}"));
        String told = Json.MAPPER
                .readTree(status(path + "/status").body())
                .path("webhookUrl")
                .asText();
        return URI.create(target.ingest() + URI.create(told).getRawPath());
    }

    /** How many responses a source has brought in. */
    long fromSource(String portal, String code) throws IOException, InterruptedException {
        return Json.MAPPER
                .readTree(status("/v1/portals/" + portal + "/sources/" + code + "/status")
                        .body())
                .path("accepted")
                .asLong();
    }

    private HttpResponse<byte[]> status(String path) throws IOException, InterruptedException {
        return client.send(request(target.ingest() + path).GET().build(), BodyHandlers.ofByteArray());
    }

    /** Completes when a webhook is taken; fails if it is not. */
    CompletableFuture<Void> webhook(URI address, String signature, byte[] body) {
        HttpRequest request = request(address.toString())
                .header("Content-Type", "application/json")
                .header("X-Signature", signature)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return answered(request, 200);
    }

    /** Completes when the survey is refused for what is wrong with it; fails if it is not. */
    CompletableFuture<Void> postWrong(byte[] survey) {
        HttpRequest request = request(target.ingest() + "/v1/surveys")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(survey))
                .build();
        return answered(request, 400);
    }

    private CompletableFuture<Void> answered(HttpRequest request, int status) {
        return client.sendAsync(request, BodyHandlers.ofString()).thenAccept(response -> {
            if (response.statusCode() != status) {
                throw new CompletionException(
                        new IOException(request.uri() + " answered " + response.statusCode() + " " + response.body()));
            }
        });
    }

    /** How far an import is. */
    JsonNode imported(String id) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                client.send(request(target.ingest() + "/v1/imports/" + id).GET().build(), BodyHandlers.ofByteArray());
        return Json.MAPPER.readTree(answer.body());
    }

    /** The newest responses of the report, and how many there are in all. */
    JsonNode newest(String portal, int size) throws IOException, InterruptedException {
        return get("/v1/portals/" + portal + "/responses?size=" + size);
    }

    /** Saves a draft of rules that nobody else edits. */
    void saveDraft(String portal, byte[] rules) throws IOException, InterruptedException {
        put(target.rules() + "/v1/portals/" + portal + "/rule-set/draft", rules);
    }

    /** Completes when the draft is published; fails if it is not. */
    CompletableFuture<Void> publish(String portal) {
        HttpRequest request = request(target.rules() + "/v1/portals/" + portal + "/rule-set/publish")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reason\":\"measured\"}"))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenAccept(response -> {
            if (response.statusCode() != 201) {
                throw new CompletionException(
                        new IOException("publish answered " + response.statusCode() + " " + response.body()));
            }
        });
    }

    /** The version of the rules that would decide this survey now; 0 before the first with this rule. */
    long decidingVersion(String portal, byte[] survey, String rule) throws IOException, InterruptedException {
        String name = URLEncoder.encode(rule, UTF_8);
        HttpRequest request = request(target.rules() + "/v1/portals/" + portal + "/evaluate?rule=" + name)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(survey))
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200 && response.statusCode() != 404) {
            throw new IOException("evaluate answered " + response.statusCode());
        }
        return Json.MAPPER.readTree(response.body()).path("ruleSetVersion").asLong();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(request(target.dashboard() + path).GET().build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("GET " + path + " answered " + response.statusCode());
        }
        return Json.MAPPER.readTree(response.body());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private void put(String url, byte[] json) throws IOException, InterruptedException {
        int status = client.send(
                        request(url)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofByteArray(json))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        if (status / 100 != 2) {
            throw new IOException("PUT " + url + " answered " + status);
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
