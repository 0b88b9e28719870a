package io.amends.local.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The routes of a running service, as its OpenAPI document has them. */
public final class OpenApiRoutes {
    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private OpenApiRoutes() {}

    /** Every route that can change something, as {@code "PUT /v1/portals/{cpc}"}. */
    public static Set<String> changing(URI base) throws IOException, InterruptedException {
        Set<String> routes = new TreeSet<>();
        paths(base).properties().forEach(path -> path.getValue().properties().stream()
                .map(operation -> operation.getKey())
                .filter(method -> METHODS.contains(method) && !method.equals("get"))
                .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return routes;
    }

    /** The paths of the document, each with its operations. */
    static JsonNode paths(URI base) throws IOException, InterruptedException {
        HttpResponse<byte[]> document = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(base.resolve("/q/openapi?format=json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        return new ObjectMapper().readTree(document.body()).path("paths");
    }

    /** What an operation takes, as its document says; JSON where it says nothing. */
    static String contentType(JsonNode operation) {
        Iterator<String> types = operation.path("requestBody").path("content").fieldNames();
        String first = types.hasNext() ? types.next() : "";
        return first.isEmpty() || first.equals("*/*") ? "application/json" : first;
    }
}
