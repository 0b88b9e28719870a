package io.amends.rules.words;

import io.amends.contracts.api.WordedRules.WordedRule;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import java.util.List;

/** Puts rules into words (B7). */
public final class RuleWords {
    private RuleWords() {}

    /** Every rule of a set, in its order. */
    public static List<WordedRule> of(RuleSet set, Names names) {
        ClauseWords clauses = new ClauseWords(Words.ENGLISH, names);
        EffectWords effects = new EffectWords(Words.ENGLISH);
        return set.rules().stream()
                .map(rule -> new WordedRule(rule.name(), clauses.of(rule.when()), effects.of(rule.then())))
                .toList();
    }

    static WordedRule of(Rule rule, Names names) {
        return of(new RuleSet(List.of(rule)), names).get(0);
    }
}
