package io.amends.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Asks every route of a running service, as its OpenAPI document has them, for what no route should be asked: hostile
 * values in each parameter, and hostile bodies. Every answer must be one on purpose: none of 500 and above, none without
 * a body where it is an error, and nothing in the log that carries a stack trace.
 */
public final class EveryRoute {
    private static final Set<String> PAGING = Set.of("page", "size");
    private static final Set<String> NO_NUMBERS = Set.of("NaN", "1e9", "10000000000", "true");

    private final URI base;
    private final String headers;
    private final Map<String, String> usual;
    private final RawHttp http;
    private final List<String> findings = new ArrayList<>();
    private int sent;

    private record Route(String method, String path, List<String> query, boolean takesBody) {}

    /**
     * @param headers of every request, each line with its end: who asks
     * @param usual values of path parameters that exist, by name
     */
    public EveryRoute(URI base, String headers, Map<String, String> usual) {
        this.base = base;
        this.headers = headers;
        this.usual = usual;
        this.http = new RawHttp(base);
    }

    /** Asks everything; what should not have been answered so, or been logged. */
    public List<String> findings() throws IOException, InterruptedException {
        Traces traces = new Traces();
        Logger root = Logger.getLogger("");
        root.addHandler(traces);
        try {
            for (Route route : routes()) {
                values(route);
                if (route.takesBody()) {
                    bodies(route);
                }
                ask(
                        route.method(),
                        address(route, Map.of()),
                        "Accept: nonsense\r\n",
                        "{}".getBytes(UTF_8),
                        route.path());
                ask("PATCH", address(route, Map.of()), "", new byte[0], route.path());
                ask(route.method(), address(route, Map.of()), "Accept: image/png\r\n", new byte[0], route.path());
            }
        } finally {
            root.removeHandler(traces);
        }
        findings.addAll(traces.seen);
        return findings;
    }

    /** How many requests that took. */
    public int sent() {
        return sent;
    }

    private List<Route> routes() throws IOException, InterruptedException {
        List<Route> routes = new ArrayList<>();
        OpenApiRoutes.paths(base).properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> OpenApiRoutes.METHODS.contains(operation.getKey()))
                .forEach(operation -> routes.add(new Route(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        query(path.getValue(), operation.getValue()),
                        !operation.getKey().equals("get")))));
        // What deletes comes last, so that there is something to ask for.
        routes.sort(Comparator.comparing(route -> route.method().equals("DELETE")));
        return routes;
    }

    private static List<String> query(JsonNode path, JsonNode operation) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameters : List.of(path.path("parameters"), operation.path("parameters"))) {
            for (JsonNode parameter : parameters) {
                if (parameter.path("in").asText().equals("query")) {
                    names.add(parameter.path("name").asText());
                }
            }
        }
        return names;
    }

    private void values(Route route) throws IOException {
        List<String> parameters = new ArrayList<>(route.query());
        for (String step : route.path().split("/")) {
            if (step.startsWith("{")) {
                parameters.add(step);
            }
        }
        for (int i = 0; i < Hostile.VALUES.size() && !parameters.isEmpty(); i++) {
            hostile(route, parameters.get(i % parameters.size()), Hostile.VALUES.get(i));
        }
        for (String parameter : route.query()) {
            for (String value : PAGING.contains(parameter) ? NO_NUMBERS : Set.<String>of()) {
                RawHttp.Reply answer = hostile(route, parameter, value);
                if (answer.status() != 400 || !answer.body().contains("?" + parameter)) {
                    findings.add(route.path() + ": " + answer.status() + " does not name ?" + parameter);
                }
            }
        }
    }

    private RawHttp.Reply hostile(Route route, String parameter, String value) throws IOException {
        String address = address(route, Map.of(parameter, value));
        return ask(route.method(), address, "Content-Type: application/json\r\n", body(route), parameter);
    }

    private static byte[] body(Route route) {
        return (route.takesBody() ? "{}" : "").getBytes(UTF_8);
    }

    private void bodies(Route route) throws IOException {
        for (Map.Entry<String, Hostile.Body> body : Hostile.bodies().entrySet()) {
            ask(
                    route.method(),
                    address(route, Map.of()),
                    "Content-Type: " + body.getValue().type() + "\r\n",
                    body.getValue().bytes(),
                    body.getKey());
        }
    }

    private String address(Route route, Map<String, String> hostile) {
        StringBuilder path = new StringBuilder();
        for (String step : route.path().substring(1).split("/")) {
            String plain = step.startsWith("{") ? usual.getOrDefault(step.substring(1, step.length() - 1), "x") : step;
            path.append('/').append(hostile.getOrDefault(step, plain));
        }
        Map<String, String> query = new LinkedHashMap<>();
        route.query().forEach(name -> {
            if (hostile.containsKey(name)) {
                query.put(name, hostile.get(name));
            } else if (usual.containsKey("?" + name)) {
                query.put(name, usual.get("?" + name));
            }
        });
        query.forEach((name, value) -> path.append(path.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(value));
        return path.toString();
    }

    private RawHttp.Reply ask(String method, String target, String more, byte[] body, String what) throws IOException {
        sent++;
        RawHttp.Reply answer = http.send(method, target, headers + more, body);
        String asked = method + " " + (target.length() > 150 ? target.substring(0, 150) + "…" : target) + " (" + what
                + ", " + more.strip() + ")";
        if (answer.status() == 0 || answer.status() == 401) {
            findings.add(asked + (answer.status() == 0 ? ": no answer" : ": not let in, so it asks nothing"));
        } else if (answer.status() >= 500) {
            findings.add(asked + ": " + answer.status());
        } else if (answer.status() >= 400 && answer.body().isBlank()) {
            findings.add(asked + ": " + answer.status() + " without a body");
        } else if (answer.body().contains("\tat ")) {
            findings.add(asked + ": a stack trace in the answer");
        }
        return answer;
    }

    private static final class Traces extends Handler {
        private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(LogRecord record) {
            if (record.getThrown() != null && record.getLevel().intValue() >= Level.INFO.intValue()) {
                seen.add("logged with a stack trace: " + record.getLoggerName() + ": " + record.getMessage() + " "
                        + record.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
