package io.amends.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the sample portal is made of, read from this package's resources. All people and companies are invented. */
record DemoData(JsonNode directory, JsonNode desk, JsonNode people, JsonNode verbatims, JsonNode rules) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static DemoData load() {
        return new DemoData(
                read("directory.json"),
                read("desk.json"),
                read("people.json"),
                read("verbatims.json"),
                read("rules.json"));
    }

    /** The support groups' codes. */
    List<String> groups() {
        return names(desk.path("groups"));
    }

    /** The group's threshold, or the portal's. */
    int threshold(String group) {
        int portal = directory.path("portal").path("serviceRecoveryThreshold").asInt();
        return directory.path("groups").path(group).path("threshold").asInt(portal);
    }

    /** The name of the group's support lead. */
    String lead(String group) {
        String contact =
                directory.path("groups").path(group).path("supportLead").asText();
        return directory.path("contacts").path(contact).path("name").asText();
    }

    String factor(String key) {
        return desk.path("factors").path(key).asText();
    }

    static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static Map<String, Double> weights(JsonNode object) {
        Map<String, Double> weights = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            weights.put(entry.getKey(), value.isObject() ? value.path("weight").asDouble() : value.asDouble());
        });
        return weights;
    }

    private static JsonNode read(String name) {
        try (InputStream in = DemoData.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
