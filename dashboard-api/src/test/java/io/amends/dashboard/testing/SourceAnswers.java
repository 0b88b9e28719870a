package io.amends.dashboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.GoldenApi;
import io.amends.contracts.api.NewReplay;
import io.amends.contracts.api.NewSourceSecrets;
import io.amends.contracts.api.ReplayAccepted;
import io.amends.contracts.api.ReplayState;
import io.amends.contracts.api.SourceDeliveries;
import io.amends.contracts.api.SourceReplay;
import io.amends.contracts.api.SourceReplay.ReplayChanges;
import io.amends.contracts.api.SourceReplays;
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
            Pattern.compile("/v1/portals/[^/]+/sources/([^/]+)/(status|deliveries|secrets|preview|replay)");
    private static final Pattern REPLAYS = Pattern.compile("/v1/portals/[^/]+/replays(?:/([^/]+))?");
    private static final SourceReplay REPLAY = GoldenApi.of(SourceReplay.class);

    private static volatile @Nullable NewSourceSecrets set;
    private static volatile @Nullable NewReplay replayed;

    private SourceAnswers() {}

    /** The secrets that a page has set last. */
    public static @Nullable NewSourceSecrets secrets() {
        return set;
    }

    /** What a page has had read again last. */
    public static @Nullable NewReplay replayed() {
        return replayed;
    }

    static boolean answers(String path) {
        return SOURCE.matcher(path).matches() || REPLAYS.matcher(path).matches();
    }

    static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher replays = REPLAYS.matcher(path);
        if (replays.matches()) {
            replay(exchange, replays.group(1));
            return;
        }
        Matcher asked = SOURCE.matcher(path);
        if (!asked.matches() || asked.group(1).equals("away")) {
            Neighbours.send(exchange, 503, Map.of("status", 503, "detail", "Away."));
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (asked.group(2)) {
            case "status" -> Neighbours.send(exchange, 200, GoldenApi.of(SourceStatus.class));
            case "deliveries" -> Neighbours.send(exchange, 200, GoldenApi.of(SourceDeliveries.class));
            case "replay" -> begin(exchange, asked.group(1), Json.read(body, NewReplay.class));
            case "preview" -> preview(exchange, Json.read(body, SourceTrial.class));
            default -> secrets(exchange, Json.read(body, NewSourceSecrets.class));
        }
    }

    /** A source whose code is "busy" is being read again already; what was sent before 2026 is not kept. */
    private static void begin(HttpExchange exchange, String code, NewReplay replay) throws IOException {
        if (code.equals("busy")) {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            byte[] problem = Json.write(Map.of("status", 409, "detail", "Busy.", "replayId", "running"));
            exchange.sendResponseHeaders(409, problem.length);
            exchange.getResponseBody().write(problem);
        } else if (String.valueOf(replay.from()).compareTo("2026") < 0) {
            refused(exchange, new Reason("/from", "is before"));
        } else {
            replayed = replay;
            Neighbours.send(exchange, 202, new ReplayAccepted("begun"));
        }
    }

    /**
     * Replays are called what they are: running, failed, applied or others, which changes none; every other one is the
     * golden example.
     */
    private static void replay(HttpExchange exchange, @Nullable String id) throws IOException {
        if (id == null) {
            Neighbours.send(exchange, 200, new SourceReplays(List.of(named("begun"), named("failed"))));
            return;
        }
        Neighbours.send(exchange, 200, named(id));
    }

    private static SourceReplay named(String id) {
        ReplayState state =
                switch (id) {
                    case "running" -> ReplayState.RUNNING;
                    case "failed" -> ReplayState.FAILED;
                    default -> ReplayState.DONE;
                };
        return new SourceReplay(
                id,
                REPLAY.source(),
                REPLAY.from(),
                REPLAY.to(),
                !id.equals("applied"),
                state,
                0.4,
                REPLAY.unchanged(),
                id.equals("others") ? new ReplayChanges(0, Map.of(), List.of()) : REPLAY.changed(),
                REPLAY.another(),
                REPLAY.refused(),
                "user:" + Keys.USER,
                REPLAY.at(),
                REPLAY.finishedAt(),
                state == ReplayState.FAILED ? "0" : null);
    }

    /** The golden example; a response's comment is where the mapping looks for it. */
    private static void preview(HttpExchange exchange, SourceTrial trial) throws IOException {
        if (String.valueOf(trial.body()).isBlank()) {
            refused(exchange, new Reason("", "is empty"));
            return;
        }
        TriedSource example = GoldenApi.of(TriedSource.class);
        JsonNode place = trial.source() == null ? null : trial.source().at("/mapping/comment");
        if (place != null && place.isTextual()) {
            ((ObjectNode) example.response()).set("comment", place);
        }
        Neighbours.send(exchange, 200, example);
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
