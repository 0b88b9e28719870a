package io.amends.dashboard.studio.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A rule's values as people write them into a field: texts as they are, numbers and yes/no bare, several with commas
 * between. What would be read as something else stands in JSON's quotes, so that every value comes back as it was.
 */
public final class FieldText {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,99})(\\.\\d{1,100})?");

    private FieldText() {}

    /** A text for a field. */
    public static String text(String text) {
        boolean odd = text.chars().anyMatch(c -> c < ' ') || !text(text.strip(), text);
        return odd ? quoted(text) : text;
    }

    /** The text that a field holds. */
    public static String readText(String field) {
        String bare = field.strip();
        String unquoted = unquoted(bare);
        return unquoted == null ? bare : unquoted;
    }

    /** A text, number or yes/no for a field. */
    public static String value(JsonNode value) {
        if (!value.isTextual()) {
            return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
        }
        String text = text(value.textValue());
        return readValue(text).equals(value) ? text : quoted(value.textValue());
    }

    /** The value that a field holds. */
    public static JsonNode readValue(String field) {
        String bare = field.strip();
        boolean plain = bare.equals("true")
                || bare.equals("false")
                || NUMBER.matcher(bare).matches();
        JsonNode read = plain ? tree(bare) : null;
        return read == null ? TextNode.valueOf(readText(field)) : read;
    }

    /** Several values for one field. */
    public static String list(Iterable<JsonNode> values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(v -> {
                    String one = value(v);
                    boolean splits = one.indexOf(',') >= 0 || one.startsWith("\"") || one.isEmpty();
                    return splits && v.isTextual() ? quoted(v.textValue()) : one;
                })
                .collect(Collectors.joining(", "));
    }

    /** The values that a field holds, each text, number or yes/no. */
    public static ArrayNode readList(String field) {
        ArrayNode values = Json.MAPPER.createArrayNode();
        split(field).forEach(one -> values.add(readValue(one)));
        return values;
    }

    /** Several texts for one field; a number's digits are a text among them. */
    public static String texts(List<String> texts) {
        return texts.stream()
                .map(t -> {
                    String one = text(t);
                    return one.indexOf(',') >= 0 || one.startsWith("\"") || one.isEmpty() ? quoted(t) : one;
                })
                .collect(Collectors.joining(", "));
    }

    /** The texts that a field holds. */
    public static List<String> readTexts(String field) {
        return split(field).stream().map(FieldText::readText).toList();
    }

    /** Splits at commas and line ends, but not within quotes; empty places are left out. */
    private static List<String> split(String field) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < field.length()) {
            int end = end(field, at);
            String part = field.substring(at, end).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            at = end + 1;
        }
        return parts;
    }

    private static int end(String field, int from) {
        int at = from;
        while (at < field.length() && Character.isWhitespace(field.charAt(at))) {
            at++;
        }
        boolean within = at < field.length() && field.charAt(at) == '"';
        for (int i = within ? at + 1 : at; i < field.length(); i++) {
            char c = field.charAt(i);
            if (within && c == '\\') {
                i++;
            } else if (within && c == '"') {
                within = false;
            } else if (!within && (c == ',' || c == '\n' || c == '\r')) {
                return i;
            }
        }
        // A quote that nobody closed is a character like others.
        return within ? firstSeparator(field, at) : field.length();
    }

    private static int firstSeparator(String field, int from) {
        for (int i = from; i < field.length(); i++) {
            if (",\n\r".indexOf(field.charAt(i)) >= 0) {
                return i;
            }
        }
        return field.length();
    }

    private static boolean text(String stripped, String whole) {
        return stripped.equals(whole) && unquoted(stripped) == null;
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static @Nullable String unquoted(String field) {
        if (field.length() < 2 || !field.startsWith("\"") || !field.endsWith("\"")) {
            return null;
        }
        JsonNode read = tree(field);
        return read != null && read.isTextual() ? read.textValue() : null;
    }

    private static @Nullable JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
