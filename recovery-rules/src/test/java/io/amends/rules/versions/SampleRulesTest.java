package io.amends.rules.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.directory.Measure;
import io.amends.language.RuleSetReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SampleRulesTest {

    @Test
    @DisplayName("G1: the rules of the sample portal can be used with its measures, the draft as well")
    void usable() throws IOException {
        JsonNode sample = resource("rules.json");
        Map<String, Measure> measures = Json.MAPPER.convertValue(
                resource("directory.json").path("portal").path("measures"), new TypeReference<>() {});

        assertThat(sample.path("versions")).hasSize(3);
        for (JsonNode version : sample.path("versions")) {
            assertThat(version.path("reason").asText()).hasSizeLessThan(1_000);
            read(version.path("rules"), measures);
        }
        ArrayNode draft = sample.path("versions").path(2).path("rules").deepCopy();
        read(draft.add(sample.path("draft")), measures);
    }

    private static void read(JsonNode rules, Map<String, Measure> measures) {
        ObjectNode set = Json.MAPPER.createObjectNode();
        set.set("rules", rules);
        assertThat(RuleSetReader.read(set, measures)).isInstanceOf(RuleSetReader.Result.Good.class);
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in = SampleRulesTest.class.getResourceAsStream("/io/amends/local/demo/" + name)) {
            return Json.MAPPER.readTree(Objects.requireNonNull(in, name));
        }
    }
}
