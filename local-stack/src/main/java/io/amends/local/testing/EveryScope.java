package io.amends.local.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks every route of a running service, as its OpenAPI document has them, with an API key that has no scope at all (H2).
 * Each route of {@code /v1} must declare one scope in the document, and must refuse the key with just that one.
 */
public final class EveryScope {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private final String key;
    private final Map<String, String> usual;
    private final List<String> findings = new ArrayList<>();
    private final Set<String> open = new HashSet<>();
    private int asked;

    /**
     * @param key one that is known and has no scope
     * @param usual values of path parameters by name, such as the portal of the key
     */
    public EveryScope(URI base, String key, Map<String, String> usual) {
        this.base = base;
        this.key = key;
        this.usual = usual;
    }

    /** A route that asks nobody for a key, since it has another way to know who is there. */
    public EveryScope open(String route) {
        open.add(route);
        return this;
    }

    /**
     * Waits until the service has heard of the key.
     *
     * @param address of a route that a key without its scope is refused at
     */
    public EveryScope known(String address) {
        await().atMost(SOON)
                .until(() ->
                        send(HttpRequest.newBuilder(base.resolve(address)).header("Authorization", "Bearer " + key))
                                        .statusCode()
                                == 403);
        return this;
    }

    /**
     * Asks everything; what is wrong with which route.
     *
     * @param scope whether a word is that of a scope
     */
    public List<String> findings(Predicate<String> scope) throws IOException, InterruptedException {
        for (Map.Entry<String, JsonNode> path : OpenApiRoutes.paths(base).properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                if (OpenApiRoutes.METHODS.contains(operation.getKey())
                        && path.getKey().startsWith("/v1")
                        && !open.contains(method + " " + path.getKey())) {
                    asked++;
                    ask(method, path.getKey(), operation.getValue(), scope);
                }
            }
        }
        if (asked == 0) {
            findings.add("there is no route");
        }
        return findings;
    }

    private void ask(String method, String path, JsonNode operation, Predicate<String> scope)
            throws IOException, InterruptedException {
        String route = method + " " + path;
        String declared =
                operation.path("security").path(0).path("apiKey").path(0).asText();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve(address(path)))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", OpenApiRoutes.contentType(operation))
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}")));
        String refused = answer.statusCode() == 403
                ? json.readTree(answer.body()).path("scope").asText()
                : "";
        if (!scope.test(declared)) {
            findings.add(route + " declares no scope, but \"" + declared + "\"");
        } else if (!declared.equals(refused)) {
            findings.add(
                    route + " declares " + declared + ", and answers " + answer.statusCode() + " " + answer.body());
        }
    }

    private String address(String path) {
        StringBuilder address = new StringBuilder();
        for (String step : path.substring(1).split("/")) {
            address.append('/')
                    .append(
                            step.startsWith("{")
                                    ? usual.getOrDefault(step.substring(1, step.length() - 1), "x")
                                    : step);
        }
        return address.toString();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
