package io.amends.rules.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.rules.language.RuleSet;
import io.amends.rules.matching.Facts;
import io.amends.rules.matching.Inquiry;
import java.time.ZoneId;

/** Reproduces every rule's and clause's verdict from a decision and the rules that made it (B6). */
final class Explanations {
    private Explanations() {}

    /** The decision's own fields, and {@code rules} beside them. */
    static ObjectNode of(RecoveryDecided decision, RuleSet rules, ZoneId zone) {
        Facts facts = new Facts(
                decision.response(),
                decision.explanation().overall(),
                decision.explanation().threshold(),
                zone);
        ObjectNode answer = Json.MAPPER.valueToTree(decision);
        JsonNode verdicts = Json.MAPPER.valueToTree(Inquiry.of(rules, facts));
        answer.set("rules", verdicts);
        return answer;
    }
}
