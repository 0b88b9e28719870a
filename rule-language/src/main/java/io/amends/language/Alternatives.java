package io.amends.language;

import java.util.List;

/** How many alternatives a clause has once spelled out: the size of its disjunctive normal form, not expanded. */
final class Alternatives {
    private static final long ENOUGH = Integer.MAX_VALUE;

    private Alternatives() {}

    static long of(Clause clause) {
        return count(clause, false);
    }

    private static long count(Clause clause, boolean negated) {
        if (clause instanceof Clause.Not not) {
            return count(not.of(), !negated);
        }
        if (clause instanceof Clause.All all) {
            return combine(all.of(), negated, negated);
        }
        return clause instanceof Clause.Any any ? combine(any.of(), negated, !negated) : 1;
    }

    private static long combine(List<Clause> clauses, boolean negated, boolean added) {
        long total = added ? 0 : 1;
        for (Clause clause : clauses) {
            long one = count(clause, negated);
            total = Math.min(ENOUGH, added ? total + one : total * one);
        }
        return total;
    }
}
