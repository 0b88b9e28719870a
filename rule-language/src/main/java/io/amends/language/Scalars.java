package io.amends.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads texts, numbers, lists and constants; what is wrong is noted with its pointer, and null returned. */
final class Scalars {
    private final Errors errors;

    Scalars(Errors errors) {
        this.errors = errors;
    }

    @Nullable
    String text(JsonNode node, Pointer pointer) {
        if (!node.isTextual() || node.textValue().isBlank()) {
            errors.add(pointer, node.isTextual() ? "must not be blank" : "must be a text");
            return null;
        }
        if (node.textValue().length() > Limits.TEXT) {
            errors.add(pointer, "is longer than " + Limits.TEXT + " characters");
            return null;
        }
        return node.textValue();
    }

    @Nullable
    BigDecimal number(JsonNode node, Pointer pointer) {
        if (!node.isNumber()) {
            errors.add(pointer, "must be a number");
            return null;
        }
        if (!Value.bearable(node.decimalValue())) {
            errors.add(pointer, "has too many digits: at most " + Value.MOST_DIGITS);
            return null;
        }
        return node.decimalValue();
    }

    @Nullable
    Boolean flag(JsonNode node, Pointer pointer) {
        if (!node.isBoolean()) {
            errors.add(pointer, "must be true or false");
            return null;
        }
        return node.booleanValue();
    }

    <E extends Enum<E>> @Nullable E constant(JsonNode node, Pointer pointer, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (node.isTextual() && constant.name().equals(node.textValue())) {
                return constant;
            }
        }
        errors.add(pointer, "must be one of " + List.of(type.getEnumConstants()));
        return null;
    }

    /** The elements of a list that is not empty, or null. */
    @Nullable
    List<JsonNode> list(JsonNode node, Pointer pointer) {
        if (!node.isArray() || node.isEmpty()) {
            errors.add(pointer, "must be a list with at least one value");
            return null;
        }
        if (node.size() > Limits.VALUES) {
            errors.add(pointer, "has more than " + Limits.VALUES + " elements");
            return null;
        }
        List<JsonNode> elements = new ArrayList<>(node.size());
        node.forEach(elements::add);
        return elements;
    }

    /** Notes every field that is not among the allowed. */
    void only(JsonNode object, Pointer pointer, Set<String> allowed) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!allowed.contains(name)) {
                errors.add(pointer.at(name), "is not known here; allowed are " + sorted(allowed));
            }
        }
    }

    static String sorted(Collection<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
