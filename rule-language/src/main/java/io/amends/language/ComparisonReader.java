package io.amends.language;

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
        SCORE("a number", "eq ne lt lte gt gte between in present"),
        YES_NO("true or false", "eq ne in present"),
        /** A measure of a portal that is not known here. */
        ANSWER("a number, true or false", "eq ne lt lte gt gte between in present"),
        FIELD("a text", "eq ne in notIn prefix present"),
        CONTACT_CHOICE("a contact choice", "eq ne in notIn prefix present"),
        PROPERTY("a text, a number, true or false", "eq ne in notIn prefix present lt lte gt gte between");

        private final String values;

        @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
        private final Set<String> operators;

        Subject(String values, String operators) {
            this.values = values;
            this.operators = Set.of(operators.split(" "));
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
    Comparison read(JsonNode clause, Pointer pointer, String key, Subject subject) {
        List<String> asked = new ArrayList<>(1);
        boolean known = true;
        for (Iterator<String> names = clause.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (subject.operators.contains(name)) {
                asked.add(name);
            } else if (!name.equals(key)) {
                known = false;
                errors.add(
                        pointer.at(name),
                        "is not known with " + key + "; allowed is one of " + Scalars.sorted(subject.operators));
            }
        }
        if (asked.size() != 1) {
            if (known) {
                errors.add(pointer, "needs exactly one of " + Scalars.sorted(subject.operators) + " beside " + key);
            }
            return null;
        }
        String operator = asked.get(0);
        return one(operator, clause.get(operator), pointer.at(operator), subject);
    }

    private @Nullable Comparison one(String operator, JsonNode node, Pointer pointer, Subject subject) {
        return switch (operator) {
            case "eq", "ne" -> {
                Value value = value(node, pointer, subject);
                yield value == null ? null : new Comparison.Equal(value, operator.equals("ne"));
            }
            case "in", "notIn" -> {
                List<Value> values = values(node, pointer, subject);
                yield values == null ? null : new Comparison.In(values, operator.equals("notIn"));
            }
            case "between" -> between(node, pointer);
            case "prefix" -> {
                String prefix = scalars.text(node, pointer);
                yield prefix == null ? null : new Comparison.Prefix(prefix);
            }
            case "present" -> {
                Boolean wanted = scalars.flag(node, pointer);
                yield wanted == null ? null : new Comparison.Present(wanted);
            }
            default -> {
                BigDecimal bound = scalars.number(node, pointer);
                Direction direction = Direction.valueOf(operator.toUpperCase(java.util.Locale.ROOT));
                yield bound == null ? null : new Comparison.Order(direction, bound);
            }
        };
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
