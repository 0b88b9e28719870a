package io.amends.rules.matching;

import io.amends.contracts.api.Verdict;
import io.amends.language.Comparison;
import io.amends.language.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison says about a value. The kind stands beside the comparison and not around it: with ten thousand rules
 * every object on the way to a bound is one more that is not in the cache.
 */
enum ValueTest {
    EQUAL,
    IN,
    ORDER,
    BETWEEN,
    PREFIX,
    PRESENT;

    private static final Comparison.Cases<ValueTest> OF = new Comparison.Cases<>() {
        @Override
        public ValueTest equal(Comparison.Equal equal) {
            return EQUAL;
        }

        @Override
        public ValueTest in(Comparison.In in) {
            return IN;
        }

        @Override
        public ValueTest order(Comparison.Order order) {
            return ORDER;
        }

        @Override
        public ValueTest between(Comparison.Between between) {
            return BETWEEN;
        }

        @Override
        public ValueTest prefix(Comparison.Prefix prefix) {
            return PREFIX;
        }

        @Override
        public ValueTest present(Comparison.Present present) {
            return PRESENT;
        }
    };

    static ValueTest of(Comparison comparison) {
        return comparison.match(OF);
    }

    /**
     * The verdict on a value.
     *
     * @param comparison one of this kind
     * @param value null where it is missing
     */
    Verdict verdict(Comparison comparison, @Nullable Value value) {
        if (this == PRESENT) {
            return Verdict.of((value != null) == ((Comparison.Present) comparison).wanted());
        }
        if (value == null) {
            return Verdict.UNKNOWN;
        }
        return switch (this) {
            case EQUAL -> equal((Comparison.Equal) comparison, value);
            case IN -> in((Comparison.In) comparison, value);
            case ORDER -> order((Comparison.Order) comparison, value.asNumber());
            case BETWEEN -> between((Comparison.Between) comparison, value.asNumber());
            case PREFIX -> Verdict.of(value.asText().startsWith(((Comparison.Prefix) comparison).prefix()));
            case PRESENT -> Verdict.TRUE; // was said before
        };
    }

    private static Verdict equal(Comparison.Equal equal, Value value) {
        return Verdict.of(same(equal.value(), value) != equal.negated());
    }

    private static Verdict in(Comparison.In in, Value value) {
        return Verdict.of(among(in.values(), value) != in.negated());
    }

    private static Verdict order(Comparison.Order order, @Nullable BigDecimal number) {
        return number == null ? Verdict.UNKNOWN : Verdict.of(order.direction().holds(number.compareTo(order.bound())));
    }

    private static Verdict between(Comparison.Between between, @Nullable BigDecimal number) {
        return number == null
                ? Verdict.UNKNOWN
                : Verdict.of(number.compareTo(between.low()) >= 0 && number.compareTo(between.high()) <= 0);
    }

    private static boolean among(List<Value> wanted, Value value) {
        for (Value one : wanted) {
            if (same(one, value)) {
                return true;
            }
        }
        return false;
    }

    /** A number asked for equals what reads as that number; a text asked for equals what is written that way. */
    private static boolean same(Value wanted, Value value) {
        if (wanted instanceof Value.Numeric number) {
            BigDecimal read = value.asNumber();
            return read != null && read.compareTo(number.number()) == 0;
        }
        return wanted.asText().equals(value.asText());
    }
}
