package io.amends.contracts.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a vendor's body the value of a field is, and how it is read (A10). In JSON a pointer alone is a text, anything
 * else an object.
 *
 * @param at JSON Pointer into the body, or into the response that was fetched
 * @param answer the vendor's id or ref of a question, whose answer is meant
 * @param values what each value of the vendor's becomes; one that it does not name is an error. Empty: as it is. A value
 *     that becomes null is as good as not given
 * @param format of a time: {@link #ISO}, {@link #EPOCH_SECONDS}, {@link #EPOCH_MILLIS}, or a pattern of Java's date formats
 * @param zone of a time that names none itself
 * @param fallback what is taken where nothing is found, {@code default} in JSON
 */
public record Selector(
        @Nullable String at,
        @Nullable String answer,
        Map<String, JsonNode> values,
        @Nullable String format,
        @Nullable String zone,
        @Nullable JsonNode fallback) {

    public static final String ISO = "ISO";
    public static final String EPOCH_SECONDS = "EPOCH_SECONDS";
    public static final String EPOCH_MILLIS = "EPOCH_MILLIS";

    static final String AT = "at";
    static final String ANSWER = "answer";
    static final String VALUES = "values";
    static final String FORMAT = "format";
    static final String ZONE = "zone";
    static final String DEFAULT = "default";
    /** All that its JSON form may have. */
    static final Set<String> FIELDS = Set.of(AT, ANSWER, VALUES, FORMAT, ZONE, DEFAULT);

    public Selector {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A place in the body. */
    public static Selector at(String pointer) {
        return new Selector(pointer, null, Map.of(), null, null, null);
    }

    /** The answer to a question. */
    public static Selector answer(String question) {
        return new Selector(null, question, Map.of(), null, null, null);
    }

    /** Reads the JSON form of one that {@link EntryRules} found nothing wrong with. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Selector read(JsonNode json) {
        if (json.isTextual()) {
            return at(json.textValue());
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        json.path(VALUES).properties().forEach(value -> values.put(value.getKey(), value.getValue()));
        JsonNode fallback = json.get(DEFAULT);
        return new Selector(
                json.path(AT).textValue(),
                json.path(ANSWER).textValue(),
                values,
                json.path(FORMAT).textValue(),
                json.path(ZONE).textValue(),
                fallback == null || fallback.isNull() ? null : fallback);
    }

    /** The JSON form. */
    @JsonValue
    public JsonNode json() {
        if (at != null && answer == null && values.isEmpty() && format == null && zone == null && fallback == null) {
            return TextNode.valueOf(at);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, AT, at);
        put(json, ANSWER, answer);
        if (!values.isEmpty()) {
            json.set(VALUES, JsonNodeFactory.instance.objectNode().setAll(values));
        }
        put(json, FORMAT, format);
        put(json, ZONE, zone);
        if (fallback != null) {
            json.set(DEFAULT, fallback);
        }
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable String text) {
        if (text != null) {
            json.put(name, text);
        }
    }
}
