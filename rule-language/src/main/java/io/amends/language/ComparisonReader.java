package io.amends.language;

import static io.amends.language.Operator.BETWEEN;
import static io.amends.language.Operator.EQ;
import static io.amends.language.Operator.GT;
import static io.amends.language.Operator.GTE;
import static io.amends.language.Operator.IN;
import static io.amends.language.Operator.LT;
import static io.amends.language.Operator.LTE;
import static io.amends.language.Operator.NE;
import static io.amends.language.Operator.NOT_IN;
import static io.amends.language.Operator.PREFIX;
import static io.amends.language.Operator.PRESENT;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.ContactChoice;
import io.amends.language.Comparison.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the one comparison of a measure, field or property clause. */
final class ComparisonReader {
    /** What is compared decides which comparisons and which values make sense. */
    enum Subject {
        SCORE("a number", EQ, NE, LT, LTE, GT, GTE, BETWEEN, IN, PRESENT),
        YES_NO("true or false", EQ, NE, IN, PRESENT),
        /** A measure of a portal that is not known here. */
        ANSWER("a number, true or false", EQ, NE, LT, LTE, GT, GTE, BETWEEN, IN, PRESENT),
        FIELD("a text", EQ, NE, IN, NOT_IN, PREFIX, PRESENT),
        CONTACT_CHOICE("a contact choice", EQ, NE, IN, NOT_IN, PREFIX, PRESENT),
        PROPERTY("a text, a number, true or false", EQ, NE, IN, NOT_IN, PREFIX, PRESENT, LT, LTE, GT, GTE, BETWEEN);

        private final String values;

        @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
        private final Set<Operator> operators;

        Subject(String values, Operator... operators) {
            this.values = values;
            this.operators = Set.of(operators);
        }

        private String allowed() {
            return Scalars.sorted(operators.stream().map(Operator::json).toList());
        }
    }

    private static final Set<String> CHOICES =
            Arrays.stream(ContactChoice.values()).map(Enum::name).collect(Collectors.toSet());

    private final Errors errors;
    private final Scalars scalars;

    ComparisonReader(Errors errors) {
        this.errors = errors;
        this.scalars = new Scalars(errors);
    }

    /** The comparison beside the key that names the subject, or null where it is wrong. */
    @Nullable
    Comparison read(JsonNode clause, Pointer pointer, ClauseKind kind, Subject subject) {
        String key = kind.json();
        List<Operator> asked = new ArrayList<>(1);
        boolean known = true;
        for (Iterator<String> names = clause.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            Operator operator = Operator.named(name);
            if (operator != null && subject.operators.contains(operator)) {
                asked.add(operator);
            } else if (!name.equals(key)) {
                known = false;
                errors.add(pointer.at(name), "is not known with " + key + "; allowed is one of " + subject.allowed());
            }
        }
        if (asked.size() != 1) {
            if (known) {
                errors.add(pointer, "needs exactly one of " + subject.allowed() + " beside " + key);
            }
            return null;
        }
        Operator operator = asked.get(0);
        return one(operator, clause.get(operator.json()), pointer.at(operator.json()), subject);
    }

    private @Nullable Comparison one(Operator operator, JsonNode node, Pointer pointer, Subject subject) {
        return switch (operator) {
            case EQ, NE -> {
                Value value = value(node, pointer, subject);
                yield value == null ? null : new Comparison.Equal(value, operator == NE);
            }
            case IN, NOT_IN -> {
                List<Value> values = values(node, pointer, subject);
                yield values == null ? null : new Comparison.In(values, operator == NOT_IN);
            }
            case BETWEEN -> between(node, pointer);
            case PREFIX -> {
                String prefix = scalars.text(node, pointer);
                yield prefix == null ? null : new Comparison.Prefix(prefix);
            }
            case PRESENT -> {
                Boolean wanted = scalars.flag(node, pointer);
                yield wanted == null ? null : new Comparison.Present(wanted);
            }
            case LT -> order(Direction.LT, node, pointer);
            case LTE -> order(Direction.LTE, node, pointer);
            case GT -> order(Direction.GT, node, pointer);
            case GTE -> order(Direction.GTE, node, pointer);
        };
    }

    private @Nullable Comparison order(Direction direction, JsonNode node, Pointer pointer) {
        BigDecimal bound = scalars.number(node, pointer);
        return bound == null ? null : new Comparison.Order(direction, bound);
    }

    private @Nullable List<Value> values(JsonNode node, Pointer pointer, Subject subject) {
        List<JsonNode> elements = scalars.list(node, pointer);
        if (elements == null) {
            return null;
        }
        List<@Nullable Value> values = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            values.add(value(elements.get(i), pointer.at(i), subject));
        }
        List<Value> good = values.stream().filter(Objects::nonNull).toList();
        return good.size() == elements.size() ? good : null;
    }

    private @Nullable Value value(JsonNode node, Pointer pointer, Subject subject) {
        boolean number = subject == Subject.SCORE || subject == Subject.ANSWER || subject == Subject.PROPERTY;
        boolean flag = subject == Subject.YES_NO || subject == Subject.ANSWER || subject == Subject.PROPERTY;
        boolean text = subject == Subject.FIELD || subject == Subject.CONTACT_CHOICE || subject == Subject.PROPERTY;
        if (node.isNumber() && number) {
            BigDecimal read = scalars.number(node, pointer);
            return read == null ? null : new Value.Numeric(read);
        }
        if (node.isBoolean() && flag) {
            return new Value.Flag(node.booleanValue());
        }
        if (node.isTextual() && text) {
            return subject == Subject.CONTACT_CHOICE ? choice(node, pointer) : text(node, pointer);
        }
        errors.add(pointer, "must be " + subject.values);
        return null;
    }

    private @Nullable Value text(JsonNode node, Pointer pointer) {
        String text = scalars.text(node, pointer);
        return text == null ? null : new Value.Text(text);
    }

    private @Nullable Value choice(JsonNode node, Pointer pointer) {
        if (!CHOICES.contains(node.textValue())) {
            errors.add(pointer, "must be one of " + Scalars.sorted(CHOICES));
            return null;
        }
        return new Value.Text(node.textValue());
    }

    private @Nullable Comparison between(JsonNode node, Pointer pointer) {
        if (!node.isArray() || node.size() != 2) {
            errors.add(pointer, "must be a list of two numbers, lowest and highest, both included");
            return null;
        }
        BigDecimal low = scalars.number(node.get(0), pointer.at(0));
        BigDecimal high = scalars.number(node.get(1), pointer.at(1));
        if (low == null || high == null) {
            return null;
        }
        if (low.compareTo(high) > 0) {
            errors.add(pointer, "begins above its end");
            return null;
        }
        return new Comparison.Between(low, high);
    }
}
