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

    private static final Comparison.Cases<Named> NAMED = new Comparison.Cases<>() {
        @Override
        public Named equal(Comparison.Equal equal) {
            return Named.values(List.of(equal.value()));
        }

        @Override
        public Named in(Comparison.In in) {
            return Named.values(in.values());
        }

        @Override
        public Named order(Comparison.Order order) {
            return Named.values(List.of(new Value.Numeric(order.bound())));
        }

        @Override
        public Named between(Comparison.Between between) {
            return Named.values(List.of(new Value.Numeric(between.low()), new Value.Numeric(between.high())));
        }

        @Override
        public Named prefix(Comparison.Prefix prefix) {
            return Named.texts(prefix.prefix(), prefix.prefix() + SOMETHING_ELSE);
        }

        @Override
        public Named present(Comparison.Present present) {
            return Named.NOTHING;
        }
    };

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
            named(literal).values().stream().map(Value::asNumber).forEach(number -> {
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
            named(literal).values().stream().map(Value::asText).forEach(all::add);
            all.addAll(named(literal).texts());
        }
        all.add(SOMETHING_ELSE);
        return all.stream();
    }

    /**
     * What a literal names.
     *
     * @param values what the attribute is compared with
     * @param texts what a text begins with or contains
     * @param times where hours begin and end
     */
    private record Named(List<Value> values, List<String> texts, List<LocalTime> times) {
        static final Named NOTHING = new Named(List.of(), List.of(), List.of());

        static Named values(List<Value> values) {
            return new Named(values, List.of(), List.of());
        }

        static Named texts(String... texts) {
            return new Named(List.of(), List.of(texts), List.of());
        }
    }

    private Named named(Literal literal) {
        return literal.leaf().match(new NamedByLeaf(facts.threshold()));
    }

    /** @param threshold what {@code overall} is compared with */
    private record NamedByLeaf(BigDecimal threshold) implements Clause.LeafCases<Named> {
        @Override
        public Named measure(Clause.MeasureIs is) {
            return is.comparison().match(NAMED);
        }

        @Override
        public Named field(Clause.FieldIs is) {
            return is.comparison().match(NAMED);
        }

        @Override
        public Named property(Clause.PropertyIs is) {
            return is.comparison().match(NAMED);
        }

        @Override
        public Named tag(Clause.HasTag has) {
            return Named.NOTHING;
        }

        @Override
        public Named factor(Clause.HasFactor has) {
            return Named.NOTHING;
        }

        @Override
        public Named comment(Clause.CommentIs is) {
            return Named.NOTHING;
        }

        @Override
        public Named commentContains(Clause.CommentContains contains) {
            return Named.texts(contains.text());
        }

        @Override
        public Named submitted(Clause.Submitted submitted) {
            Clause.Hours hours = submitted.between();
            return hours == null ? Named.NOTHING : new Named(List.of(), List.of(), List.of(hours.from(), hours.to()));
        }

        @Override
        public Named overallLow(Clause.OverallLow low) {
            return Named.values(List.of(new Value.Numeric(threshold)));
        }
    }

    private List<@Nullable JsonNode> comments(@Nullable JsonNode now) {
        List<String> wanted = literals.stream()
                .filter(Literal::wanted)
                .flatMap(literal -> named(literal).texts().stream())
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
            for (LocalTime edge : named(literal).times()) {
                times.add(edge);
                times.add(edge.minusMinutes(1));
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
