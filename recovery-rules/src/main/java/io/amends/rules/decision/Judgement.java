package io.amends.rules.decision;

import io.amends.contracts.ContactChoice;
import io.amends.language.Rule;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policy and rules make of one response, before it becomes a decision.
 *
 * @param matched in the order of the rule set
 */
public record Judgement(DecisionOutcome outcome, List<Rule> matched) {

    /** The names of the rules that match, as decisions cite them. */
    public List<String> rules() {
        return matched.stream().map(Rule::name).toList();
    }

    /** The one plain sentence that says why (B6). */
    public String summary(ContactChoice choice, @Nullable BigDecimal overall, Policy policy) {
        return DecisionSummary.of(outcome, overall, choice, policy) + DecisionSummary.rules(matched);
    }
}
