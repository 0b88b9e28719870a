package io.amends.ingest.sources.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.JsonFault;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what vendors send as JSON. */
final class Bodies {
    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final int MOST_EVENTS = 1_000;

    private Bodies() {}

    /**
     * One JSON object, or those of an array.
     *
     * @throws UnreadableBody if it is neither, or cannot be held
     */
    static List<ObjectNode> objects(byte[] body) throws UnreadableBody {
        JsonNode read = json(body);
        List<ObjectNode> objects = new ArrayList<>();
        if (read instanceof ObjectNode one) {
            objects.add(one);
        } else if (read instanceof ArrayNode many && !many.isEmpty() && many.size() <= MOST_EVENTS) {
            for (JsonNode each : many) {
                if (!(each instanceof ObjectNode one)) {
                    throw new UnreadableBody("is an array of something else than JSON objects");
                }
                objects.add(one);
            }
        } else {
            throw new UnreadableBody("is neither a JSON object nor an array of 1 to " + MOST_EVENTS + " JSON objects");
        }
        return objects;
    }

    /**
     * The one object of a body.
     *
     * @throws UnreadableBody if it is not one
     */
    static ObjectNode object(byte[] body) throws UnreadableBody {
        List<ObjectNode> objects = objects(body);
        if (objects.size() != 1) {
            throw new UnreadableBody("is an array of several JSON objects, and one is sent at a time");
        }
        return objects.get(0);
    }

    /** @throws UnreadableBody if it is no JSON, or none that can be stored */
    static JsonNode json(byte[] body) throws UnreadableBody {
        try {
            StorableJson storable = StorableJson.mended(Json.MAPPER.readTree(body));
            if (!storable.ok()) {
                throw new UnreadableBody(Reason.phrases(storable.errors()));
            }
            return storable.json();
        } catch (IOException e) {
            throw new UnreadableBody(JsonFault.phrase(e));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new UnreadableBody("has a number that is too long");
        }
    }

    /** The text or number at a pointer, as a text; null where there is none. */
    static @Nullable String text(JsonNode body, String pointer) {
        JsonNode value = body.at(pointer);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    /** The texts at some pointers, those that are not there left out. */
    static List<String> names(JsonNode body, String... pointers) {
        return Stream.of(pointers)
                .map(pointer -> text(body, pointer))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * The plain members of an object, and those that are lists of plain values, each as an answer with its name and its
     * pointer.
     *
     * @param without the names of those that nobody wants
     */
    static List<VendorAnswer> members(JsonNode body, String pointer, Set<String> without) {
        List<VendorAnswer> members = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : body.at(pointer).properties()) {
            JsonNode value = member.getValue();
            boolean plain = value.isValueNode() ? !value.isNull() : isPlainList(value);
            if (plain && !without.contains(member.getKey())) {
                members.add(new VendorAnswer(
                        List.of(member.getKey(), Reason.at(pointer, member.getKey())), List.of(value)));
            }
        }
        return members;
    }

    private static boolean isPlainList(JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            return false;
        }
        for (JsonNode item : value) {
            if (!item.isValueNode() || item.isNull()) {
                return false;
            }
        }
        return true;
    }

    /** Labels at a pointer as an answer that has it as a name: a list of texts, or of objects that have a name. */
    static VendorAnswer labels(JsonNode body, String pointer) {
        ArrayNode labels = JsonNodeFactory.instance.arrayNode();
        for (JsonNode label : body.at(pointer)) {
            JsonNode name = label.isObject() ? label.path("name") : label;
            if (name.isTextual()) {
                labels.add(name);
            }
        }
        String member = pointer.substring(pointer.lastIndexOf('/') + 1);
        return new VendorAnswer(List.of(member, pointer), labels.isEmpty() ? List.of() : List.of(labels));
    }

    /** A plain value as an answer, so that it is a property where no mapping names it; empty where it is none. */
    static VendorAnswer plain(JsonNode body, String pointer) {
        JsonNode value = body.at(pointer);
        String member = pointer.substring(pointer.lastIndexOf('/') + 1);
        return new VendorAnswer(
                List.of(member, pointer), value.isValueNode() && !value.isNull() ? List.of(value) : List.of());
    }

    /** A member of each object of a list, those that have none left out. */
    static ArrayNode texts(JsonNode objects, String member) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : objects) {
            JsonNode value = each.path(member);
            if (value.isValueNode() && !value.isNull()) {
                texts.add(value.asText());
            }
        }
        return texts;
    }

    /** Whether that is an id that can be a step of an address as it is. */
    static boolean isPlainId(@Nullable String id) {
        return id != null && PLAIN_ID.matcher(id).matches();
    }
}
