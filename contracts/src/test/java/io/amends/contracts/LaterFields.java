package io.amends.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Adds fields as a newer version might send them. */
public final class LaterFields {
    private static final Set<String> MAPS =
            Set.of("measures", "properties", "hours", "columns", "defaults", "values", "formats", "fields");

    private LaterFields() {}

    /**
     * Adds one to every object of a tree. In maps (measures, properties, a calendar's hours, a selector's values, what a preset
     * says, the fields that a replay changes) every name is data, so that none can be added there.
     */
    public static void add(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field -> !(field.getValue().isObject() && MAPS.contains(field.getKey())))
                    .forEach(field -> add(field.getValue()));
            object.putObject("addedLater").put("by", "a newer version");
        } else {
            node.forEach(LaterFields::add);
        }
    }
}
