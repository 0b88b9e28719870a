package io.amends.local.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks every route of a running service, as its OpenAPI document has them, with an API key that has no scope at all (H2).
 * Each route of {@code /v1} must declare one scope in the document, and must refuse the key with just that one.
 */
public final class EveryScope {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private final String key;
    private final Map<String, String> usual;
    private final List<String> findings = new ArrayList<>();
    private final Map<String, String> scopes = new TreeMap<>();

    /**
     * @param key one that is known and has no scope
     * @param usual values of path parameters by name, such as the portal of the key
     */
    public EveryScope(URI base, String key, Map<String, String> usual) {
        this.base = base;
        this.key = key;
        this.usual = usual;
    }

    /** Asks everything; what is wrong with which route. */
    public List<String> findings() throws IOException, InterruptedException {
        for (Map.Entry<String, JsonNode> path : OpenApiRoutes.paths(base).properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (OpenApiRoutes.METHODS.contains(operation.getKey())
                        && path.getKey().startsWith("/v1")) {
                    ask(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue());
                }
            }
        }
        return findings;
    }

    /** The scope that each route declares, by method and path. */
    public Map<String, String> scopes() {
        return scopes;
    }

    private void ask(String method, String path, JsonNode operation) throws IOException, InterruptedException {
        String route = method + " " + path;
        String declared =
                operation.path("security").path(0).path("apiKey").path(0).asText();
        scopes.put(route, declared);
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
        if (declared.isEmpty()) {
            findings.add(route + " declares no scope");
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
