package io.amends.rules.matching;

import io.amends.contracts.api.Verdict;
import io.amends.language.Clause;
import io.amends.language.Comparison;
import io.amends.language.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a single leaf clause says about a response; docs/rules.md has the table of missing values. */
public final class Leaves {
    /** A comparison, to be asked of many values; null stands for a value that is missing. */
    @FunctionalInterface
    private interface Test {
        Verdict of(@Nullable Value value);
    }

    private static final Clause.LeafCases<Question> QUESTIONS = new Clause.LeafCases<>() {
        @Override
        public Question measure(Clause.MeasureIs is) {
            String measure = is.measure();
            Test test = is.comparison().match(TESTS);
            return facts -> test.of(facts.measure(measure));
        }

        @Override
        public Question field(Clause.FieldIs is) {
            Test test = is.comparison().match(TESTS);
            return facts -> test.of(facts.field(is.field()));
        }

        @Override
        public Question property(Clause.PropertyIs is) {
            Test test = is.comparison().match(TESTS);
            return facts -> test.of(facts.property(is.property()));
        }

        @Override
        public Question tag(Clause.HasTag has) {
            return facts -> Verdict.of(facts.tags().contains(has.tag()));
        }

        @Override
        public Question factor(Clause.HasFactor has) {
            return facts -> Verdict.of(facts.factors().contains(has.factor()));
        }

        @Override
        public Question comment(Clause.CommentIs is) {
            return facts -> Verdict.of((facts.comment() != null) == is.present());
        }

        @Override
        public Question commentContains(Clause.CommentContains contains) {
            String text = Facts.lower(contains.text());
            return facts -> contains(facts, text);
        }

        @Override
        public Question submitted(Clause.Submitted submitted) {
            return facts -> Leaves.submitted(submitted, facts);
        }

        @Override
        public Question overallLow(Clause.OverallLow low) {
            return facts -> {
                BigDecimal overall = facts.overall();
                return overall == null ? Verdict.UNKNOWN : Verdict.of(overall.compareTo(facts.threshold()) <= 0);
            };
        }
    };

    private static final Comparison.Cases<Test> TESTS = new Comparison.Cases<>() {
        @Override
        public Test equal(Comparison.Equal equal) {
            return value -> value == null ? Verdict.UNKNOWN : Verdict.of(same(equal.value(), value) != equal.negated());
        }

        @Override
        public Test in(Comparison.In in) {
            return value -> value == null ? Verdict.UNKNOWN : Verdict.of(among(in.values(), value) != in.negated());
        }

        @Override
        public Test order(Comparison.Order order) {
            return value -> {
                BigDecimal number = number(value);
                return number == null
                        ? Verdict.UNKNOWN
                        : Verdict.of(order.direction().holds(number.compareTo(order.bound())));
            };
        }

        @Override
        public Test between(Comparison.Between between) {
            return value -> {
                BigDecimal number = number(value);
                return number == null
                        ? Verdict.UNKNOWN
                        : Verdict.of(number.compareTo(between.low()) >= 0 && number.compareTo(between.high()) <= 0);
            };
        }

        @Override
        public Test prefix(Comparison.Prefix prefix) {
            return value ->
                    value == null ? Verdict.UNKNOWN : Verdict.of(value.asText().startsWith(prefix.prefix()));
        }

        @Override
        public Test present(Comparison.Present present) {
            return value -> Verdict.of((value != null) == present.wanted());
        }
    };

    private Leaves() {}

    /** The verdict of one leaf; who asks it of many responses asks its {@link #question}. */
    public static Verdict verdict(Clause.Leaf leaf, Facts facts) {
        return question(leaf).of(facts);
    }

    static Question question(Clause.Leaf leaf) {
        return leaf.match(QUESTIONS);
    }

    private static Verdict contains(Facts facts, String text) {
        String comment = facts.lowerComment();
        return comment == null ? Verdict.UNKNOWN : Verdict.of(comment.contains(text));
    }

    private static Verdict submitted(Clause.Submitted clause, Facts facts) {
        var at = facts.submitted();
        boolean day = clause.daysOfWeek().isEmpty() || clause.daysOfWeek().contains(at.getDayOfWeek());
        Clause.Hours hours = clause.between();
        return Verdict.of(day && (hours == null || hours.contain(at.toLocalTime())));
    }

    private static @Nullable BigDecimal number(@Nullable Value value) {
        return value == null ? null : value.asNumber();
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
