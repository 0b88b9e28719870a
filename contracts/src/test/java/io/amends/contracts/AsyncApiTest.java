package io.amends.contracts;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.amends.contracts.Topics.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The AsyncAPI document says what the code does. */
class AsyncApiTest {
    static final List<Topic> TOPICS = Topics.ALL;
    static final List<Contract> EVENTS = Contract.ALL;

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private final JsonNode document = read("asyncapi.yaml");

    @DisplayName("it names every topic, and no other but the dead letters")
    @Test
    void everyTopic() {
        Set<String> addresses = stream(document.get("channels"))
                .map(channel -> channel.get("address").asText())
                .collect(toSet());

        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(TOPICS.stream().map(Topic::name), Stream.of("{topic}.{consumer}.dlq"))
                                .toList());
        assertThat(document.get("operations")).hasSameSizeAs(document.get("channels"));
    }

    @DisplayName("a topic's types, retention and limits are those of the code")
    @ParameterizedTest
    @FieldSource("TOPICS")
    void topic(Topic topic) {
        JsonNode channel = channel(topic.name());
        JsonNode settings = channel.at("/bindings/kafka/topicConfiguration");

        assertThat(stream(channel.get("messages"))
                        .map(m -> resolve(m).get("name").asText()))
                .containsExactlyElementsOf(EventTypes.on(topic.name()));
        assertThat(settings.get("max.message.bytes").asInt()).isEqualTo(topic.maxMessageBytes());
        assertThat(settings.get("retention.ms").asLong())
                .isEqualTo(
                        topic.retentionDays() == Topic.FOREVER
                                ? -1
                                : Duration.ofDays(topic.retentionDays()).toMillis());
        assertThat(settings.at("/cleanup.policy/0").asText()).isEqualTo(topic.compacted() ? "compact" : "delete");
        assertThat(settings.has("message.timestamp.type")).isEqualTo(topic.brokerTime());
    }

    @DisplayName("dead letters keep what Topics says")
    @Test
    void deadLetters() {
        Topic letters = Topics.deadLetters(Topics.SUBMITTED, "recorder");
        JsonNode settings = channel("{topic}.{consumer}.dlq").at("/bindings/kafka/topicConfiguration");

        assertThat(letters.name()).isEqualTo("amends.surveys.submitted.v1.recorder.dlq");
        assertThat(settings.get("max.message.bytes").asInt()).isEqualTo(letters.maxMessageBytes());
        assertThat(settings.get("retention.ms").asLong())
                .isEqualTo(Duration.ofDays(letters.retentionDays()).toMillis());
    }

    @DisplayName("a message's payload is its event's schema, its example the golden one")
    @ParameterizedTest
    @FieldSource("EVENTS")
    void message(Contract event) {
        JsonNode message = stream(document.at("/components/messages"))
                .filter(m -> m.get("name").asText().equals(event.type()))
                .findFirst()
                .orElseThrow();

        assertThat(message.at("/payload/schema/$ref").asText())
                .isEqualTo("./schemas/" + event.schema() + ".schema.json");
        assertThat(resolve(message.at("/examples/0/payload"))).isEqualTo(Golden.of(event.type()));
        assertThat(message.at("/examples/0/headers/ce_type").asText()).isEqualTo(event.type());
    }

    @DisplayName("every message has the headers that the code names")
    @Test
    void headers() throws IllegalAccessException {
        List<String> named = new ArrayList<>();
        for (Field header : CloudEventHeaders.class.getFields()) {
            named.add((String) header.get(null));
        }

        assertThat(document.at("/components/messageTraits/cloudEvent/headers/properties")
                        .fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @DisplayName("every reference leads somewhere")
    @Test
    void references() {
        List<JsonNode> references = document.findParents("$ref");

        assertThat(references).hasSizeGreaterThan(100);
        for (JsonNode reference : references) {
            assertThat(resolve(reference).isObject()).as(reference.toString()).isTrue();
        }
    }

    private JsonNode channel(String address) {
        Map<String, JsonNode> channels = stream(document.get("channels"))
                .collect(toMap(channel -> channel.get("address").asText(), channel -> channel));
        return channels.get(address);
    }

    private JsonNode resolve(JsonNode reference) {
        String to = reference.get("$ref").asText();
        return to.startsWith("#") ? document.at(to.substring(1)) : read(to.substring("./".length()));
    }

    private static JsonNode read(String resource) {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
