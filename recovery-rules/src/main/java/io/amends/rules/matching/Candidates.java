package io.amends.rules.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.directory.Measure;
import io.amends.language.Clause;
import io.amends.language.Comparison;
import io.amends.language.Field;
import io.amends.language.Value;
import io.amends.rules.matching.Alternative.Literal;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values worth trying where a response would have to be otherwise, nearest first: what the clauses name, what lies
 * just beside and between it, something else, and nothing (null). If any value satisfies the clauses, one of these does.
 */
final class Candidates {
    /** Stands for any text that no rule names. */
    static final String SOMETHING_ELSE = "something else";

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Attribute attribute;
    private final List<Literal> literals;
    private final Facts facts;
    private final Map<String, Measure> measures;

    Candidates(Attribute attribute, List<Literal> literals, Facts facts, Map<String, Measure> measures) {
        this.attribute = attribute;
        this.literals = literals;
        this.facts = facts;
        this.measures = measures;
    }

    List<@Nullable JsonNode> nearestFirst(@Nullable JsonNode now) {
        return switch (attribute.kind()) {
            case TAG, FACTOR -> Arrays.asList(BooleanNode.TRUE, BooleanNode.FALSE);
            case COMMENT -> comments(now);
            case SUBMITTED -> moments();
            case MEASURE -> answers(now);
            case PROPERTY -> {
                List<@Nullable JsonNode> all = new ArrayList<>(numbers(now));
                texts().map(TextNode::valueOf).forEach(all::add);
                all.addAll(Arrays.asList(BooleanNode.TRUE, BooleanNode.FALSE, null));
                yield all;
            }
            case FIELD -> fields();
        };
    }

    private List<@Nullable JsonNode> fields() {
        if (attribute.is(Field.CONTACT_CHOICE)) {
            return Stream.of(ContactChoice.values())
                    .<@Nullable JsonNode>map(choice -> TextNode.valueOf(choice.name()))
                    .toList();
        }
        List<@Nullable JsonNode> all = new ArrayList<>();
        texts().map(TextNode::valueOf).forEach(all::add);
        if (!attribute.is(Field.SUPPORT_GROUP)) { // no response is recorded without one
            all.add(null);
        }
        return all;
    }

    private List<@Nullable JsonNode> answers(@Nullable JsonNode now) {
        Measure scale = measures.get(attribute.name());
        List<@Nullable JsonNode> all = new ArrayList<>();
        if (scale == null || scale.kind() != Measure.Kind.FCR) {
            numbers(now).stream()
                    .filter(number -> scale == null || within(scale, number.decimalValue()))
                    .forEach(all::add);
        }
        if (scale == null || scale.kind() == Measure.Kind.FCR) {
            all.add(BooleanNode.TRUE);
            all.add(BooleanNode.FALSE);
        }
        all.add(null);
        return all;
    }

    private static boolean within(Measure scale, BigDecimal number) {
        return (scale.min() == null || number.compareTo(scale.min()) >= 0)
                && (scale.max() == null || number.compareTo(scale.max()) <= 0);
    }

    private List<JsonNode> numbers(@Nullable JsonNode now) {
        Set<BigDecimal> named = new TreeSet<>();
        for (Literal literal : literals) {
            if (literal.leaf() instanceof Clause.OverallLow) {
                named.add(facts.threshold());
            }
            values(literal).map(Value::asNumber).forEach(number -> {
                if (number != null) {
                    named.add(number);
                }
            });
        }
        Measure scale = measures.get(attribute.name());
        if (scale != null && scale.min() != null && scale.max() != null) {
            named.add(scale.min());
            named.add(scale.max());
        }
        Set<BigDecimal> all = new TreeSet<>(named);
        BigDecimal before = null;
        for (BigDecimal number : named) {
            all.add(number.add(BigDecimal.ONE));
            all.add(number.subtract(BigDecimal.ONE));
            if (before != null) {
                all.add(before.add(number).divide(TWO));
            }
            before = number;
        }
        BigDecimal here = now != null && now.isNumber() ? now.decimalValue() : BigDecimal.ZERO;
        return all.stream()
                .map(number -> number.stripTrailingZeros().scale() < 0 ? number.setScale(0) : number)
                .sorted(Comparator.comparing(
                                (BigDecimal number) -> number.subtract(here).abs())
                        .thenComparing(number -> number.stripTrailingZeros().scale()))
                .<JsonNode>map(DecimalNode::valueOf)
                .toList();
    }

    private Stream<String> texts() {
        Set<String> all = new LinkedHashSet<>();
        for (Literal literal : literals) {
            values(literal).map(Value::asText).forEach(all::add);
            if (comparison(literal) instanceof Comparison.Prefix prefix) {
                all.add(prefix.prefix());
                all.add(prefix.prefix() + SOMETHING_ELSE);
            }
        }
        all.add(SOMETHING_ELSE);
        return all.stream();
    }

    private static Stream<Value> values(Literal literal) {
        Comparison comparison = comparison(literal);
        if (comparison instanceof Comparison.Equal equal) {
            return Stream.of(equal.value());
        }
        if (comparison instanceof Comparison.In in) {
            return in.values().stream();
        }
        if (comparison instanceof Comparison.Order order) {
            return Stream.of(new Value.Numeric(order.bound()));
        }
        return comparison instanceof Comparison.Between between
                ? Stream.of(new Value.Numeric(between.low()), new Value.Numeric(between.high()))
                : Stream.empty();
    }

    private static @Nullable Comparison comparison(Literal literal) {
        if (literal.leaf() instanceof Clause.MeasureIs is) {
            return is.comparison();
        }
        if (literal.leaf() instanceof Clause.FieldIs is) {
            return is.comparison();
        }
        return literal.leaf() instanceof Clause.PropertyIs is ? is.comparison() : null;
    }

    private List<@Nullable JsonNode> comments(@Nullable JsonNode now) {
        List<String> wanted = literals.stream()
                .filter(Literal::wanted)
                .map(Literal::leaf)
                .filter(Clause.CommentContains.class::isInstance)
                .map(leaf -> ((Clause.CommentContains) leaf).text())
                .toList();
        String joined = wanted.isEmpty() ? SOMETHING_ELSE : String.join(" ", wanted);
        List<@Nullable JsonNode> all = new ArrayList<>();
        if (now != null && !now.textValue().isBlank()) {
            all.add(TextNode.valueOf(now.textValue() + " " + joined));
        }
        all.add(TextNode.valueOf(joined));
        all.add(null);
        return all;
    }

    private List<@Nullable JsonNode> moments() {
        ZonedDateTime now = facts.submitted();
        Set<LocalTime> times = new LinkedHashSet<>(List.of(now.toLocalTime()));
        for (Literal literal : literals) {
            if (literal.leaf() instanceof Clause.Submitted submitted && submitted.between() != null) {
                Clause.Hours hours = submitted.between();
                for (LocalTime edge : List.of(hours.from(), hours.to())) {
                    times.add(edge);
                    times.add(edge.minusMinutes(1));
                }
            }
        }
        List<ZonedDateTime> moments = new ArrayList<>();
        for (int day = -6; day <= 6; day++) {
            for (LocalTime time : times) {
                moments.add(now.plusDays(day).with(time));
            }
        }
        return moments.stream()
                .sorted(Comparator.comparingLong(moment -> Math.abs(ChronoUnit.SECONDS.between(now, moment))))
                .<@Nullable JsonNode>map(
                        moment -> TextNode.valueOf(moment.toInstant().toString()))
                .toList();
    }
}
