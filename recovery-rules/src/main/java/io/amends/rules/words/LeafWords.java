package io.amends.rules.words;

import io.amends.language.Clause;
import io.amends.language.Comparison;
import io.amends.language.Comparison.Direction;
import io.amends.language.Field;
import io.amends.language.Operator;
import io.amends.language.Value;
import io.amends.rules.words.ClauseWords.Bond;
import io.amends.rules.words.ClauseWords.Phrase;
import java.math.BigDecimal;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One leaf in words, plain or negated. A negated comparison is told by its opposite, which is the same: both are unknown
 * where the value is missing.
 */
final class LeafWords {
    /** Goes without quotes: one word that cannot be mistaken for a number or for a word of ours. */
    private static final Pattern PLAIN = Pattern.compile("(?!(?:yes|no|and|or|nor)$)[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*");

    private final Words words;
    private final Names names;

    LeafWords(Words words, Names names) {
        this.words = words;
        this.names = names;
    }

    Phrase phrase(Clause.Leaf leaf, boolean negated) {
        return leaf.match(new Phrasing(negated));
    }

    private final class Phrasing implements Clause.LeafCases<Phrase> {
        private final boolean negated;

        Phrasing(boolean negated) {
            this.negated = negated;
        }

        @Override
        public Phrase measure(Clause.MeasureIs is) {
            String called = words.measure(is.measure());
            String subject = called.equals(is.measure()) ? name(called) : called;
            return compared(subject, is.comparison(), LeafWords.this::value);
        }

        @Override
        public Phrase field(Clause.FieldIs is) {
            return compared(words.field(is.field().json()), is.comparison(), value -> value(is.field(), value));
        }

        @Override
        public Phrase property(Clause.PropertyIs is) {
            return compared(words.of("property", name(is.property())), is.comparison(), LeafWords.this::value);
        }

        @Override
        public Phrase tag(Clause.HasTag has) {
            return whole("tag", negated, name(has.tag()));
        }

        @Override
        public Phrase factor(Clause.HasFactor has) {
            return whole("factor", negated, words.quoted(has.factor()));
        }

        @Override
        public Phrase comment(Clause.CommentIs is) {
            return whole("comment", negated == is.present());
        }

        @Override
        public Phrase commentContains(Clause.CommentContains contains) {
            return whole("comment.contains", negated, words.quoted(contains.text()));
        }

        @Override
        public Phrase submitted(Clause.Submitted submitted) {
            return moment(submitted, negated);
        }

        @Override
        public Phrase overallLow(Clause.OverallLow low) {
            return whole("overall", negated);
        }

        private Phrase compared(String subject, Comparison comparison, Function<Value, String> told) {
            return comparison.match(new Comparing(subject, negated, told));
        }
    }

    private Phrase whole(String key, boolean negated, String... gaps) {
        return new Phrase(words.of(negated ? key + ".not" : key, gaps), Bond.WHOLE);
    }

    private final class Comparing implements Comparison.Cases<Phrase> {
        private final String subject;
        private final boolean negated;
        private final Function<Value, String> told;

        Comparing(String subject, boolean negated, Function<Value, String> told) {
            this.subject = subject;
            this.negated = negated;
            this.told = told;
        }

        @Override
        public Phrase equal(Comparison.Equal equal) {
            return whole(Operator.EQ.json(), negated != equal.negated(), subject, told.apply(equal.value()));
        }

        @Override
        public Phrase in(Comparison.In in) {
            return among(subject, in.values().stream().map(told).toList(), negated != in.negated());
        }

        @Override
        public Phrase order(Comparison.Order order) {
            Direction direction = negated ? opposite(order.direction()) : order.direction();
            return whole(direction.operator().json(), false, subject, plain(order.bound()));
        }

        @Override
        public Phrase between(Comparison.Between between) {
            return whole(Operator.BETWEEN.json(), negated, subject, plain(between.low()), plain(between.high()));
        }

        @Override
        public Phrase prefix(Comparison.Prefix prefix) {
            return whole(Operator.PREFIX.json(), negated, subject, name(prefix.prefix()));
        }

        @Override
        public Phrase present(Comparison.Present present) {
            return whole(Operator.PRESENT.json(), present.wanted() == negated, subject);
        }
    }

    private Phrase among(String subject, List<String> values, boolean negated) {
        if (values.size() == 1) {
            return whole(Operator.EQ.json(), negated, subject, values.get(0));
        }
        return negated
                ? whole(Operator.IN.json(), true, subject, words.join("nor", values))
                : new Phrase(words.of(Operator.IN.json(), subject, words.join("or", values)), Bond.OR);
    }

    private static Direction opposite(Direction direction) {
        return switch (direction) {
            case LT -> Direction.GTE;
            case LTE -> Direction.GT;
            case GT -> Direction.LTE;
            case GTE -> Direction.LT;
        };
    }

    private Phrase moment(Clause.Submitted clause, boolean negated) {
        List<String> days = clause.daysInOrder().stream()
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .toList();
        Clause.Hours hours = clause.between();
        String on = days.isEmpty() ? "" : words.of("submitted.days", words.join("or", days));
        String at = hours == null
                ? ""
                : words.of(
                        "submitted.hours", hours.from().toString(), hours.to().toString());
        String both = on.isEmpty() ? at : at.isEmpty() ? on : words.of("submitted.both", on, at);
        return new Phrase(
                words.of(negated ? "submitted.not" : "submitted", both), days.size() > 1 ? Bond.OR : Bond.WHOLE);
    }

    private String value(Field field, Value value) {
        if (!(value instanceof Value.Text text)) {
            return value(value);
        }
        return field == Field.CONTACT_CHOICE ? words.choice(text.text()) : name(names.of(field, text.text()));
    }

    private String value(Value value) {
        if (value instanceof Value.Text text) {
            return name(text.text());
        }
        return value instanceof Value.Numeric number
                ? plain(number.number())
                : words.of(((Value.Flag) value).yes() ? "yes" : "no");
    }

    String name(String name) {
        return PLAIN.matcher(name).matches() ? name : words.quoted(name);
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }
}
