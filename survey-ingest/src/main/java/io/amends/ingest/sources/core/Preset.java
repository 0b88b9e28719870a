package io.amends.ingest.sources.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.directory.SourceMapping;
import io.amends.contracts.mapping.TargetField.ResponseField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

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
}
