package io.amends.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A schema as a tree of fields and words, its references followed. */
record SchemaShape(JsonNode root, JsonNode node) {

    static SchemaShape file(String schema) {
        try (InputStream in = SchemaShape.class.getResourceAsStream("schemas/" + schema + ".schema.json")) {
            JsonNode root = Json.MAPPER.readTree(in);
            return new SchemaShape(root, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails where record and schema differ, however deep. */
    static void compare(Type type, SchemaShape schema) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            compare(inner, generic.getRawType() == Map.class ? schema.values() : schema.items());
        } else if (type instanceof Class<?> c && inOrder(c)) {
            JsonNode places = schema.resolved().node.path("prefixItems");
            assertThat(places).as("places of %s", c.getSimpleName()).hasSameSizeAs(c.getRecordComponents());
            for (int i = 0; i < places.size(); i++) {
                compare(
                        c.getRecordComponents()[i].getGenericType(),
                        schema.resolved().at(places.get(i), "place"));
            }
        } else if (type instanceof Class<?> c && c.isRecord()) {
            assertThat(schema.fields())
                    .as("fields of %s", c.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(c.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
            for (RecordComponent component : c.getRecordComponents()) {
                compare(component.getGenericType(), schema.property(component.getName()));
            }
        } else if (type instanceof Class<?> c && c.isEnum()) {
            assertThat(schema.words())
                    .as("words of %s", c.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(c.getEnumConstants())
                            .map(word -> Json.MAPPER.valueToTree(word).asText())
                            .toList());
        }
    }

    /** Whether it is written as an array, whose places are its components. */
    private static boolean inOrder(Class<?> type) {
        JsonFormat format = type.getAnnotation(JsonFormat.class);
        return type.isRecord() && format != null && format.shape() == JsonFormat.Shape.ARRAY;
    }

    SchemaShape property(String name) {
        return at(resolved().node.path("properties").path(name), name);
    }

    SchemaShape items() {
        return at(resolved().node.path("items"), "items");
    }

    SchemaShape values() {
        return at(resolved().node.path("additionalProperties"), "additionalProperties");
    }

    private Set<String> fields() {
        return resolved().node.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    List<String> words() {
        return StreamSupport.stream(resolved().node.path("enum").spliterator(), false)
                .filter(word -> !word.isNull())
                .map(JsonNode::asText)
                .toList();
    }

    private SchemaShape at(JsonNode child, String name) {
        assertThat(child.isMissingNode()).as("%s is missing", name).isFalse();
        return new SchemaShape(resolved().root, child);
    }

    /** Follows $ref, and "this or null". */
    private SchemaShape resolved() {
        if (node.has("$ref")) {
            String[] ref = node.get("$ref").asText().split("#", 2);
            JsonNode file = ref[0].isEmpty() ? root : file(ref[0].replace(".schema.json", "")).root;
            return new SchemaShape(file, file.at(ref.length > 1 ? ref[1] : "")).resolved();
        }
        if (node.has("anyOf") && !node.has("properties")) {
            return new SchemaShape(root, node.get("anyOf").get(0)).resolved();
        }
        return this;
    }
}
