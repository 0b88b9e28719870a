package io.amends.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Writes rules as the JSON they were read from. */
public final class RuleSetWriter {
    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);

    private RuleSetWriter() {}

    /** The rule set as JSON; absent effects stay absent. */
    public static JsonNode write(RuleSet set) {
        return JSON.objectNode().set("rules", list(set.rules(), RuleSetWriter::rule));
    }

    private static JsonNode rule(Rule rule) {
        ObjectNode node = JSON.objectNode().put("name", rule.name());
        node.set("when", clause(rule.when()));
        node.set("then", effects(rule.then()));
        return node;
    }

    private static JsonNode effects(Effects then) {
        ObjectNode node = JSON.objectNode();
        if (then.kind() != null) {
            node.put("kind", then.kind().name());
        }
        if (then.priority() != null) {
            node.put("priority", then.priority());
        }
        if (then.tags() != null) {
            node.set("tags", list(then.tags(), JSON::textNode));
        }
        if (then.alert() != null) {
            node.put("alert", then.alert().name());
        }
        if (then.followUp() != null) {
            node.put("followUp", then.followUp());
        }
        return node;
    }

    /** One clause as JSON. */
    public static JsonNode clause(Clause clause) {
        ObjectNode node = JSON.objectNode();
        if (clause instanceof Clause.All all) {
            node.set("all", list(all.of(), RuleSetWriter::clause));
        } else if (clause instanceof Clause.Any any) {
            node.set("any", list(any.of(), RuleSetWriter::clause));
        } else if (clause instanceof Clause.Not not) {
            node.set("not", clause(not.of()));
        } else {
            leaf((Clause.Leaf) clause, node);
        }
        return node;
    }

    private static void leaf(Clause.Leaf leaf, ObjectNode node) {
        if (leaf instanceof Clause.MeasureIs is) {
            comparison(is.comparison(), node.put("measure", is.measure()));
        } else if (leaf instanceof Clause.FieldIs is) {
            comparison(is.comparison(), node.put("field", is.field().json()));
        } else if (leaf instanceof Clause.PropertyIs is) {
            comparison(is.comparison(), node.put("property", is.property()));
        } else if (leaf instanceof Clause.HasTag has) {
            node.put("tag", has.tag());
        } else if (leaf instanceof Clause.HasFactor has) {
            node.put("factor", has.factor());
        } else if (leaf instanceof Clause.CommentIs is) {
            node.put("comment", is.present() ? "present" : "absent");
        } else if (leaf instanceof Clause.CommentContains contains) {
            node.putObject("comment").put("contains", contains.text());
        } else if (leaf instanceof Clause.Submitted submitted) {
            submitted(submitted, node.putObject("submitted"));
        } else {
            node.put("overall", "lteThreshold");
        }
    }

    private static void submitted(Clause.Submitted submitted, ObjectNode node) {
        if (!submitted.daysOfWeek().isEmpty()) {
            node.set("daysOfWeek", list(new TreeSet<DayOfWeek>(submitted.daysOfWeek()), d -> JSON.textNode(d.name())));
        }
        Clause.Hours hours = submitted.between();
        if (hours != null) {
            node.set("between", list(List.of(hours.from(), hours.to()), time -> JSON.textNode(time.toString())));
        }
    }

    private static void comparison(Comparison comparison, ObjectNode node) {
        if (comparison instanceof Comparison.Equal equal) {
            node.set(equal.negated() ? "ne" : "eq", value(equal.value()));
        } else if (comparison instanceof Comparison.In in) {
            node.set(in.negated() ? "notIn" : "in", list(in.values(), RuleSetWriter::value));
        } else if (comparison instanceof Comparison.Order order) {
            node.put(order.direction().json(), order.bound());
        } else if (comparison instanceof Comparison.Between between) {
            node.putArray("between").add(between.low()).add(between.high());
        } else if (comparison instanceof Comparison.Prefix prefix) {
            node.put("prefix", prefix.prefix());
        } else {
            node.put("present", ((Comparison.Present) comparison).wanted());
        }
    }

    private static JsonNode value(Value value) {
        if (value instanceof Value.Text text) {
            return JSON.textNode(text.text());
        }
        return value instanceof Value.Numeric number
                ? JSON.numberNode(number.number())
                : JSON.booleanNode(((Value.Flag) value).yes());
    }

    private static <T> ArrayNode list(Collection<T> values, Function<T, JsonNode> write) {
        ArrayNode array = JSON.arrayNode(values.size());
        values.forEach(value -> array.add(write.apply(value)));
        return array;
    }
}
