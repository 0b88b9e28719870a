package io.amends.dashboard.testing;

import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.GoldenApi;
import io.amends.contracts.api.NewSourceSecrets;
import io.amends.contracts.api.SourceDeliveries;
import io.amends.contracts.api.SourceStatus;
import io.amends.contracts.api.SourceTrial;
import io.amends.contracts.api.TriedSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What survey-ingest answers about sources (A10): its golden examples. A source whose code is "away" it does not answer for. */
public final class SourceAnswers {
    private static final Pattern SOURCE =
            Pattern.compile("/v1/portals/[^/]+/sources/([^/]+)/(status|deliveries|secrets|preview)");

    private static volatile @Nullable NewSourceSecrets set;

    private SourceAnswers() {}

    /** The secrets that a page has set last. */
    public static @Nullable NewSourceSecrets secrets() {
        return set;
    }

    static boolean answers(String path) {
        return SOURCE.matcher(path).matches();
    }

    static void answer(HttpExchange exchange) throws IOException {
        Matcher asked = SOURCE.matcher(exchange.getRequestURI().getPath());
        if (!asked.matches() || asked.group(1).equals("away")) {
            Neighbours.send(exchange, 503, Map.of("status", 503, "detail", "Away."));
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (asked.group(2)) {
            case "status" -> Neighbours.send(exchange, 200, GoldenApi.of(SourceStatus.class));
            case "deliveries" -> Neighbours.send(exchange, 200, GoldenApi.of(SourceDeliveries.class));
            case "preview" -> preview(exchange, Json.read(body, SourceTrial.class));
            default -> secrets(exchange, Json.read(body, NewSourceSecrets.class));
        }
    }

    private static void preview(HttpExchange exchange, SourceTrial trial) throws IOException {
        if (String.valueOf(trial.body()).isBlank()) {
            refused(exchange, new Reason("", "is empty"));
            return;
        }
        Neighbours.send(exchange, 200, GoldenApi.of(TriedSource.class));
    }

    private static void secrets(HttpExchange exchange, NewSourceSecrets secrets) throws IOException {
        if (secrets.current() == null) {
            refused(exchange, new Reason("/current", "is missing"));
            return;
        }
        set = secrets;
        exchange.sendResponseHeaders(204, -1);
    }

    private static void refused(HttpExchange exchange, Reason reason) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        byte[] problem = Json.write(Map.of("status", 400, "detail", "No.", "errors", List.of(reason)));
        exchange.sendResponseHeaders(400, problem.length);
        exchange.getResponseBody().write(problem);
    }
}
