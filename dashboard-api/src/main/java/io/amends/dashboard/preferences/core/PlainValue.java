package io.amends.dashboard.preferences.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.Json;
import java.io.IOException;

/** A text, a number, true or false as somebody types it: without quotes, unless it is a text that looks like another one. */
final class PlainValue {
    private static final char QUOTE = '"';

    private PlainValue() {}

    /**
     * The value of what is typed; nothing typed is null.
     *
     * @param textAlone whether it is a text, whatever it looks like
     */
    static JsonNode read(String typed, boolean textAlone) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return NullNode.getInstance();
        }
        if (textAlone) {
            return TextNode.valueOf(text);
        }
        try {
            JsonNode read = Json.MAPPER.readTree(text);
            boolean plain = read.isNumber() || read.isBoolean() || (read.isTextual() && text.charAt(0) == QUOTE);
            return plain ? read : TextNode.valueOf(text);
        } catch (IOException e) {
            return TextNode.valueOf(text);
        }
    }

    /** What is typed for a value. */
    static String write(JsonNode value, boolean textAlone) {
        if (value.isNull()) {
            return "";
        }
        String text = value.asText();
        return read(text, textAlone).equals(value) ? text : value.toString();
    }
}
