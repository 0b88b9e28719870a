package io.amends.rules.words;

import io.amends.language.Rule;
import io.amends.language.RuleSet;
import java.util.List;

/**
 * A rule as a person reads it (B7).
 *
 * @param when such as: CSAT at most 1, and tag vip_customer or tier is gold
 * @param then such as: recovery, priority 1, alerts at once
 */
public record RuleWords(String name, String when, String then) {

    /** Every rule of a set, in its order. */
    public static List<RuleWords> of(RuleSet set, Names names) {
        ClauseWords clauses = new ClauseWords(Words.ENGLISH, names);
        EffectWords effects = new EffectWords(Words.ENGLISH);
        return set.rules().stream()
                .map(rule -> new RuleWords(rule.name(), clauses.of(rule.when()), effects.of(rule.then())))
                .toList();
    }

    static RuleWords of(Rule rule, Names names) {
        return of(new RuleSet(List.of(rule)), names).get(0);
    }
}
