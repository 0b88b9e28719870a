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
    private Leaves() {}

    /** The verdict of one leaf. */
    public static Verdict verdict(Clause.Leaf leaf, Facts facts) {
        if (leaf instanceof Clause.MeasureIs is) {
            return compare(is.comparison(), facts.measure(is.measure()));
        }
        if (leaf instanceof Clause.FieldIs is) {
            return compare(is.comparison(), facts.field(is.field()));
        }
        if (leaf instanceof Clause.PropertyIs is) {
            return compare(is.comparison(), facts.property(is.property()));
        }
        if (leaf instanceof Clause.HasTag has) {
            return Verdict.of(facts.tags().contains(has.tag()));
        }
        if (leaf instanceof Clause.HasFactor has) {
            return Verdict.of(facts.factors().contains(has.factor()));
        }
        if (leaf instanceof Clause.CommentIs is) {
            return Verdict.of((facts.comment() != null) == is.present());
        }
        if (leaf instanceof Clause.CommentContains contains) {
            return contains(facts, Facts.lower(contains.text()));
        }
        if (leaf instanceof Clause.Submitted submitted) {
            return submitted(submitted, facts);
        }
        BigDecimal overall = facts.overall();
        return overall == null ? Verdict.UNKNOWN : Verdict.of(overall.compareTo(facts.threshold()) <= 0);
    }

    /** One leaf, to be asked of many responses. */
    @FunctionalInterface
    interface Question {
        Verdict of(Facts facts);
    }

    /** The leaf as a question that is asked often: what depends on the leaf alone is done before. */
    static Question question(Clause.Leaf leaf) {
        if (leaf instanceof Clause.CommentContains contains) {
            String text = Facts.lower(contains.text());
            return facts -> contains(facts, text);
        }
        return facts -> verdict(leaf, facts);
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

    static Verdict compare(Comparison comparison, @Nullable Value value) {
        if (comparison instanceof Comparison.Present present) {
            return Verdict.of((value != null) == present.wanted());
        }
        if (value == null) {
            return Verdict.UNKNOWN;
        }
        if (comparison instanceof Comparison.Equal equal) {
            return Verdict.of(same(equal.value(), value) != equal.negated());
        }
        if (comparison instanceof Comparison.In in) {
            return Verdict.of(among(in.values(), value) != in.negated());
        }
        if (comparison instanceof Comparison.Prefix prefix) {
            return Verdict.of(value.asText().startsWith(prefix.prefix()));
        }
        return ordered(comparison, value.asNumber());
    }

    private static boolean among(List<Value> wanted, Value value) {
        for (Value one : wanted) {
            if (same(one, value)) {
                return true;
            }
        }
        return false;
    }

    private static Verdict ordered(Comparison comparison, @Nullable BigDecimal number) {
        if (number == null) {
            return Verdict.UNKNOWN;
        }
        if (comparison instanceof Comparison.Between between) {
            return Verdict.of(number.compareTo(between.low()) >= 0 && number.compareTo(between.high()) <= 0);
        }
        Comparison.Order order = (Comparison.Order) comparison;
        return Verdict.of(order.direction().holds(number.compareTo(order.bound())));
    }

    /** A number asked for equals what reads as that number; a text asked for equals what is written that way. */
    static boolean same(Value wanted, Value value) {
        if (wanted instanceof Value.Numeric number) {
            BigDecimal read = value.asNumber();
            return read != null && read.compareTo(number.number()) == 0;
        }
        return wanted.asText().equals(value.asText());
    }
}
