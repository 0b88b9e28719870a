package io.amends.rules.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.directory.Portal;
import io.amends.kit.problem.Problem;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import io.amends.rules.matching.Facts;
import io.amends.rules.matching.Inquiry;
import io.amends.rules.matching.Inquiry.RuleVerdict;
import io.amends.rules.matching.Remedy;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reproduces every rule's and clause's verdict from a decision and the rules that made it (B6). */
final class Explanations {
    private Explanations() {}

    /**
     * The decision's own fields, and {@code rules} beside them; of one rule also {@code changes}, the smallest that would
     * make it match.
     *
     * @param rule the only rule to explain; null for all
     * @throws Problem 404 if there is no rule of that name
     */
    static ObjectNode of(RecoveryDecided decision, RuleSet rules, ZoneId zone, Portal portal, @Nullable String rule) {
        Facts facts = new Facts(
                decision.response(),
                decision.explanation().overall(),
                decision.explanation().threshold(),
                zone);
        ObjectNode answer = Json.MAPPER.valueToTree(decision);
        // What does not count any more was decided without asking any rule.
        List<RuleVerdict> verdicts =
                decision.standing() == Standing.COUNTS ? Inquiry.of(rules, facts, rule) : List.of();
        answer.set("rules", Json.MAPPER.valueToTree(verdicts));
        if (rule == null) {
            return answer;
        }
        Rule explained = rules.rules().stream()
                .filter(one -> one.name().equals(rule))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Version " + decision.ruleSetVersion() + " of the rules, which"
                        + " decides here, has no rule '" + rule + "'."));
        List<List<Remedy.Change>> ways = new Remedy(
                        portal.overall(), decision.explanation().threshold(), zone, portal.measures())
                .of(explained, decision.response());
        answer.put("impossible", ways.isEmpty());
        answer.set(
                "changes",
                Json.MAPPER.valueToTree(
                        ways.stream().filter(way -> !way.isEmpty()).toList()));
        return answer;
    }
}
