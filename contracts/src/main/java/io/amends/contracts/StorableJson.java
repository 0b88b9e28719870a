package io.amends.ingest.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JSON that every later step can hold. Lone surrogates are no text in any encoding and numbers of thousands of digits
 * no score: both are refused. NUL, which PostgreSQL cannot store, becomes U+FFFD, the character for what cannot be
 * shown; every other control character stays.
 */
final class StorableJson {
    private static final int MAX_DIGITS = 40;
    private static final int MAX_DEPTH = 64;

    private final List<Reason> errors = new ArrayList<>();

    private StorableJson() {}

    static JsonNode of(JsonNode json) throws Malformed {
        StorableJson check = new StorableJson();
        JsonNode storable = check.node(json, "", 0);
        if (!check.errors.isEmpty()) {
            throw new Malformed(Malformed.readable(check.errors));
        }
        return storable;
    }

    private JsonNode node(JsonNode node, String pointer, int depth) {
        if (depth > MAX_DEPTH) {
            errors.add(new Reason(pointer, "nested deeper than " + MAX_DEPTH));
            return node;
        }
        if (node.isTextual()) {
            return TextNode.valueOf(text(node.textValue(), pointer));
        }
        if (node.isNumber()) {
            return number(node, pointer);
        }
        if (node instanceof ObjectNode object) {
            return object(object, pointer, depth);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            for (int i = 0; i < array.size(); i++) {
                copy.add(node(array.get(i), pointer + "/" + i, depth + 1));
            }
            return copy;
        }
        return node;
    }

    private ObjectNode object(ObjectNode object, String pointer, int depth) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String at = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            copy.set(text(field.getKey(), at), node(field.getValue(), at, depth + 1));
        }
        return copy;
    }

    private JsonNode number(JsonNode node, String pointer) {
        BigDecimal number = node.decimalValue();
        if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
            errors.add(new Reason(pointer, "a number with more than " + MAX_DIGITS + " digits"));
            return node;
        }
        if (node.isIntegralNumber()) {
            return node;
        }
        // 10.0, 1e1 and 10 are one number: what is read back later is equal to what is judged now.
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return DecimalNode.valueOf(plain);
        }
        BigInteger whole = plain.toBigIntegerExact();
        return whole.bitLength() < 32
                ? IntNode.valueOf(whole.intValue())
                : whole.bitLength() < 64 ? LongNode.valueOf(whole.longValue()) : BigIntegerNode.valueOf(whole);
    }

    private String text(String text, String pointer) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                errors.add(new Reason(printable(pointer), "half a character (a lone surrogate) at position " + i));
                return "";
            }
        }
        return text.replace('\u0000', '\uFFFD');
    }

    private static String printable(String pointer) {
        return pointer.replaceAll("\\p{Cs}", "\uFFFD");
    }
}
