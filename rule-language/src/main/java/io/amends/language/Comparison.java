package io.amends.language;

import java.math.BigDecimal;
import java.util.List;

/** What a clause asks of one value. */
public sealed interface Comparison {

    /** {@code eq}, or {@code ne} where negated. A number equals a text that reads as that number. */
    record Equal(Value value, boolean negated) implements Comparison {}

    /** {@code in}, or {@code notIn} where negated. */
    record In(List<Value> values, boolean negated) implements Comparison {}

    /** {@code lt}, {@code lte}, {@code gt}, {@code gte}. */
    record Order(Direction direction, BigDecimal bound) implements Comparison {}

    /** {@code between}: both ends included. */
    record Between(BigDecimal low, BigDecimal high) implements Comparison {}

    /** {@code prefix}: case-sensitive. */
    record Prefix(String prefix) implements Comparison {}

    /** {@code present}: true asks for a value, false for none. */
    record Present(boolean wanted) implements Comparison {}

    /** The four orders, by their JSON names. */
    enum Direction {
        LT("lt"),
        LTE("lte"),
        GT("gt"),
        GTE("gte");

        private final String json;

        Direction(String json) {
            this.json = json;
        }

        public String json() {
            return json;
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
