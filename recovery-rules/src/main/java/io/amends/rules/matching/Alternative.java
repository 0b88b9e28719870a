package io.amends.rules.matching;

import io.amends.contracts.api.Verdict;
import io.amends.language.Clause;
import java.util.ArrayList;
import java.util.List;

/**
 * One way in which a rule can match: all of these literals hold. A rule matches where one of its alternatives does; that
 * is its disjunctive normal form, in which a negated leaf asks that the leaf be FALSE, so that UNKNOWN satisfies neither.
 *
 * @param literals never empty; what a rule asks twice can be there twice
 */
record Alternative(List<Literal> literals) {

    /** A leaf and the verdict it must have. */
    record Literal(Clause.Leaf leaf, boolean wanted) {
        boolean holds(Verdict verdict) {
            return verdict == (wanted ? Verdict.TRUE : Verdict.FALSE);
        }
    }

    /** The alternatives of a clause; the reader has bounded their number. */
    static List<Alternative> of(Clause clause) {
        return expand(clause, true);
    }

    private static List<Alternative> expand(Clause clause, boolean wanted) {
        return clause.match(new Expansion(wanted));
    }

    /** @param wanted whether the clause must hold, or be denied */
    private record Expansion(boolean wanted) implements Clause.Cases<List<Alternative>> {
        @Override
        public List<Alternative> all(Clause.All all) {
            return wanted ? product(all.of(), true) : sum(all.of(), false);
        }

        @Override
        public List<Alternative> any(Clause.Any any) {
            return wanted ? sum(any.of(), true) : product(any.of(), false);
        }

        @Override
        public List<Alternative> not(Clause.Not not) {
            return expand(not.of(), !wanted);
        }

        @Override
        public List<Alternative> leaf(Clause.Leaf leaf) {
            return List.of(new Alternative(List.of(new Literal(leaf, wanted))));
        }
    }

    private static List<Alternative> sum(List<Clause> clauses, boolean wanted) {
        List<Alternative> alternatives = new ArrayList<>();
        clauses.forEach(clause -> alternatives.addAll(expand(clause, wanted)));
        return alternatives;
    }

    private static List<Alternative> product(List<Clause> clauses, boolean wanted) {
        List<Alternative> alternatives = List.of(new Alternative(List.of()));
        for (Clause clause : clauses) {
            List<Alternative> longer = new ArrayList<>();
            for (Alternative right : expand(clause, wanted)) {
                for (Alternative left : alternatives) {
                    List<Literal> both = new ArrayList<>(left.literals.size() + right.literals.size());
                    both.addAll(left.literals);
                    both.addAll(right.literals);
                    longer.add(new Alternative(both));
                }
            }
            alternatives = longer;
        }
        return alternatives;
    }
}
