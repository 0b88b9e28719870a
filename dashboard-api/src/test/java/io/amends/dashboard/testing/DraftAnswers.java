package io.amends.dashboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Reason;
import io.amends.contracts.api.CaughtCases;
import io.amends.contracts.api.DraftForecast;
import io.amends.contracts.api.GoldenApi;
import io.amends.contracts.api.RuleChange;
import io.amends.contracts.api.RuleSetComparison;
import io.amends.contracts.api.RuleSetComparison.Difference;
import io.amends.contracts.api.WordedRules;
import io.amends.language.RuleSetReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers about the draft as recovery-rules does: it shows and saves it, says it in words, compares and forecasts. */
final class DraftAnswers {
    private DraftAnswers() {}

    static void show(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("ETag", "\"" + RulesNeighbour.tag() + "\"");
        Neighbours.send(exchange, 200, RulesNeighbour.draft());
    }

    static void save(HttpExchange exchange, JsonNode body) throws IOException {
        List<Reason> errors = errors(body);
        String seen = exchange.getRequestHeaders().getFirst("If-Match");
        if (!errors.isEmpty()) {
            Neighbours.refuse(exchange, "These rules cannot be used.", errors);
        } else if (!("\"" + RulesNeighbour.tag() + "\"").equals(seen)) {
            Neighbours.send(exchange, 412, Map.of("status", 412, "detail", "Somebody else has changed this draft."));
        } else {
            RulesNeighbour.edit(body);
            show(exchange);
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

    static WordedRules words(JsonNode set) {
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

    static void compare(HttpExchange exchange) throws IOException {
        Map<String, String> q = RulesNeighbour.query(exchange);
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
            case "draft" -> RulesNeighbour.draft();
            case "published" -> RulesNeighbour.published();
            default -> RulesNeighbour.of(Long.parseLong(side)).ruleSet();
        };
    }

    private static Map<String, JsonNode> byName(JsonNode set) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        set.path("rules").forEach(r -> byName.put(r.path("name").asText(), r));
        return byName;
    }

    static void caught(HttpExchange exchange) throws IOException {
        List<CaughtCases.ByRule> rules = new ArrayList<>();
        Instant since = RulesNeighbour.young();
        RulesNeighbour.published().path("rules").forEach(r -> {
            String name = r.path("name").asText();
            rules.add(
                    since == null
                            ? new CaughtCases.ByRule(name, name.length() * 7L, null)
                            : new CaughtCases.ByRule(
                                    name,
                                    0,
                                    new CaughtCases.Since(
                                            RulesNeighbour.versions().size(), since, 0)));
        });
        Neighbours.send(exchange, 200, new CaughtCases(30, rules));
    }

    static DraftForecast forecast() {
        return RulesNeighbour.warns()
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
}
