package io.amends.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON that every later step can hold: its texts are {@link StorableText}, its numbers have at most 40 digits before and
 * behind the point (1e2000 is three bytes to send and two thousand to write out), and it is nested at most 64 deep.
 *
 * @param json the same, with numbers in one form (10.0 and 1e1 are 10) and, where it was mended, NUL replaced
 * @param errors what cannot be held, each with its pointer; empty: all of it can be
 */
public record StorableJson(JsonNode json, List<Reason> errors) {

    /** Most digits of a number, before and behind its point. */
    public static final int MOST_DIGITS = 40;

    private static final int MOST_DEPTH = 64;

    /** Checks what configures or commands: rules, the directory, requests. NUL is an error like a lone surrogate. */
    public static StorableJson strict(JsonNode sent) {
        return new Walk(TextRule.STRICT).checked(sent);
    }

    /** Checks what a customer or an author said: NUL becomes U+FFFD, a lone surrogate is an error (A5). */
    public static StorableJson mended(JsonNode sent) {
        return new Walk(TextRule.MENDED).checked(sent);
    }

    /** Takes what was published before anybody checked it: NUL and lone surrogates become U+FFFD, and none is an error. */
    public static StorableJson published(JsonNode sent) {
        return new Walk(TextRule.PUBLISHED).checked(sent);
    }

    /** Whether all of it can be held. */
    public boolean ok() {
        return errors.isEmpty();
    }

    /** Why a number cannot be held; null if it can be. */
    public static @Nullable String fault(BigDecimal number) {
        long beforePoint = (long) number.precision() - number.scale();
        return number.precision() > MOST_DIGITS || beforePoint > MOST_DIGITS || number.scale() > MOST_DIGITS
                ? "must be a number with at most " + MOST_DIGITS + " digits"
                : null;
    }

    private enum TextRule {
        STRICT,
        MENDED,
        PUBLISHED
    }

    private static final class Walk {
        private final TextRule rule;
        private final List<Reason> errors = new ArrayList<>();

        Walk(TextRule rule) {
            this.rule = rule;
        }

        StorableJson checked(JsonNode sent) {
            return new StorableJson(node(sent, "", 0), List.copyOf(errors));
        }

        private JsonNode node(JsonNode node, String pointer, int depth) {
            if (depth > MOST_DEPTH) {
                errors.add(new Reason(pointer, "must not be nested deeper than " + MOST_DEPTH));
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
                String at = Reason.at(pointer, field.getKey());
                copy.set(text(field.getKey(), at), node(field.getValue(), at, depth + 1));
            }
            return copy;
        }

        private JsonNode number(JsonNode node, String pointer) {
            BigDecimal number = node.decimalValue();
            String fault = fault(number);
            if (fault != null) {
                errors.add(new Reason(pointer, fault));
                return node;
            }
            return node.isIntegralNumber() ? node : plain(number);
        }

        private String text(String text, String pointer) {
            if (rule == TextRule.PUBLISHED) {
                return StorableText.printable(text);
            }
            String fault = rule == TextRule.STRICT ? StorableText.fault(text) : StorableText.loneSurrogate(text);
            if (fault == null) {
                return rule == TextRule.STRICT ? text : StorableText.withoutNul(text);
            }
            errors.add(new Reason(StorableText.printable(pointer), fault));
            return "";
        }
    }

    // 10.0, 1e1 and 10 are one number: what is read back later is equal to what is judged now.
    private static JsonNode plain(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return DecimalNode.valueOf(plain);
        }
        BigInteger whole = plain.toBigIntegerExact();
        return whole.bitLength() < 32
                ? IntNode.valueOf(whole.intValue())
                : whole.bitLength() < 64 ? LongNode.valueOf(whole.longValue()) : BigIntegerNode.valueOf(whole);
    }
}
