package io.amends.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Schema, record and golden example of every event agree. */
class GoldenTest {
    static final List<Contract> EVENTS = Contract.ALL;

    /** They carry JSON of others as it came, so that an unknown field within it stays. */
    private static final Set<Class<?>> HAVE_TREES = Set.of(RuleSetPublished.class, AuditRecorded.class);

    @DisplayName("every type has a schema, a record and a golden example, and is on one topic")
    @Test
    void complete() {
        List<String> types = Arrays.stream(EventTypes.class.getFields())
                .map(GoldenTest::constant)
                .toList();

        assertThat(EVENTS).extracting(Contract::type).containsExactlyInAnyOrderElementsOf(types);
        assertThat(Topics.ALL.stream().flatMap(topic -> EventTypes.on(topic.name()).stream()))
                .containsExactlyInAnyOrderElementsOf(types);
        assertThatThrownBy(() -> Golden.of("amends.unheard.of")).isInstanceOf(IllegalArgumentException.class);
    }

    @DisplayName("the golden example is valid by its schema")
    @ParameterizedTest
    @FieldSource("EVENTS")
    void valid(Contract event) {
        assertThat(Schemas.errors(event.schema(), Golden.of(event.type()))).isEmpty();
    }

    @DisplayName("the golden example, read into its record and written back, is the same")
    @ParameterizedTest
    @FieldSource("EVENTS")
    void sameAfterReadingAndWriting(Contract event) throws Exception {
        Object read = Json.read(Golden.bytes(event.type()), event.data());

        assertThat(Json.MAPPER.readTree(Json.event(read))).isEqualTo(Golden.of(event.type()));
        if (event.entry() != null) {
            JsonNode entry = Golden.of(event.type()).get("entry");
            Object inside = Json.read(Json.event(entry), event.entry());
            assertThat(Json.MAPPER.readTree(Json.event(inside))).isEqualTo(entry);
        }
    }

    @DisplayName("a decision leaves out what is null, but says that it has no priority and that no score was given")
    @Test
    void nullsAreLeftOut() throws Exception {
        ObjectNode decision = (ObjectNode) Golden.of("amends.recovery.decided");
        decision.putNull("priority").putNull("replaces");
        decision.withObject("/explanation").putNull("overall");
        decision.withObject("/response").putNull("comment").putNull("brand");
        RecoveryDecided read = Json.MAPPER.treeToValue(decision, RecoveryDecided.class);

        JsonNode written = Json.MAPPER.readTree(Json.event(read));
        assertThat(written.get("priority")).isEqualTo(NullNode.getInstance());
        assertThat(written.at("/explanation/overall")).isEqualTo(NullNode.getInstance());
        assertThat(written.findValues("replaces")).isEmpty();
        assertThat(written.get("response").has("comment")).isFalse();
        assertThat(Json.read(Json.event(read), RecoveryDecided.class)).isEqualTo(read);
    }

    @DisplayName("unknown fields are ignored, by the schema and by the record, at every depth")
    @ParameterizedTest
    @FieldSource("EVENTS")
    void unknownFieldsAreIgnored(Contract event) throws Exception {
        JsonNode extended = Golden.of(event.type());
        Object expected = Json.read(Golden.bytes(event.type()), event.data());
        LaterFields.add(extended);

        assertThat(Schemas.errors(event.schema(), extended)).isEmpty();
        if (event.entry() == null && !HAVE_TREES.contains(event.data())) {
            assertThat(Json.read(Json.event(extended), event.data())).isEqualTo(expected);
        } else {
            assertThat(Json.read(Json.event(extended), event.data())).hasSameClassAs(expected);
        }
    }

    @DisplayName("a golden example that breaks its schema would be noticed")
    @ParameterizedTest
    @FieldSource("EVENTS")
    void wouldBeNoticed(Contract event) {
        ObjectNode broken = (ObjectNode) Golden.of(event.type());
        broken.put("portal", "not a code");

        assertThat(Schemas.errors(event.schema(), broken)).isNotEmpty();
    }

    private static String constant(java.lang.reflect.Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
