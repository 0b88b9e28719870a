package io.amends.dashboard.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.kit.page.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers about the published versions as recovery-rules does, and goes back to one. */
final class VersionAnswers {
    private VersionAnswers() {}

    static void show(HttpExchange exchange, String rest) throws IOException {
        if (rest.isEmpty()) {
            int size = Integer.parseInt(RulesNeighbour.query(exchange).getOrDefault("size", "50"));
            int page = Integer.parseInt(RulesNeighbour.query(exchange).getOrDefault("page", "0"));
            List<RuleSetVersion> newestFirst = new ArrayList<>();
            RulesNeighbour.versions().forEach(v -> newestFirst.add(0, about(v)));
            List<RuleSetVersion> items =
                    newestFirst.stream().skip((long) page * size).limit(size).toList();
            Neighbours.send(
                    exchange,
                    200,
                    new Page<>(items, page, size, RulesNeighbour.versions().size()));
        } else if (rest.endsWith("/words")) {
            Neighbours.send(
                    exchange,
                    200,
                    DraftAnswers.words(RulesNeighbour.of(Long.parseLong(rest.replaceAll("\\D", "")))
                            .ruleSet()));
        } else {
            RulesNeighbour.Published one = RulesNeighbour.of(Long.parseLong(rest.substring(1)));
            ObjectNode whole = Json.MAPPER.valueToTree(about(one));
            Neighbours.send(exchange, 200, whole.set("ruleSet", one.ruleSet()));
        }
    }

    static void rollBack(HttpExchange exchange, RulesNeighbour.Published back, String reason) throws IOException {
        if (reason.length() > 1_000) {
            Neighbours.refuse(exchange, "Say why.", List.of(new Reason("/reason", "is too long")));
        } else if (back.ruleSet().equals(RulesNeighbour.published())) {
            Neighbours.send(
                    exchange,
                    200,
                    about(RulesNeighbour.of(RulesNeighbour.versions().size())));
        } else if (!("\"v" + RulesNeighbour.versions().size() + "\"")
                .equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
            Neighbours.send(exchange, 412, Map.of("status", 412, "detail", "Another version has been published."));
        } else {
            Neighbours.send(
                    exchange,
                    201,
                    about(RulesNeighbour.publish(back.ruleSet(), RulesNeighbour.author(exchange), reason)));
        }
    }

    static RuleSetVersion about(RulesNeighbour.Published v) {
        return new RuleSetVersion(v.version(), v.author(), "dashboard", v.publishedAt(), v.reason(), v.draft());
    }
}
