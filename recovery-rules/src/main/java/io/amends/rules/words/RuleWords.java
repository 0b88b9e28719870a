package io.amends.rules.words;

import io.amends.contracts.api.WordedRules.WordedRule;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import java.util.List;

/** Puts rules into words (B7). */
public final class RuleWords {
    private final ClauseWords clauses;
    private final EffectWords effects;

    /** @param names of the portal whose rules they are */
    public RuleWords(RuleMessages messages, Names names) {
        this.clauses = new ClauseWords(messages, names);
        this.effects = new EffectWords(messages, names);
    }

    /** Every rule of a set, in its order. */
    public List<WordedRule> of(RuleSet set) {
        return set.rules().stream().map(this::of).toList();
    }

    WordedRule of(Rule rule) {
        return new WordedRule(rule.name(), clauses.of(rule.when()), effects.of(rule.then()));
    }
}
