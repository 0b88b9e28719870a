package io.amends.dashboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestAccepted;
import io.amends.contracts.api.BacktestQuestion;
import io.amends.contracts.api.RulesTag;
import io.amends.kit.page.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Answers about backtests as recovery-rules does: it takes them, lists them, cancels them, and shows their cases. */
final class BacktestAnswers {
    private BacktestAnswers() {}

    static void answer(HttpExchange exchange, String asked, JsonNode body) throws IOException {
        if (asked.equals("POST backtest")) {
            if (body.path("from").asText().compareTo(body.path("to").asText()) > 0) {
                Neighbours.refuse(
                        exchange,
                        "This period cannot be judged.",
                        List.of(new Reason("/to", "must not be before from")));
                return;
            }
            String id = "b" + (RulesNeighbour.backtests().size() + 1);
            BacktestQuestion question = Json.MAPPER.treeToValue(body, BacktestQuestion.class);
            String tag = question.version() == null ? RulesNeighbour.tag() : RulesTag.version(question.version());
            RulesNeighbour.backtests()
                    .put(
                            id,
                            Json.MAPPER.valueToTree(
                                    SampleBacktests.queued(id, question, RulesNeighbour.author(exchange), tag)));
            Neighbours.send(exchange, 202, new BacktestAccepted(id));
        } else if (asked.equals("GET backtests")) {
            List<ObjectNode> items = new ArrayList<>(RulesNeighbour.backtests().values());
            items.sort(Comparator.comparing(
                            (ObjectNode run) -> run.path("requestedAt").asText())
                    .reversed());
            Neighbours.send(exchange, 200, new Page<>(items, 0, 50, items.size()));
        } else if (asked.endsWith("/cases")) {
            cases(exchange, asked.replaceAll("^GET backtests/|/cases$", ""));
        } else {
            String id = asked.substring(asked.indexOf('/') + 1);
            ObjectNode run = RulesNeighbour.backtests().get(id);
            if (run == null) {
                Neighbours.send(exchange, 404, Map.of("status", 404, "detail", "There is no backtest " + id + "."));
            } else if (asked.startsWith("DELETE")) {
                RulesNeighbour.backtests().put(id, Json.MAPPER.valueToTree(SampleBacktests.cancelled(backtest(run))));
                exchange.sendResponseHeaders(204, -1);
            } else {
                Neighbours.send(exchange, 200, run);
                RulesNeighbour.backtests().put(id, Json.MAPPER.valueToTree(SampleBacktests.next(backtest(run))));
            }
        }
    }

    private static Backtest backtest(JsonNode run) throws IOException {
        return Json.MAPPER.treeToValue(run, Backtest.class);
    }

    /** As many cases as were counted, each by the name of the one example there is. */
    private static void cases(HttpExchange exchange, String id) throws IOException {
        Map<String, String> q = RulesNeighbour.query(exchange);
        JsonNode side = RulesNeighbour.backtests().get(id).path(q.getOrDefault("side", ""));
        int size = Integer.parseInt(q.getOrDefault("size", "50"));
        int from = Integer.parseInt(q.getOrDefault("page", "0")) * size;
        int total = side.path("count").asInt();
        List<JsonNode> items = new ArrayList<>();
        for (int i = from; i < Math.min(total, from + size); i++) {
            items.add(((ObjectNode) side.path("examples").path(0)).deepCopy().put("ticketId", "T-" + i));
        }
        Neighbours.send(exchange, 200, new Page<>(items, from / size, size, total));
    }
}
