package io.amends.notes;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.amends.contracts.Topics;
import java.util.List;

/** The contracts' schemas, which everything that this service publishes has to keep. */
final class Schemas {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private Schemas() {}

    /** Where an event of a topic is not as its schema says. */
    static List<String> errors(String topic, JsonNode data) {
        String name = topic.equals(Topics.FOLLOWUPS) ? "followup" : "case-changed";
        return FACTORY
                .getSchema(SchemaLocation.of("classpath:io/amends/contracts/schemas/" + name + ".schema.json"))
                .validate(data)
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }
}
