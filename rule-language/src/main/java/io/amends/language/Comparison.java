package io.amends.language;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a clause asks of one value. Whoever treats kinds of comparisons differently implements {@link Cases}, so that a new
 * kind does not compile until everybody has treated it.
 */
public sealed interface Comparison {

    /** What somebody makes of this comparison. */
    <T> T match(Cases<T> cases);

    /** Somebody who treats each comparison in its own way. */
    interface Cases<T> {
        T equal(Equal equal);

        T in(In in);

        T order(Order order);

        T between(Between between);

        T prefix(Prefix prefix);

        T present(Present present);
    }

    /** {@code eq}, or {@code ne} where negated. A number equals a text that reads as that number. */
    record Equal(Value value, boolean negated) implements Comparison {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.equal(this);
        }
    }

    /** {@code in}, or {@code notIn} where negated. */
    record In(List<Value> values, boolean negated) implements Comparison {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.in(this);
        }
    }

    /** {@code lt}, {@code lte}, {@code gt}, {@code gte}. */
    record Order(Direction direction, BigDecimal bound) implements Comparison {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.order(this);
        }
    }

    /** {@code between}: both ends included. */
    record Between(BigDecimal low, BigDecimal high) implements Comparison {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.between(this);
        }
    }

    /** {@code prefix}: case-sensitive. */
    record Prefix(String prefix) implements Comparison {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.prefix(this);
        }
    }

    /** {@code present}: true asks for a value, false for none. */
    record Present(boolean wanted) implements Comparison {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.present(this);
        }
    }

    /** The four orders, each with the operator that writes it. */
    enum Direction {
        LT(Operator.LT),
        LTE(Operator.LTE),
        GT(Operator.GT),
        GTE(Operator.GTE);

        private final Operator operator;

        Direction(Operator operator) {
            this.operator = operator;
        }

        public Operator operator() {
            return operator;
        }

        /** Whether a comparison of value and bound (as compareTo gives it) satisfies this order. */
        public boolean holds(int compared) {
            return switch (this) {
                case LT -> compared < 0;
                case LTE -> compared <= 0;
                case GT -> compared > 0;
                case GTE -> compared >= 0;
            };
        }
    }
}
