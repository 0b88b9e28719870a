package io.amends.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Adds fields as a newer version might send them. */
public final class LaterFields {
    private LaterFields() {}

    /**
     * Adds one to every object of a tree. Maps by free names (measures, properties) take any field: there an unknown one
     * would be data.
     */
    public static void add(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field -> !List.of("measures", "properties").contains(field.getKey()))
                    .forEach(field -> add(field.getValue()));
            object.putObject("addedLater").put("by", "a newer version");
        } else {
            node.forEach(LaterFields::add);
        }
    }
}
