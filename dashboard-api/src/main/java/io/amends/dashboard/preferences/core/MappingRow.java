package io.amends.dashboard.preferences.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.contracts.mapping.TargetField.Takes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One field of a source's mapping as a form has it, in texts (A10). What the texts cannot say is kept as JSON, so that
 * nothing is lost by looking at it.
 *
 * @param group measures or properties; empty for a field that there is once
 * @param name the field, or of which measure or property it is
 * @param way what is in {@code place}: one of {@link #AT}, {@link #ANSWER} and {@link #KEPT}
 * @param place where the value is; empty: nowhere
 * @param fallback what is taken where nothing is found
 * @param values what each value becomes, one a line
 */
public record MappingRow(
        String group,
        String name,
        String way,
        String place,
        String fallback,
        String values,
        String format,
        String zone) {
    /** A place in the vendor's body. */
    public static final String AT = "at";
    /** The vendor's name of a question. */
    public static final String ANSWER = "answer";
    /** A selector as JSON, which has no form of texts. */
    public static final String KEPT = "kept";

    private static final String BECOMES = "=";
    private static final String LIST = ",";

    /** A field of which nothing is said. */
    static MappingRow empty(String group, String name) {
        return new MappingRow(group, name, AT, "", "", "", "", "");
    }

    /** The row of a selector, which makes the same selector again. */
    static MappingRow of(String group, String name, JsonNode selector) {
        JsonNode json = selector.isTextual() ? Json.MAPPER.createObjectNode().put(AT, selector.textValue()) : selector;
        MappingRow nothing = empty(group, name);
        String values = json.path("values").properties().stream()
                .map(value ->
                        value.getKey() + " " + BECOMES + " " + PlainValue.write(value.getValue(), nothing.textAlone()))
                .collect(Collectors.joining("\n"));
        MappingRow row = new MappingRow(
                group,
                name,
                json.hasNonNull(ANSWER) ? ANSWER : AT,
                json.path(json.hasNonNull(ANSWER) ? ANSWER : AT).asText(""),
                fallback(json.path("default"), nothing.textAlone()),
                values,
                json.path("format").asText(""),
                json.path("zone").asText(""));
        boolean same = row.unreadable().isEmpty() && selector.equals(row.selector());
        return same ? row : new MappingRow(group, name, KEPT, selector.toString(), "", "", "", "");
    }

    private static String fallback(JsonNode json, boolean textAlone) {
        if (!json.isArray()) {
            return json.isMissingNode() ? "" : PlainValue.write(json, textAlone);
        }
        List<String> items = new ArrayList<>();
        json.forEach(item -> items.add(item.asText()));
        return String.join(LIST + " ", items);
    }

    /** Whether it stands where the next property is to be named. */
    public boolean unnamed() {
        return name.isEmpty();
    }

    /** Whether nothing is said of it. */
    public boolean blank() {
        return (place + fallback + values + format + zone).isBlank();
    }

    /** Whether it is kept as JSON. */
    public boolean kept() {
        return way.equals(KEPT);
    }

    /** Whether more is said of it than where it is. */
    public boolean detailed() {
        return !(fallback + values + format + zone).isBlank();
    }

    /** Whether it is a point in time. */
    public boolean time() {
        return takes() == Takes.MOMENT;
    }

    /** The field of the response; empty where there is none of that name. */
    public Optional<TargetField> target() {
        return TargetField.of(group.isEmpty() ? name : group + "." + name);
    }

    /** Where it is in the entry. */
    public String pointer() {
        return Reason.at(group.isEmpty() ? "/mapping" : "/mapping/" + group, name);
    }

    /** The lines of {@code values} that say of no value what it becomes, or of one for the second time. */
    public List<String> unreadable() {
        List<String> wrong = new ArrayList<>();
        Map<String, String> seen = new LinkedHashMap<>();
        for (String line : lines()) {
            int at = line.lastIndexOf(BECOMES);
            boolean fine = at > 0 && seen.put(line.substring(0, at).strip(), line) == null;
            if (!fine) {
                wrong.add(line.strip());
            }
        }
        return wrong;
    }

    /** The selector that the texts say; null where they say nothing. */
    @Nullable
    JsonNode selector() {
        if (blank()) {
            return null;
        }
        if (kept()) {
            return read(place);
        }
        boolean placeAlone = !detailed() && way.equals(AT);
        if (placeAlone) {
            return TextNode.valueOf(place.strip());
        }
        ObjectNode json = Json.MAPPER.createObjectNode();
        put(json, way.equals(ANSWER) ? ANSWER : AT, place);
        ObjectNode table = Json.MAPPER.createObjectNode();
        for (String line : lines()) {
            int at = line.lastIndexOf(BECOMES);
            if (at > 0) {
                table.set(
                        line.substring(0, at).strip(),
                        PlainValue.read(line.substring(at + BECOMES.length()), textAlone()));
            }
        }
        if (!table.isEmpty()) {
            json.set("values", table);
        }
        put(json, "format", format);
        put(json, "zone", zone);
        if (!fallback.isBlank()) {
            json.set("default", fallbackNode());
        }
        return json;
    }

    private JsonNode fallbackNode() {
        if (takes() == Takes.TEXTS && fallback.contains(LIST)) {
            var list = Json.MAPPER.createArrayNode();
            for (String item : fallback.split(LIST)) {
                list.add(item.strip());
            }
            return list;
        }
        return PlainValue.read(fallback, textAlone());
    }

    private List<String> lines() {
        return values.lines().filter(line -> !line.isBlank()).toList();
    }

    private @Nullable Takes takes() {
        return ResponseField.of(group.isEmpty() ? name : group)
                .map(ResponseField::takes)
                .orElse(null);
    }

    /** Whether a value is a text although it looks like a number. */
    private boolean textAlone() {
        return takes() != Takes.ANSWER && takes() != Takes.SCALAR;
    }

    private static void put(ObjectNode json, String name, String text) {
        if (!text.isBlank()) {
            json.put(name, text.strip());
        }
    }

    private static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            return TextNode.valueOf(json);
        }
    }
}
