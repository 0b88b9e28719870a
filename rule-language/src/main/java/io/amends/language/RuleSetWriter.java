package io.amends.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Writes rules as the JSON they were read from. */
public final class RuleSetWriter {
    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);

    private static final Clause.Cases<ObjectNode> CLAUSES = new Clause.Cases<>() {
        @Override
        public ObjectNode all(Clause.All all) {
            return ClauseJson.combined(ClauseKind.ALL, each(all.of()));
        }

        @Override
        public ObjectNode any(Clause.Any any) {
            return ClauseJson.combined(ClauseKind.ANY, each(any.of()));
        }

        @Override
        public ObjectNode not(Clause.Not not) {
            return ClauseJson.not(clause(not.of()));
        }

        @Override
        public ObjectNode leaf(Clause.Leaf leaf) {
            return leaf.match(LEAVES);
        }
    };

    private static final Clause.LeafCases<ObjectNode> LEAVES = new Clause.LeafCases<>() {
        @Override
        public ObjectNode measure(Clause.MeasureIs is) {
            return is.comparison().match(new ComparisonWriter(ClauseKind.MEASURE, is.measure()));
        }

        @Override
        public ObjectNode field(Clause.FieldIs is) {
            return is.comparison()
                    .match(new ComparisonWriter(ClauseKind.FIELD, is.field().json()));
        }

        @Override
        public ObjectNode property(Clause.PropertyIs is) {
            return is.comparison().match(new ComparisonWriter(ClauseKind.PROPERTY, is.property()));
        }

        @Override
        public ObjectNode tag(Clause.HasTag has) {
            return ClauseJson.named(ClauseKind.TAG, has.tag());
        }

        @Override
        public ObjectNode factor(Clause.HasFactor has) {
            return ClauseJson.named(ClauseKind.FACTOR, has.factor());
        }

        @Override
        public ObjectNode comment(Clause.CommentIs is) {
            return ClauseJson.comment(is.present() ? ClauseJson.PRESENT : ClauseJson.ABSENT);
        }

        @Override
        public ObjectNode commentContains(Clause.CommentContains contains) {
            return ClauseJson.commentContains(contains.text());
        }

        @Override
        public ObjectNode submitted(Clause.Submitted submitted) {
            Clause.Hours hours = submitted.between();
            return ClauseJson.submitted(
                    submitted.daysInOrder().stream().map(Enum::name).toList(),
                    hours == null
                            ? List.of()
                            : List.of(hours.from().toString(), hours.to().toString()));
        }

        @Override
        public ObjectNode overallLow(Clause.OverallLow low) {
            return ClauseJson.overallLow();
        }
    };

    private RuleSetWriter() {}

    /** The rule set as JSON; absent effects stay absent. */
    public static JsonNode write(RuleSet set) {
        return JSON.objectNode().set(RuleSet.RULES, list(set.rules(), RuleSetWriter::rule));
    }

    private static JsonNode rule(Rule rule) {
        ObjectNode node = JSON.objectNode().put(Rule.NAME, rule.name());
        node.set(Rule.WHEN, clause(rule.when()));
        node.set(Rule.THEN, effects(rule.then()));
        return node;
    }

    private static JsonNode effects(Effects then) {
        ObjectNode node = JSON.objectNode();
        if (then.kind() != null) {
            node.put(Effects.KIND, then.kind().name());
        }
        if (then.priority() != null) {
            node.put(Effects.PRIORITY, then.priority());
        }
        if (then.tags() != null) {
            node.set(Effects.TAGS, list(then.tags(), JSON::textNode));
        }
        if (then.alert() != null) {
            node.put(Effects.ALERT, then.alert().name());
        }
        if (then.followUp() != null) {
            node.put(Effects.FOLLOW_UP, then.followUp());
        }
        if (then.also() != null) {
            node.set(Effects.ALSO, list(then.also(), JSON::textNode));
        }
        return node;
    }

    /** One clause as JSON. */
    public static ObjectNode clause(Clause clause) {
        return clause.match(CLAUSES);
    }

    private static List<ObjectNode> each(List<Clause> clauses) {
        return clauses.stream().map(RuleSetWriter::clause).toList();
    }

    /** Writes the comparison beside what it compares. */
    private record ComparisonWriter(ClauseKind kind, String subject) implements Comparison.Cases<ObjectNode> {
        @Override
        public ObjectNode equal(Comparison.Equal equal) {
            return by(equal.negated() ? Operator.NE : Operator.EQ, ClauseJson.value(equal.value()));
        }

        @Override
        public ObjectNode in(Comparison.In in) {
            return by(in.negated() ? Operator.NOT_IN : Operator.IN, list(in.values(), ClauseJson::value));
        }

        @Override
        public ObjectNode order(Comparison.Order order) {
            return by(order.direction().operator(), JSON.numberNode(order.bound()));
        }

        @Override
        public ObjectNode between(Comparison.Between between) {
            return by(Operator.BETWEEN, JSON.arrayNode().add(between.low()).add(between.high()));
        }

        @Override
        public ObjectNode prefix(Comparison.Prefix prefix) {
            return by(Operator.PREFIX, JSON.textNode(prefix.prefix()));
        }

        @Override
        public ObjectNode present(Comparison.Present present) {
            return by(Operator.PRESENT, JSON.booleanNode(present.wanted()));
        }

        private ObjectNode by(Operator operator, JsonNode with) {
            return ClauseJson.compared(kind, subject, operator, with);
        }
    }

    private static <T> ArrayNode list(Collection<T> values, Function<T, JsonNode> write) {
        ArrayNode array = JSON.arrayNode(values.size());
        values.forEach(value -> array.add(write.apply(value)));
        return array;
    }
}
