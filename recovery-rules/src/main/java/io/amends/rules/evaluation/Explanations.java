package io.amends.rules.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.api.ExplainedDecision;
import io.amends.contracts.api.ExplainedDecision.Change;
import io.amends.contracts.api.ExplainedDecision.Decided;
import io.amends.contracts.api.ExplainedDecision.RuleVerdict;
import io.amends.contracts.directory.Portal;
import io.amends.kit.problem.Problem;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import io.amends.messages.Languages;
import io.amends.rules.matching.Facts;
import io.amends.rules.matching.Inquiry;
import io.amends.rules.matching.Remedy;
import io.amends.rules.matching.RemedyMessages;
import io.amends.rules.matching.RemedyWords;
import io.amends.rules.words.CommonNames;
import io.amends.rules.words.RuleMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reproduces every rule's and clause's verdict from a decision and the rules that made it (B6). */
@ApplicationScoped
class Explanations {
    private final Function<Locale, RemedyMessages> remedyMessages;
    private final Function<Locale, RuleMessages> ruleMessages;

    Explanations(@Any Instance<RemedyMessages> remedyMessages, @Any Instance<RuleMessages> ruleMessages) {
        this.remedyMessages = Languages.each(remedyMessages);
        this.ruleMessages = Languages.each(ruleMessages);
    }

    /**
     * The decision with what the rules say; of one rule also the smallest changes that would make it match.
     *
     * @param rule the only rule to explain; null for all
     * @param reader the language that these changes are told in
     * @param versions all decisions about the response; null where nothing was recorded
     * @throws Problem 404 if there is no rule of that name
     */
    JsonNode of(
            RecoveryDecided decision,
            RuleSet rules,
            ZoneId zone,
            Portal portal,
            @Nullable String rule,
            Locale reader,
            @Nullable List<Decided> versions) {
        Facts facts = new Facts(
                decision.response(),
                decision.explanation().overall(),
                decision.explanation().threshold(),
                zone);
        // What does not count any more was decided without asking any rule.
        List<RuleVerdict> verdicts =
                decision.standing() == Standing.COUNTS ? Inquiry.of(rules, facts, rule) : List.of();
        if (rule == null) {
            return tree(new ExplainedDecision(decision, verdicts, null, null, versions));
        }
        Rule explained = rules.rules().stream()
                .filter(one -> one.name().equals(rule))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Version " + decision.ruleSetVersion() + " of the rules, which"
                        + " decides here, has no rule '" + rule + "'."));
        RemedyWords words = new RemedyWords(remedyMessages.apply(reader), new CommonNames(ruleMessages.apply(reader)));
        List<List<Change>> ways = new Remedy(
                        portal.overall(), decision.explanation().threshold(), zone, portal.measures(), words)
                .of(explained, decision.response());
        List<List<Change>> changes = ways.stream().filter(way -> !way.isEmpty()).toList();
        return tree(new ExplainedDecision(decision, verdicts, ways.isEmpty(), changes, versions));
    }

    /** The value as a tree, in which the threshold 2.50 is 2.5, as it has always been told. */
    private static JsonNode tree(ExplainedDecision explained) {
        return Json.MAPPER.valueToTree(explained);
    }
}
