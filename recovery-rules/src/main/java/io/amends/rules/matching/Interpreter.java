package io.amends.rules.matching;

import io.amends.contracts.api.Verdict;
import io.amends.language.Clause;
import io.amends.language.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** Asks every rule, clause by clause: slow, obviously right, and what the index is measured against. */
public final class Interpreter implements Matcher {
    private static final Clause.Cases<Question> QUESTIONS = new Clause.Cases<>() {
        @Override
        public Question all(Clause.All all) {
            return combined(all.of(), Verdict.FALSE);
        }

        @Override
        public Question any(Clause.Any any) {
            return combined(any.of(), Verdict.TRUE);
        }

        @Override
        public Question not(Clause.Not not) {
            Question denied = question(not.of());
            return facts -> denied.verdict(facts).negated();
        }

        @Override
        public Question leaf(Clause.Leaf leaf) {
            return LeafQuestion.of(leaf);
        }
    };

    private final Question[] rules;

    public Interpreter(RuleSet rules) {
        this.rules = rules.rules().stream().map(rule -> question(rule.when())).toArray(Question[]::new);
    }

    @Override
    public int[] matching(Facts facts) {
        List<Integer> matching = new ArrayList<>();
        for (int i = 0; i < rules.length; i++) {
            if (rules[i].verdict(facts) == Verdict.TRUE) {
                matching.add(i);
            }
        }
        return matching.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The verdict of a clause: of {@code all} FALSE wins over UNKNOWN, of {@code any} TRUE does. */
    public static Verdict verdict(Clause clause, Facts facts) {
        return question(clause).verdict(facts);
    }

    private static Question question(Clause clause) {
        return clause.match(QUESTIONS);
    }

    private static Question combined(List<Clause> clauses, Verdict winner) {
        Question[] parts = clauses.stream().map(Interpreter::question).toArray(Question[]::new);
        return facts -> combine(parts, facts, winner);
    }

    private static Verdict combine(Question[] parts, Facts facts, Verdict winner) {
        Verdict result = winner.negated();
        for (Question part : parts) {
            Verdict verdict = part.verdict(facts);
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
