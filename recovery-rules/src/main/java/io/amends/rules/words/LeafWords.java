package io.amends.rules.words;

import static io.amends.rules.words.ClauseWords.joined;

import io.amends.language.Clause;
import io.amends.language.Comparison;
import io.amends.language.Comparison.Direction;
import io.amends.language.Field;
import io.amends.language.Value;
import io.amends.rules.words.ClauseWords.Bond;
import io.amends.rules.words.ClauseWords.Phrase;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One leaf in words, plain or negated. A negated comparison is told by its opposite, which is the same: both are unknown
 * where the value is missing.
 */
final class LeafWords {
    /** Goes without quotes, unless it is a word of ours: one word that cannot be mistaken for a number. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*");

    private final RuleMessages messages;
    private final CommonNames common;
    private final Names names;
    private final Set<String> ours;

    LeafWords(RuleMessages messages, Names names) {
        this.messages = messages;
        this.common = new CommonNames(messages);
        this.names = names;
        this.ours = Stream.of(
                        messages.yes(), messages.no(), messages.and("", ""), messages.or("", ""), messages.nor("", ""))
                .map(String::strip)
                .collect(Collectors.toSet());
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
            String called = common.measure(is.measure());
            String subject = called.equals(is.measure()) ? name(called) : called;
            return compared(subject, is.comparison(), LeafWords.this::value);
        }

        @Override
        public Phrase field(Clause.FieldIs is) {
            return compared(common.field(is.field()), is.comparison(), value -> value(is.field(), value));
        }

        @Override
        public Phrase property(Clause.PropertyIs is) {
            return compared(name(is.property()), is.comparison(), LeafWords.this::value);
        }

        @Override
        public Phrase tag(Clause.HasTag has) {
            return whole(negated ? messages.noTag(name(has.tag())) : messages.tag(name(has.tag())));
        }

        @Override
        public Phrase factor(Clause.HasFactor has) {
            String factor = messages.quoted(has.factor());
            return whole(negated ? messages.noFactor(factor) : messages.factor(factor));
        }

        @Override
        public Phrase comment(Clause.CommentIs is) {
            return whole(negated == is.present() ? messages.noComment() : messages.comment());
        }

        @Override
        public Phrase commentContains(Clause.CommentContains contains) {
            String text = messages.quoted(contains.text());
            return whole(negated ? messages.commentContainsNot(text) : messages.commentContains(text));
        }

        @Override
        public Phrase submitted(Clause.Submitted submitted) {
            return moment(submitted, negated);
        }

        @Override
        public Phrase overallLow(Clause.OverallLow low) {
            return whole(negated ? messages.overallHigh() : messages.overallLow());
        }

        private Phrase compared(String subject, Comparison comparison, Function<Value, String> told) {
            return comparison.match(new Comparing(subject, negated, told));
        }
    }

    private static Phrase whole(String text) {
        return new Phrase(text, Bond.WHOLE);
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
            return isValue(subject, told.apply(equal.value()), negated != equal.negated());
        }

        @Override
        public Phrase in(Comparison.In in) {
            return among(subject, in.values().stream().map(told).toList(), negated != in.negated());
        }

        @Override
        public Phrase order(Comparison.Order order) {
            Direction direction = negated ? opposite(order.direction()) : order.direction();
            String bound = common.number(order.bound());
            return whole(
                    switch (direction) {
                        case LT -> messages.below(subject, bound);
                        case LTE -> messages.atMost(subject, bound);
                        case GT -> messages.above(subject, bound);
                        case GTE -> messages.atLeast(subject, bound);
                    });
        }

        @Override
        public Phrase between(Comparison.Between between) {
            String low = common.number(between.low());
            String high = common.number(between.high());
            return whole(negated ? messages.notBetween(subject, low, high) : messages.between(subject, low, high));
        }

        @Override
        public Phrase prefix(Comparison.Prefix prefix) {
            String start = name(prefix.prefix());
            return whole(negated ? messages.startsNotWith(subject, start) : messages.startsWith(subject, start));
        }

        @Override
        public Phrase present(Comparison.Present present) {
            return whole(present.wanted() == negated ? messages.notGiven(subject) : messages.given(subject));
        }
    }

    private Phrase among(String subject, List<String> values, boolean negated) {
        if (values.size() == 1) {
            return isValue(subject, values.get(0), negated);
        }
        return negated
                ? whole(messages.isNeither(subject, joined(values, messages::nor)))
                : new Phrase(messages.is(subject, joined(values, messages::or)), Bond.OR);
    }

    private Phrase isValue(String subject, String value, boolean negated) {
        return whole(negated ? messages.isNot(subject, value) : messages.is(subject, value));
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
        List<String> days = clause.daysInOrder().stream().map(common::day).toList();
        Clause.Hours hours = clause.between();
        String on = days.isEmpty() ? "" : messages.onDays(joined(days, messages::or));
        String at = hours == null
                ? ""
                : messages.betweenHours(hours.from().toString(), hours.to().toString());
        String both = on.isEmpty() ? at : at.isEmpty() ? on : messages.daysAndHours(on, at);
        return new Phrase(
                negated ? messages.notAnswered(both) : messages.answered(both), days.size() > 1 ? Bond.OR : Bond.WHOLE);
    }

    private String value(Field field, Value value) {
        if (!(value instanceof Value.Text text)) {
            return value(value);
        }
        return field == Field.CONTACT_CHOICE ? common.choice(text.text()) : name(names.of(field, text.text()));
    }

    private String value(Value value) {
        if (value instanceof Value.Text text) {
            return name(text.text());
        }
        return value instanceof Value.Numeric number
                ? common.number(number.number())
                : common.flag(((Value.Flag) value).yes());
    }

    String name(String name) {
        return PLAIN.matcher(name).matches() && !ours.contains(name) ? name : messages.quoted(name);
    }
}
