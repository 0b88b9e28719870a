package io.amends.kit.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import io.amends.contracts.Reason;
import io.amends.contracts.Rfc3339;
import io.amends.contracts.StorableText;
import java.util.ArrayList;
import java.util.List;

/** What a JSON Schema refuses, in words for the person who made it: a phrase for every keyword that our schemas use. */
final class SchemaWords {
    private SchemaWords() {}

    static Reason of(ValidationMessage fault) {
        String pointer = fault.getInstanceLocation().toString();
        return fault.getType().equals("required")
                ? new Reason(pointer + "/" + fault.getProperty(), "is required")
                : new Reason(
                        StorableText.printable(pointer),
                        phrase(fault.getType(), fault.getSchemaNode(), fault.getInstanceNode()));
    }

    private static String phrase(String keyword, JsonNode wanted, JsonNode given) {
        return switch (keyword) {
            case "type" -> "must be " + types(wanted) + ", not " + given(given);
            case "enum" -> "must be one of " + constants(wanted);
            case "format" -> Rfc3339.WANTED;
            case "pattern" -> "must be 1 to 64 of the characters A–Z, a–z, 0–9, dot, hyphen and underscore";
            case "minLength" -> "must not be blank";
            case "maxLength" ->
                "must have at most " + wanted.asText() + " characters, and has "
                        + given.asText().codePointCount(0, given.asText().length());
            case "maxItems", "maxProperties" ->
                "must have at most " + wanted.asText() + " entries, and has " + given.size();
            case "propertyNames" -> "has a name that is longer than 200 characters";
            case "minimum" -> "must be at least " + wanted.asText();
            case "maximum" -> "must be at most " + wanted.asText();
            default -> "is not what is expected here";
        };
    }

    private static String types(JsonNode wanted) {
        List<String> names = new ArrayList<>();
        for (JsonNode type : wanted.isArray() ? wanted : List.of(wanted)) {
            switch (type.asText()) {
                case "string" -> names.add("a text");
                case "number" -> names.add("a number");
                case "integer" -> names.add("a whole number");
                case "boolean" -> names.add("true or false");
                case "object" -> names.add("an object in braces");
                case "array" -> names.add("a list in brackets");
                default -> {} // null is an absent field, and no advice
            }
        }
        return String.join(", or ", names);
    }

    private static String given(JsonNode given) {
        return switch (given.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            default -> "null";
        };
    }

    private static String constants(JsonNode wanted) {
        List<String> names = new ArrayList<>();
        for (JsonNode constant : wanted) {
            if (!constant.isNull()) {
                names.add(constant.asText());
            }
        }
        return String.join(", ", names);
    }
}
