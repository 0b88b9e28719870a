package io.amends.language;

import java.util.List;

/** How many alternatives a clause has once spelled out: the size of its disjunctive normal form, not expanded. */
final class Alternatives implements Clause.Cases<Long> {
    private static final long ENOUGH = Integer.MAX_VALUE;
    private static final Alternatives PLAIN = new Alternatives(false);
    private static final Alternatives NEGATED = new Alternatives(true);

    private final boolean negated;

    private Alternatives(boolean negated) {
        this.negated = negated;
    }

    static long of(Clause clause) {
        return clause.match(PLAIN);
    }

    @Override
    public Long all(Clause.All all) {
        return combine(all.of(), negated);
    }

    @Override
    public Long any(Clause.Any any) {
        return combine(any.of(), !negated);
    }

    @Override
    public Long not(Clause.Not not) {
        return not.of().match(negated ? PLAIN : NEGATED);
    }

    @Override
    public Long leaf(Clause.Leaf leaf) {
        return 1L;
    }

    private long combine(List<Clause> clauses, boolean added) {
        long total = added ? 0 : 1;
        for (Clause clause : clauses) {
            long one = clause.match(this);
            total = Math.min(ENOUGH, added ? total + one : total * one);
        }
        return total;
    }
}
