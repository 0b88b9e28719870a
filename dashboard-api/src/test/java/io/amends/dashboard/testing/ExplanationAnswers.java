package io.amends.dashboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.ExplainedDecision;
import io.amends.contracts.api.ExplainedDecision.Decided;
import io.amends.contracts.api.ExplainedDecision.RuleVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Explains a decision as recovery-rules does: what each published rule says about a sample. */
final class ExplanationAnswers {
    private ExplanationAnswers() {}

    static void answer(HttpExchange exchange, String responseId) throws IOException {
        Sample sample = Neighbours.sample(responseId);
        if (sample == null) {
            Neighbours.send(exchange, 404, Map.of("status", 404, "detail", "Nothing has been decided about it yet."));
            return;
        }
        RecoveryDecided decided = sample.decided();
        String only = RulesNeighbour.query(exchange).get("rule");
        List<RuleVerdict> rules = new ArrayList<>();
        int i = 0;
        for (JsonNode rule : RulesNeighbour.published().path("rules")) {
            if (only == null || only.equals(rule.path("name").asText())) {
                rules.add(SampleVerdicts.verdict(rule, i, sample));
            }
            i++;
        }
        ExplainedDecision why = new ExplainedDecision(
                decided,
                rules,
                only == null ? null : false,
                only == null ? null : SampleVerdicts.wants(),
                List.of(new Decided(
                        decided.decisionId(),
                        1,
                        RulesNeighbour.versions().size(),
                        decided.policyVersion(),
                        RecoveryDecided.Kind.RECOVERY,
                        sample.received(),
                        "Flagged")));
        // The sample was decided by what is published now, however often that was.
        ObjectNode answer = Json.MAPPER.valueToTree(why);
        Neighbours.send(
                exchange,
                200,
                answer.put("ruleSetVersion", RulesNeighbour.versions().size()));
    }
}
