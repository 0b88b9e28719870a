package io.amends.dashboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Json;
import io.amends.local.testing.PersonToken;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plays recovery-rules for the page tests, one portal's draft, versions, backtests and explanations in the records that
 * it answers with. Its judgement is small: a name must be there, and a measure compared with a number.
 */
public final class RulesNeighbour {
    private static final Pattern PATH = Pattern.compile("/v1/portals/([^/]+)/(rule-set|responses)/(.+)");

    /** A published version. */
    public record Published(
            long version, String author, Instant publishedAt, String reason, JsonNode ruleSet, String draft) {}

    private static final List<Published> VERSIONS = new CopyOnWriteArrayList<>();
    private static final Map<String, ObjectNode> BACKTESTS = new ConcurrentHashMap<>();
    private static volatile @Nullable JsonNode draft;
    private static volatile long revision;
    private static volatile boolean warns;
    private static volatile @Nullable Instant young;
    private static volatile String language = "";

    private RulesNeighbour() {}

    /** Forgets all, then begins with one published version of these rules. */
    public static synchronized void begin(@Nullable String ruleSet) {
        VERSIONS.clear();
        BACKTESTS.clear();
        draft = null;
        warns = false;
        young = null;
        if (ruleSet != null) {
            publish(tree(ruleSet), "user:" + Keys.USER, "The first rules");
        }
    }

    public static void warns(boolean does) {
        warns = does;
    }

    /** The published rules became what they are at that moment, and have caught nothing since. */
    public static void young(Instant since) {
        young = since;
    }

    /** In which language it was asked last. */
    public static String language() {
        return language;
    }

    public static List<Published> versions() {
        return List.copyOf(VERSIONS);
    }

    public static JsonNode draft() {
        JsonNode now = draft;
        return now == null ? published() : now;
    }

    /** Somebody else edits the draft. */
    public static void edit(String ruleSet) {
        edit(tree(ruleSet));
    }

    static synchronized void edit(JsonNode ruleSet) {
        draft = ruleSet;
        revision++;
    }

    static boolean warns() {
        return warns;
    }

    static @Nullable Instant young() {
        return young;
    }

    /** Somebody else publishes. */
    public static synchronized void publish(String ruleSet) {
        publish(tree(ruleSet), "user:" + Keys.OTHER, "Theirs");
    }

    public static Map<String, ObjectNode> backtests() {
        return BACKTESTS;
    }

    static boolean answers(String path) {
        Matcher m = PATH.matcher(path);
        return m.matches() && (m.group(2).equals("rule-set") || m.group(3).equals("explanation"));
    }

    static synchronized void answer(HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            throw new IllegalStateException("not asked here");
        }
        language = String.valueOf(exchange.getRequestHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        String asked = exchange.getRequestMethod() + " " + path.group(3);
        JsonNode body = exchange.getRequestMethod().equals("GET")
                ? Json.MAPPER.createObjectNode()
                : body(exchange.getRequestBody().readAllBytes());
        if (path.group(2).equals("responses")) {
            ExplanationAnswers.answer(exchange, query(exchange).getOrDefault("responseId", ""));
        } else if (asked.equals("GET draft")) {
            DraftAnswers.show(exchange);
        } else if (asked.equals("PUT draft")) {
            DraftAnswers.save(exchange, body);
        } else if (asked.equals("GET draft/words")) {
            Neighbours.send(exchange, 200, DraftAnswers.words(draft()));
        } else if (asked.equals("GET draft/forecast")) {
            Neighbours.send(exchange, 200, DraftAnswers.forecast());
        } else if (asked.equals("POST publish")) {
            if (("\"" + tag() + "\"").equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
                Neighbours.send(
                        exchange,
                        201,
                        VersionAnswers.about(publish(
                                draft(), author(exchange), body.path("reason").asText())));
            } else {
                Neighbours.send(exchange, 412, Map.of("status", 412, "detail", "Somebody else has changed it."));
            }
        } else if (asked.startsWith("GET versions")) {
            VersionAnswers.show(exchange, asked.substring("GET versions".length()));
        } else if (asked.startsWith("POST versions/")) {
            VersionAnswers.rollBack(
                    exchange,
                    of(Long.parseLong(asked.replaceAll("\\D", ""))),
                    body.path("reason").asText());
        } else if (asked.equals("GET compare")) {
            DraftAnswers.compare(exchange);
        } else if (asked.equals("GET caught")) {
            DraftAnswers.caught(exchange);
        } else if (asked.contains("backtest")) {
            BacktestAnswers.answer(exchange, asked, body);
        } else {
            Neighbours.send(exchange, 404, Map.of("status", 404, "detail", "There is nothing here."));
        }
    }

    static String tag() {
        return draft == null ? "v" + VERSIONS.size() : "d" + revision;
    }

    static Published publish(JsonNode rules, String author, String reason) {
        Published next = new Published(
                VERSIONS.size() + 1, author, Instant.now().truncatedTo(ChronoUnit.SECONDS), reason, rules, tag());
        VERSIONS.add(next);
        draft = null;
        return next;
    }

    static Published of(long version) {
        return VERSIONS.get((int) version - 1);
    }

    static JsonNode published() {
        return VERSIONS.isEmpty()
                ? tree("{\"rules\":[]}")
                : VERSIONS.get(VERSIONS.size() - 1).ruleSet();
    }

    static String author(HttpExchange exchange) {
        String token = exchange.getRequestHeaders().getFirst(PersonToken.HEADER);
        return token == null ? "nobody" : PersonToken.read(token).name();
    }

    static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", UTF_8));
        }
        return query;
    }

    private static JsonNode body(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            return Json.MAPPER.missingNode();
        }
    }

    private static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
