package io.amends.ingest.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Reason;
import io.amends.contracts.mapping.TargetField;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A canonical response that is put together field by field from what a vendor or a file says (A1, A10). Values become
 * what their field takes: a number sent as text is a number where a measure is meant. What cannot become that is a
 * reason, and stays out. Whether the whole is a response, {@code SubmissionReader} says of its {@link #json()} as of
 * everything that comes in.
 */
public final class ResponseDraft {
    private static final String PORTAL = "portal";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_NUMBER = 30;
    // Longer numbers than that are on no scale, and take long to read.
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?\\d{1," + LONGEST_NUMBER + "}(?:([.,])\\d{1," + LONGEST_NUMBER + "})?");

    private final ObjectNode json = NODES.objectNode();
    private final List<Reason> reasons = new ArrayList<>();
    private final Set<TargetField> filled = new HashSet<>();

    /** Begins with nothing but the portal whose response it is, and no measure answered. */
    public ResponseDraft(String portal) {
        json.put(PORTAL, portal);
        json.putObject(TargetField.ResponseField.MEASURES.word());
    }

    /**
     * Fills a field. A value that is missing, null or blank leaves it as it is. Lists grow by every value; every other
     * field is filled once.
     */
    public void set(TargetField field, JsonNode sent, ValueReading reading) {
        if (empty(sent)) {
            return;
        }
        switch (field.target().takes()) {
            case TEXTS ->
                each(sent).forEach(item -> standsFor(field, item, reading).ifPresent(value -> append(field, value)));
            case SCALAR -> put(field, sent.isArray() ? joined(sent) : sent, reading);
            case TEXT, CHOICE, MOMENT, ANSWER -> put(field, sent, reading);
        }
    }

    /** Fills a field that nothing has filled yet. */
    public void setAbsent(TargetField field, JsonNode fallback) {
        if (!filled.contains(field)) {
            set(field, fallback, ValueReading.PLAIN);
        }
    }

    /** Whether something has filled it. */
    public boolean has(TargetField field) {
        return filled.contains(field);
    }

    /** The response as it is so far, in its canonical form. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** Why values stayed out, each with the pointer of its field in the canonical response. */
    public List<Reason> reasons() {
        return Collections.unmodifiableList(reasons);
    }

    private void put(TargetField field, JsonNode sent, ValueReading reading) {
        JsonNode value = standsFor(field, sent, reading).orElse(null);
        if (value == null || empty(value)) {
            return;
        }
        JsonNode converted = convert(field, value, reading);
        if (converted == null) {
            return;
        }
        if (!filled.add(field)) {
            reasons.add(new Reason(field.pointer(), "is filled twice; a field is filled from one place"));
            return;
        }
        JsonPointer at = field.at();
        json.withObject(at.head()).set(at.last().getMatchingProperty(), converted);
    }

    private void append(TargetField field, JsonNode value) {
        JsonNode text = convert(field, value, ValueReading.PLAIN);
        if (text == null || empty(text)) {
            return;
        }
        filled.add(field);
        ArrayNode list = json.withArray(field.at());
        if (StreamSupport.stream(list.spliterator(), false).noneMatch(text::equals)) {
            list.add(text);
        }
    }

    private @Nullable JsonNode convert(TargetField field, JsonNode value, ValueReading reading) {
        return switch (field.target().takes()) {
            case TEXT, TEXTS ->
                value.isValueNode() ? TextNode.valueOf(value.asText()) : wrong(field, "must be one text");
            case SCALAR -> value.isValueNode() ? value : wrong(field, "must be a text, a number, true or false");
            case CHOICE -> choice(field, value);
            case MOMENT -> moment(field, value, reading);
            case ANSWER -> answer(field, value, reading);
        };
    }

    /** What the values of the reading put in a value's place. */
    private Optional<JsonNode> standsFor(TargetField field, JsonNode sent, ValueReading reading) {
        if (reading.values().isEmpty() || !sent.isValueNode()) {
            return Optional.of(sent);
        }
        JsonNode meant = reading.values().get(sent.asText().strip());
        if (meant == null) {
            reasons.add(new Reason(
                    field.pointer(), "the value '" + sent.asText() + "' is not among those that the mapping names"));
        }
        return Optional.ofNullable(meant);
    }

    private @Nullable JsonNode choice(TargetField field, JsonNode value) {
        if (value.isBoolean()) {
            return TextNode.valueOf((value.booleanValue() ? ContactChoice.YES : ContactChoice.NO).name());
        }
        return value.isTextual()
                ? TextNode.valueOf(value.textValue().strip().toUpperCase(Locale.ROOT))
                : wrong(field, "must be YES, NO, UNANSWERED or NOT_ASKED, or true or false");
    }

    private @Nullable JsonNode moment(TargetField field, JsonNode value, ValueReading reading) {
        String text = value.isNumber() ? digits(value.decimalValue()) : value.textValue();
        if (text == null) {
            return wrong(field, "must be a time");
        }
        try {
            return TextNode.valueOf(reading.format().parse(text).toString());
        } catch (DateTimeException e) {
            return wrong(field, String.valueOf(e.getMessage()));
        }
    }

    /** Without an exponent, unless it is so large that it is no time and would fill the memory. */
    private static String digits(BigDecimal number) {
        return Math.abs(number.scale()) > LONGEST_NUMBER ? number.toString() : number.toPlainString();
    }

    private @Nullable JsonNode answer(TargetField field, JsonNode value, ValueReading reading) {
        if (value.isNumber() || value.isBoolean()) {
            return value;
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return BooleanNode.valueOf(text.equalsIgnoreCase("true"));
        }
        var number = NUMBER.matcher(text);
        boolean readable =
                number.matches() && (number.group(1) == null || number.group(1).charAt(0) == reading.decimalMark());
        return readable
                ? DecimalNode.valueOf(new BigDecimal(text.replace(reading.decimalMark(), '.')))
                : wrong(field, "must be a number, true or false; values can say what other words stand for");
    }

    private static List<JsonNode> each(JsonNode sent) {
        List<JsonNode> items = new ArrayList<>();
        if (sent.isArray()) {
            sent.forEach(items::add);
            items.removeIf(ResponseDraft::empty);
        } else {
            items.add(sent);
        }
        return items;
    }

    private static JsonNode joined(JsonNode list) {
        List<JsonNode> items = each(list);
        return items.stream().allMatch(JsonNode::isValueNode)
                ? TextNode.valueOf(items.stream().map(JsonNode::asText).collect(Collectors.joining(", ")))
                : list;
    }

    private static boolean empty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank())
                || (value.isArray() && value.isEmpty());
    }

    private @Nullable JsonNode wrong(TargetField field, String reason) {
        reasons.add(new Reason(field.pointer(), reason));
        return null;
    }
}
