package io.amends.rules.words;

import io.amends.contracts.api.RuleChange;
import io.amends.contracts.api.RuleSetComparison.Difference;
import io.amends.contracts.api.WordedRules.WordedRule;
import io.amends.language.Clause;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what differs between two rule sets, rule by rule, in sentences. A rule is the same where its name is. */
public final class RuleChanges {
    private final RuleMessages messages;
    private final RuleWords words;
    private final ClauseWords clauses;
    private final EffectWords effects;

    /** @param names of the portal whose rules they are */
    public RuleChanges(RuleMessages messages, Names names) {
        this.messages = messages;
        this.words = new RuleWords(messages, names);
        this.clauses = new ClauseWords(messages, names);
        this.effects = new EffectWords(messages, names);
    }

    /** What leads from one set to the other: in the order of the second, what was removed at the end. */
    public List<Difference> between(RuleSet from, RuleSet to) {
        Map<String, Rule> before = byName(from);
        Map<String, Rule> now = byName(to);
        Map<Rule, String> gone = new LinkedHashMap<>();
        before.values().stream()
                .filter(rule -> !now.containsKey(rule.name()))
                .forEach(rule -> gone.putIfAbsent(unnamed(rule), rule.name()));
        List<Difference> changes = new ArrayList<>();
        List<String> renamed = new ArrayList<>();
        Map<String, String> moves = Moves.between(from.rules(), to.rules(), messages);
        for (Rule rule : to.rules()) {
            Rule old = before.get(rule.name());
            String formerly = old == null ? gone.remove(unnamed(rule)) : null;
            if (formerly != null) {
                renamed.add(formerly);
                changes.add(new Difference(
                        rule.name(),
                        RuleChange.CHANGED,
                        messages.renamed(messages.quoted(formerly), messages.quoted(rule.name()))));
            } else if (old == null) {
                changes.add(whole(rule, RuleChange.ADDED, messages::added));
            } else if (!old.equals(rule)) {
                changes.add(changed(old, rule));
            }
            String moved = moves.get(rule.name());
            if (moved != null) {
                changes.add(new Difference(rule.name(), RuleChange.MOVED, moved));
            }
        }
        from.rules().stream()
                .filter(rule -> !now.containsKey(rule.name()) && !renamed.contains(rule.name()))
                .forEach(rule -> changes.add(whole(rule, RuleChange.REMOVED, messages::removed)));
        return changes;
    }

    private Difference whole(Rule rule, RuleChange kind, WholeRule sentence) {
        WordedRule told = words.of(rule);
        return new Difference(rule.name(), kind, sentence.of(messages.quoted(rule.name()), told.when(), told.then()));
    }

    /** A sentence about all of a rule. */
    private interface WholeRule {
        String of(String rule, String when, String then);
    }

    private Difference changed(Rule old, Rule now) {
        List<String> parts = new ArrayList<>();
        if (!old.when().equals(now.when())) {
            parts.add(condition(old.when(), now.when()));
        }
        if (!old.then().equals(now.then())) {
            parts.add(effects.change(old.then(), now.then()));
        }
        return new Difference(
                now.name(),
                RuleChange.CHANGED,
                messages.changed(messages.quoted(now.name()), ClauseWords.joined(parts, messages::bothChanged)));
    }

    /** Where both ask for several things, only what is asked for more, or less, is told. */
    private String condition(Clause old, Clause now) {
        List<Clause> dropped = minus(old.conjuncts(), now.conjuncts());
        List<Clause> added = minus(now.conjuncts(), old.conjuncts());
        String was = clauses.of(old);
        String is = clauses.of(now);
        if (was.equals(is)) {
            return messages.writtenDifferently();
        }
        if (dropped.size() == old.conjuncts().size() || (dropped.isEmpty() && added.isEmpty())) {
            return messages.whenChanged(is, was);
        }
        if (dropped.isEmpty()) {
            return messages.needsAlso(clauses.listed(added));
        }
        return added.isEmpty()
                ? messages.needsNoLonger(clauses.listed(dropped))
                : messages.needsInstead(clauses.listed(added), clauses.listed(dropped));
    }

    private static List<Clause> minus(List<Clause> clauses, List<Clause> others) {
        return clauses.stream().filter(clause -> !others.contains(clause)).toList();
    }

    /** The rule without its name, to know it again under another. */
    private static Rule unnamed(Rule rule) {
        return new Rule("", rule.when(), rule.then());
    }

    private static Map<String, Rule> byName(RuleSet set) {
        Map<String, Rule> byName = new LinkedHashMap<>();
        set.rules().forEach(rule -> byName.put(rule.name(), rule));
        return byName;
    }
}
