package io.amends.ingest.sources.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.Json;
import io.amends.contracts.directory.Selector;
import io.amends.contracts.directory.SourceMapping;
import io.amends.contracts.mapping.TargetField.ResponseField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** What a vendor fixes of a mapping, as data beside this class: a file a vendor, of the form that a source's mapping has. */
final class Preset {
    private final ObjectNode json;

    private Preset(ObjectNode json) {
        this.json = json;
    }

    /** The preset of that name. */
    static Preset of(String name) {
        String file = name + ".json";
        try (InputStream in = Preset.class.getResourceAsStream(file)) {
            if (in == null || !(Json.MAPPER.readTree(in) instanceof ObjectNode json)) {
                throw new IllegalStateException("there is no preset " + file);
            }
            return new Preset(json);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** All of it. */
    SourceMapping mapping() {
        return SourceMapping.of(json);
    }

    /** One of several that are in the file under names of their own. */
    SourceMapping mapping(String name) {
        return SourceMapping.of((ObjectNode) json.path(name));
    }

    /** The same with one measure more. */
    static SourceMapping measuring(SourceMapping mapping, String measure, String pointer) {
        ObjectNode more = Json.MAPPER.createObjectNode();
        more.putObject(ResponseField.MEASURES.word()).put(measure, pointer);
        return mapping.under(SourceMapping.of(more));
    }

    /** The same with another place for one field. */
    static SourceMapping pointing(SourceMapping mapping, ResponseField field, String pointer) {
        return mapping.under(SourceMapping.of(Json.MAPPER.createObjectNode().put(field.word(), pointer)));
    }

    /** The same with one value for a field, wherever the mapping looked for it. */
    static SourceMapping saying(SourceMapping mapping, ResponseField field, String value) {
        ObjectNode more = Json.MAPPER.createObjectNode();
        more.set(field.word(), new Selector(null, null, Map.of(), null, null, TextNode.valueOf(value)).json());
        return mapping.under(SourceMapping.of(more));
    }
}
