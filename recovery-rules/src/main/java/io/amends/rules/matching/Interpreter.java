package io.amends.rules.matching;

import io.amends.contracts.api.Verdict;
import io.amends.language.Clause;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** Asks every rule, clause by clause: slow, obviously right, and what the index is measured against. */
public final class Interpreter implements Matcher {
    private final RuleSet rules;

    public Interpreter(RuleSet rules) {
        this.rules = rules;
    }

    @Override
    public int[] matching(Facts facts) {
        List<Integer> matching = new ArrayList<>();
        for (int i = 0; i < rules.rules().size(); i++) {
            Rule rule = rules.rules().get(i);
            if (verdict(rule.when(), facts) == Verdict.TRUE) {
                matching.add(i);
            }
        }
        return matching.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The verdict of a clause: of {@code all} FALSE wins over UNKNOWN, of {@code any} TRUE does. */
    public static Verdict verdict(Clause clause, Facts facts) {
        if (clause instanceof Clause.Leaf leaf) {
            return Leaves.verdict(leaf, facts);
        }
        if (clause instanceof Clause.Not not) {
            return verdict(not.of(), facts).negated();
        }
        return clause instanceof Clause.All all
                ? combine(all.of(), facts, Verdict.FALSE)
                : combine(((Clause.Any) clause).of(), facts, Verdict.TRUE);
    }

    private static Verdict combine(List<Clause> clauses, Facts facts, Verdict winner) {
        Verdict result = winner.negated();
        for (Clause clause : clauses) {
            Verdict verdict = verdict(clause, facts);
            if (verdict == winner) {
                return winner;
            }
            if (verdict == Verdict.UNKNOWN) {
                result = Verdict.UNKNOWN;
            }
        }
        return result;
    }
}
