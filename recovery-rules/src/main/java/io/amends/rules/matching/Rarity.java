package io.amends.rules.matching;

import io.amends.rules.language.Clause;
import io.amends.rules.language.Comparison;

/**
 * How rarely a literal is expected to hold, as a rough share of all responses. Only speed depends on it: each
 * alternative is looked up by its rarest literal.
 */
final class Rarity {
    private Rarity() {}

    static double share(Alternative.Literal literal) {
        double share = share(literal.leaf());
        return literal.wanted() ? share : 1 - share;
    }

    private static double share(Clause.Leaf leaf) {
        if (leaf instanceof Clause.MeasureIs is) {
            return compared(is.comparison(), 0.2);
        }
        if (leaf instanceof Clause.FieldIs is) {
            return compared(
                    is.comparison(),
                    switch (is.field()) {
                        case AGENT -> 0.01;
                        case SUPPORT_GROUP -> 0.05;
                        case BRAND, SEGMENT -> 0.1;
                        case CHANNEL, LANGUAGE, CONTACT_CHOICE -> 0.25;
                    });
        }
        if (leaf instanceof Clause.PropertyIs is) {
            return compared(is.comparison(), 0.02);
        }
        if (leaf instanceof Clause.HasTag || leaf instanceof Clause.HasFactor) {
            return 0.03;
        }
        return leaf instanceof Clause.CommentContains ? 0.05 : 0.4;
    }

    private static double compared(Comparison comparison, double equal) {
        if (comparison instanceof Comparison.Equal is) {
            return is.negated() ? 1 - equal : equal;
        }
        if (comparison instanceof Comparison.In in) {
            double some = Math.min(0.9, equal * in.values().size());
            return in.negated() ? 1 - some : some;
        }
        return comparison instanceof Comparison.Present ? 0.8 : Math.min(0.45, 2 * equal + 0.1);
    }
}
