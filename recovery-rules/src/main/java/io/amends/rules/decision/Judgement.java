package io.amends.rules.decision;

import io.amends.language.Rule;
import java.util.List;

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
}
