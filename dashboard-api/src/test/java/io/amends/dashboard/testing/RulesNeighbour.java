package io.amends.dashboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestAccepted;
import io.amends.contracts.api.BacktestQuestion;
import io.amends.contracts.api.CaughtCases;
import io.amends.contracts.api.DraftForecast;
import io.amends.contracts.api.ExplainedDecision;
import io.amends.contracts.api.ExplainedDecision.Decided;
import io.amends.contracts.api.ExplainedDecision.RuleVerdict;
import io.amends.contracts.api.GoldenApi;
import io.amends.contracts.api.RuleChange;
import io.amends.contracts.api.RuleSetComparison;
import io.amends.contracts.api.RuleSetComparison.Difference;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.RulesTag;
import io.amends.contracts.api.WordedRules;
import io.amends.kit.page.Page;
import io.amends.language.RuleSetReader;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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

    public static List<Published> versions() {
        return List.copyOf(VERSIONS);
    }

    public static JsonNode draft() {
        JsonNode now = draft;
        return now == null ? published() : now;
    }

    /** Somebody else edits the draft. */
    public static synchronized void edit(String ruleSet) {
        draft = tree(ruleSet);
        revision++;
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
        String asked = exchange.getRequestMethod() + " " + path.group(3);
        JsonNode body = exchange.getRequestMethod().equals("GET")
                ? Json.MAPPER.createObjectNode()
                : body(exchange.getRequestBody().readAllBytes());
        if (path.group(2).equals("responses")) {
            explain(exchange, query(exchange).getOrDefault("responseId", ""));
        } else if (asked.equals("GET draft")) {
            draftAnswer(exchange);
        } else if (asked.equals("PUT draft")) {
            save(exchange, body);
        } else if (asked.equals("GET draft/words")) {
            Neighbours.send(exchange, 200, words(draft()));
        } else if (asked.equals("GET draft/forecast")) {
            Neighbours.send(exchange, 200, forecast());
        } else if (asked.equals("POST publish")) {
            if (("\"" + tag() + "\"").equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
                Neighbours.send(
                        exchange,
                        201,
                        about(publish(
                                draft(), author(exchange), body.path("reason").asText())));
            } else {
                Neighbours.send(exchange, 412, Map.of("status", 412, "detail", "Somebody else has changed it."));
            }
        } else if (asked.startsWith("GET versions")) {
            version(exchange, asked.substring("GET versions".length()));
        } else if (asked.startsWith("POST versions/")) {
            rollBack(
                    exchange,
                    of(Long.parseLong(asked.replaceAll("\\D", ""))),
                    body.path("reason").asText());
        } else if (asked.equals("GET compare")) {
            compare(exchange);
        } else if (asked.equals("GET caught")) {
            caught(exchange);
        } else if (asked.contains("backtest")) {
            backtest(exchange, asked, body);
        } else {
            Neighbours.send(exchange, 404, Map.of("status", 404, "detail", "There is nothing here."));
        }
    }

    private static void rollBack(HttpExchange exchange, Published back, String reason) throws IOException {
        if (reason.length() > 1_000) {
            Neighbours.send(
                    exchange,
                    400,
                    Map.of(
                            "status",
                            400,
                            "detail",
                            "Say why.",
                            "errors",
                            List.of(new Reason("/reason", "is too long"))));
        } else if (back.ruleSet().equals(published())) {
            Neighbours.send(exchange, 200, about(of(VERSIONS.size())));
        } else if (!("\"v" + VERSIONS.size() + "\"")
                .equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
            Neighbours.send(exchange, 412, Map.of("status", 412, "detail", "Another version has been published."));
        } else {
            Neighbours.send(exchange, 201, about(publish(back.ruleSet(), author(exchange), reason)));
        }
    }

    private static void draftAnswer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("ETag", "\"" + tag() + "\"");
        Neighbours.send(exchange, 200, draft());
    }

    private static String tag() {
        return draft == null ? "v" + VERSIONS.size() : "d" + revision;
    }

    private static void save(HttpExchange exchange, JsonNode body) throws IOException {
        List<Reason> errors = errors(body);
        String seen = exchange.getRequestHeaders().getFirst("If-Match");
        if (!errors.isEmpty()) {
            Neighbours.send(
                    exchange, 400, Map.of("status", 400, "detail", "These rules cannot be used.", "errors", errors));
        } else if (!("\"" + tag() + "\"").equals(seen)) {
            Neighbours.send(exchange, 412, Map.of("status", 412, "detail", "Somebody else has changed this draft."));
        } else {
            draft = body;
            revision++;
            draftAnswer(exchange);
        }
    }

    private static List<Reason> errors(JsonNode set) {
        if (set.isMissingNode()) {
            return List.of(new Reason("", "is not JSON in line 2, column 7: a name in quotes is missing"));
        }
        return RuleSetReader.readPublished(set) instanceof RuleSetReader.Result.Wrong wrong
                ? wrong.errors()
                : List.of();
    }

    private static Published publish(JsonNode rules, String author, String reason) {
        Published next = new Published(
                VERSIONS.size() + 1, author, Instant.now().truncatedTo(ChronoUnit.SECONDS), reason, rules, tag());
        VERSIONS.add(next);
        draft = null;
        return next;
    }

    private static void version(HttpExchange exchange, String rest) throws IOException {
        if (rest.isEmpty()) {
            int size = Integer.parseInt(query(exchange).getOrDefault("size", "50"));
            int page = Integer.parseInt(query(exchange).getOrDefault("page", "0"));
            List<RuleSetVersion> newestFirst = new ArrayList<>();
            VERSIONS.forEach(v -> newestFirst.add(0, about(v)));
            List<RuleSetVersion> items =
                    newestFirst.stream().skip((long) page * size).limit(size).toList();
            Neighbours.send(exchange, 200, new Page<>(items, page, size, VERSIONS.size()));
        } else if (rest.endsWith("/words")) {
            Neighbours.send(
                    exchange,
                    200,
                    words(of(Long.parseLong(rest.replaceAll("\\D", ""))).ruleSet()));
        } else {
            Published one = of(Long.parseLong(rest.substring(1)));
            ObjectNode whole = Json.MAPPER.valueToTree(about(one));
            Neighbours.send(exchange, 200, whole.set("ruleSet", one.ruleSet()));
        }
    }

    private static RuleSetVersion about(Published v) {
        return new RuleSetVersion(v.version(), v.author(), "dashboard", v.publishedAt(), v.reason(), v.draft());
    }

    private static Published of(long version) {
        return VERSIONS.get((int) version - 1);
    }

    private static JsonNode published() {
        return VERSIONS.isEmpty()
                ? tree("{\"rules\":[]}")
                : VERSIONS.get(VERSIONS.size() - 1).ruleSet();
    }

    private static WordedRules words(JsonNode set) {
        List<WordedRules.WordedRule> rules = new ArrayList<>();
        set.path("rules")
                .forEach(r -> rules.add(new WordedRules.WordedRule(
                        r.path("name").asText(), when(r.path("when")), then(r.path("then")))));
        return new WordedRules(rules);
    }

    private static String when(JsonNode clause) {
        if (clause.has("all") || clause.has("any")) {
            List<String> parts = new ArrayList<>();
            clause.elements().next().forEach(c -> parts.add(when(c)));
            return String.join(clause.has("all") ? " and " : " or ", parts);
        }
        return clause.toString()
                .replaceAll("[{}\"\\[\\]]", "")
                .replace(":", " ")
                .replace(",", " ");
    }

    private static String then(JsonNode then) {
        return then.path("kind").asText("as usual") + ", priority "
                + then.path("priority").asText("as usual");
    }

    private static void compare(HttpExchange exchange) throws IOException {
        Map<String, String> q = query(exchange);
        Map<String, JsonNode> from = byName(side(q.getOrDefault("from", "published")));
        Map<String, JsonNode> to = byName(side(q.getOrDefault("to", "draft")));
        List<Difference> changes = new ArrayList<>();
        to.forEach((name, rule) -> {
            String says = "“" + name + "” for " + when(rule.path("when")) + ": " + then(rule.path("then")) + ".";
            if (!from.containsKey(name)) {
                changes.add(new Difference(name, RuleChange.ADDED, "Adds " + says));
            } else if (!from.get(name).equals(rule)) {
                changes.add(new Difference(name, RuleChange.CHANGED, "Changes " + says));
            }
        });
        from.keySet().stream()
                .filter(name -> !to.containsKey(name))
                .forEach(name -> changes.add(new Difference(name, RuleChange.REMOVED, "Removes “" + name + "”.")));
        List<String> common = from.keySet().stream().filter(to::containsKey).toList();
        List<String> after = to.keySet().stream().filter(from::containsKey).toList();
        if (!common.equals(after)) {
            changes.add(new Difference(after.get(0), RuleChange.MOVED, "Moves “" + after.get(0) + "” to the top."));
        }
        Neighbours.send(exchange, 200, new RuleSetComparison(q.get("from"), q.get("to"), changes));
    }

    private static JsonNode side(String side) {
        return switch (side) {
            case "draft" -> draft();
            case "published" -> published();
            default -> of(Long.parseLong(side)).ruleSet();
        };
    }

    private static Map<String, JsonNode> byName(JsonNode set) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        set.path("rules").forEach(r -> byName.put(r.path("name").asText(), r));
        return byName;
    }

    private static void caught(HttpExchange exchange) throws IOException {
        List<CaughtCases.ByRule> rules = new ArrayList<>();
        Instant since = young;
        published().path("rules").forEach(r -> {
            String name = r.path("name").asText();
            rules.add(
                    since == null
                            ? new CaughtCases.ByRule(name, name.length() * 7L, null)
                            : new CaughtCases.ByRule(name, 0, new CaughtCases.Since(VERSIONS.size(), since, 0)));
        });
        Neighbours.send(exchange, 200, new CaughtCases(30, rules));
    }

    private static DraftForecast forecast() {
        return warns
                ? GoldenApi.of(DraftForecast.class)
                : new DraftForecast(
                        7,
                        1400,
                        41,
                        50,
                        1.2,
                        3,
                        false,
                        "Over the last 7 days this draft would have flagged 50 responses; 41 were.");
    }

    private static void backtest(HttpExchange exchange, String asked, JsonNode body) throws IOException {
        if (asked.equals("POST backtest")) {
            if (body.path("from").asText().compareTo(body.path("to").asText()) > 0) {
                Neighbours.send(
                        exchange,
                        400,
                        Map.of(
                                "status",
                                400,
                                "detail",
                                "This period cannot be judged.",
                                "errors",
                                List.of(new Reason("/to", "must not be before from"))));
                return;
            }
            String id = "b" + (BACKTESTS.size() + 1);
            BacktestQuestion question = Json.MAPPER.treeToValue(body, BacktestQuestion.class);
            String tag = question.version() == null ? tag() : RulesTag.version(question.version());
            BACKTESTS.put(id, Json.MAPPER.valueToTree(Runs.queued(id, question, author(exchange), tag)));
            Neighbours.send(exchange, 202, new BacktestAccepted(id));
        } else if (asked.equals("GET backtests")) {
            List<ObjectNode> items = new ArrayList<>(BACKTESTS.values());
            items.sort(Comparator.comparing(
                            (ObjectNode run) -> run.path("requestedAt").asText())
                    .reversed());
            Neighbours.send(exchange, 200, new Page<>(items, 0, 50, items.size()));
        } else if (asked.endsWith("/cases")) {
            cases(exchange, asked.replaceAll("^GET backtests/|/cases$", ""));
        } else {
            String id = asked.substring(asked.indexOf('/') + 1);
            ObjectNode run = BACKTESTS.get(id);
            if (run == null) {
                Neighbours.send(exchange, 404, Map.of("status", 404, "detail", "There is no backtest " + id + "."));
            } else if (asked.startsWith("DELETE")) {
                BACKTESTS.put(id, Json.MAPPER.valueToTree(Runs.cancelled(backtest(run))));
                exchange.sendResponseHeaders(204, -1);
            } else {
                Neighbours.send(exchange, 200, run);
                BACKTESTS.put(id, Json.MAPPER.valueToTree(Runs.next(backtest(run))));
            }
        }
    }

    private static Backtest backtest(JsonNode run) throws IOException {
        return Json.MAPPER.treeToValue(run, Backtest.class);
    }

    /** As many cases as were counted, each by the name of the one example there is. */
    private static void cases(HttpExchange exchange, String id) throws IOException {
        Map<String, String> q = query(exchange);
        JsonNode side = BACKTESTS.get(id).path(q.getOrDefault("side", ""));
        int size = Integer.parseInt(q.getOrDefault("size", "50"));
        int from = Integer.parseInt(q.getOrDefault("page", "0")) * size;
        int total = side.path("count").asInt();
        List<JsonNode> items = new ArrayList<>();
        for (int i = from; i < Math.min(total, from + size); i++) {
            items.add(((ObjectNode) side.path("examples").path(0)).deepCopy().put("ticketId", "T-" + i));
        }
        Neighbours.send(exchange, 200, new Page<>(items, from / size, size, total));
    }

    private static void explain(HttpExchange exchange, String responseId) throws IOException {
        Sample sample = Neighbours.sample(responseId);
        if (sample == null) {
            Neighbours.send(exchange, 404, Map.of("status", 404, "detail", "Nothing has been decided about it yet."));
            return;
        }
        RecoveryDecided decided = sample.decided();
        String only = query(exchange).get("rule");
        List<RuleVerdict> rules = new ArrayList<>();
        int i = 0;
        for (JsonNode rule : published().path("rules")) {
            if (only == null || only.equals(rule.path("name").asText())) {
                rules.add(Runs.verdict(rule, i, sample));
            }
            i++;
        }
        ExplainedDecision why = new ExplainedDecision(
                decided,
                rules,
                only == null ? null : false,
                only == null ? null : Runs.wants(),
                List.of(new Decided(
                        decided.decisionId(),
                        1,
                        VERSIONS.size(),
                        decided.policyVersion(),
                        RecoveryDecided.Kind.RECOVERY,
                        sample.received(),
                        "Flagged")));
        // The sample was decided by what is published now, however often that was.
        ObjectNode answer = Json.MAPPER.valueToTree(why);
        Neighbours.send(exchange, 200, answer.put("ruleSetVersion", VERSIONS.size()));
    }

    private static String author(HttpExchange exchange) {
        String author = exchange.getRequestHeaders().getFirst("Amends-On-Behalf-Of");
        return author == null ? "nobody" : author;
    }

    private static Map<String, String> query(HttpExchange exchange) {
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
