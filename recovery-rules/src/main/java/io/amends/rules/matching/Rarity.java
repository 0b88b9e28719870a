package io.amends.rules.matching;

import io.amends.language.Clause;
import io.amends.language.ClauseJson;
import io.amends.language.ClauseKind;
import io.amends.language.Comparison;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * How rarely a literal is expected to hold, as a rough share of all responses. The more different values rules ask of an
 * attribute, the rarer is each of them: a tier is one of three, a product one of hundreds. Only speed depends on it: each
 * alternative is looked up by its rarest literal.
 */
final class Rarity {
    private static final Clause.LeafCases<Guess> GUESSES = new Clause.LeafCases<>() {
        @Override
        public Guess measure(Clause.MeasureIs is) {
            return new Guess(List.of(ClauseKind.MEASURE, is.measure()), one -> is.comparison()
                    .match(new ComparisonShare(Math.max(one, 0.1))));
        }

        @Override
        public Guess field(Clause.FieldIs is) {
            return new Guess(List.of(ClauseKind.FIELD, is.field()), one -> is.comparison()
                    .match(new ComparisonShare(one)));
        }

        @Override
        public Guess property(Clause.PropertyIs is) {
            return new Guess(List.of(ClauseKind.PROPERTY, is.property()), one -> is.comparison()
                    .match(new ComparisonShare(one)));
        }

        @Override
        public Guess tag(Clause.HasTag has) {
            return oneOfMany(ClauseKind.TAG);
        }

        @Override
        public Guess factor(Clause.HasFactor has) {
            return oneOfMany(ClauseKind.FACTOR);
        }

        @Override
        public Guess comment(Clause.CommentIs is) {
            return oneOfFew(ClauseKind.COMMENT);
        }

        @Override
        public Guess commentContains(Clause.CommentContains contains) {
            return oneOfMany(ClauseJson.CONTAINS);
        }

        @Override
        public Guess submitted(Clause.Submitted submitted) {
            return oneOfFew(ClauseKind.SUBMITTED);
        }

        @Override
        public Guess overallLow(Clause.OverallLow low) {
            return oneOfFew(ClauseKind.OVERALL);
        }
    };

    private final Map<List<Object>, Integer> asked = new HashMap<>();

    private Rarity(Collection<Clause.Leaf> leaves) {
        leaves.forEach(leaf -> asked.merge(leaf.match(GUESSES).attribute, 1, Integer::sum));
    }

    /**
     * What is guessed of a leaf.
     *
     * @param attribute leaves that look at the same have the same
     * @param share that of the leaf, by that of one value among those asked of the attribute
     */
    private record Guess(List<Object> attribute, DoubleUnaryOperator share) {}

    /**
     * The share of responses for which each of these is TRUE, in their order.
     *
     * @param leaves all that the rules ask, each once
     */
    static double[] shares(Collection<Clause.Leaf> leaves) {
        Rarity rarity = new Rarity(leaves);
        return leaves.stream().mapToDouble(rarity::share).toArray();
    }

    private double share(Clause.Leaf leaf) {
        Guess guess = leaf.match(GUESSES);
        return guess.share.applyAsDouble(1.0 / (1 + asked.getOrDefault(guess.attribute, 0)));
    }

    private static Guess oneOfMany(Object attribute) {
        return new Guess(List.of(attribute), one -> Math.min(one, 0.3));
    }

    private static Guess oneOfFew(Object attribute) {
        return new Guess(List.of(attribute), one -> 0.4);
    }

    /** @param equal the share of responses that have one certain value */
    private record ComparisonShare(double equal) implements Comparison.Cases<Double> {
        private static final double ABOUT_HALF = 0.45;

        @Override
        public Double equal(Comparison.Equal is) {
            return is.negated() ? 1 - equal : equal;
        }

        @Override
        public Double in(Comparison.In in) {
            double some = Math.min(0.9, equal * in.values().size());
            return in.negated() ? 1 - some : some;
        }

        @Override
        public Double order(Comparison.Order order) {
            return ABOUT_HALF;
        }

        @Override
        public Double between(Comparison.Between between) {
            return ABOUT_HALF;
        }

        @Override
        public Double prefix(Comparison.Prefix prefix) {
            return ABOUT_HALF;
        }

        @Override
        public Double present(Comparison.Present present) {
            return 0.8;
        }
    }
}
