package io.amends.rules.matching;

import io.amends.language.Clause;
import io.amends.language.Comparison;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How rarely a literal is expected to hold, as a rough share of all responses. The more different values rules ask of an
 * attribute, the rarer is each of them: a tier is one of three, a product one of hundreds. Only speed depends on it: each
 * alternative is looked up by its rarest literal.
 */
final class Rarity {
    private final Map<List<Object>, Integer> asked = new HashMap<>();

    private Rarity(Collection<Clause.Leaf> leaves) {
        leaves.forEach(leaf -> asked.merge(attribute(leaf), 1, Integer::sum));
    }

    /**
     * The share of responses for which each of these is TRUE, in their order.
     *
     * @param leaves all that the rules ask, each once
     */
    static double[] shares(Collection<Clause.Leaf> leaves) {
        Rarity rarity = new Rarity(leaves);
        return leaves.stream().mapToDouble(rarity::share).toArray();
    }

    private static List<Object> attribute(Clause.Leaf leaf) {
        if (leaf instanceof Clause.MeasureIs is) {
            return List.of(Clause.MeasureIs.class, is.measure());
        }
        if (leaf instanceof Clause.FieldIs is) {
            return List.of(Clause.FieldIs.class, is.field());
        }
        return leaf instanceof Clause.PropertyIs is
                ? List.of(Clause.PropertyIs.class, is.property())
                : List.of(leaf.getClass());
    }

    private double share(Clause.Leaf leaf) {
        double one = 1.0 / (1 + asked.getOrDefault(attribute(leaf), 0));
        if (leaf instanceof Clause.MeasureIs is) {
            return compared(is.comparison(), Math.max(one, 0.1));
        }
        if (leaf instanceof Clause.FieldIs is) {
            return compared(is.comparison(), one);
        }
        if (leaf instanceof Clause.PropertyIs is) {
            return compared(is.comparison(), one);
        }
        boolean oneOfMany = leaf instanceof Clause.HasTag
                || leaf instanceof Clause.HasFactor
                || leaf instanceof Clause.CommentContains;
        return oneOfMany ? Math.min(one, 0.3) : 0.4;
    }

    private static double compared(Comparison comparison, double equal) {
        if (comparison instanceof Comparison.Equal is) {
            return is.negated() ? 1 - equal : equal;
        }
        if (comparison instanceof Comparison.In in) {
            double some = Math.min(0.9, equal * in.values().size());
            return in.negated() ? 1 - some : some;
        }
        return comparison instanceof Comparison.Present ? 0.8 : 0.45;
    }
}
