package io.amends.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;

/** Reads the schemas as a consumer does: from the class path, with formats asserted. */
final class Schemas {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Schemas() {}

    /** Where in the data something is wrong; empty if nothing is. */
    static List<String> errors(String schema, JsonNode data) {
        return load(schema).validate(data).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    static JsonSchema load(String schema) {
        return FACTORY.getSchema(
                SchemaLocation.of("classpath:io/amends/contracts/schemas/" + schema + ".schema.json"), STRICT);
    }
}
