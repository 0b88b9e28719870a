package io.amends.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Json;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What of a change is told (H4). */
class AuditChangeTest {
    private static final Set<String> TOLD = Set.of("group", "score");
    private static final AuditChange CHANGE = AuditChange.of("acme", AuditAction.RESPONSE_REPAIRED, "response/r");

    @Test
    @DisplayName("H4: only fields that differ are told, each with both sides; what is not to be told is ***")
    void fields() throws JsonProcessingException {
        AuditChange change = CHANGE.fields(
                tree("{'group': 'A', 'score': 1, 'comment': 'Word for word', 'gone': 'x', 'none': null}"),
                tree("{'group': 'B', 'score': 1, 'comment': 'Other words', 'fresh': 'y'}"),
                TOLD::contains);

        assertThat(change.before()).isEqualTo(tree("{'comment': '***', 'fresh': null, 'gone': '***', 'group': 'A'}"));
        assertThat(change.after()).isEqualTo(tree("{'comment': '***', 'fresh': '***', 'gone': null, 'group': 'B'}"));
    }

    @Test
    @DisplayName("H4: what is made has no side before, what is deleted none after; what changes nothing is nothing")
    void sides() throws JsonProcessingException {
        ObjectNode one = tree("{'group': 'A', 'none': null}");

        assertThat(CHANGE.fields(null, one, TOLD::contains).before()).isNull();
        assertThat(CHANGE.fields(null, one, TOLD::contains).after()).isEqualTo(tree("{'group': 'A'}"));
        assertThat(CHANGE.fields(one, null, TOLD::contains).after()).isNull();
        assertThat(CHANGE.fields(one, one.deepCopy(), TOLD::contains).nothing()).isTrue();
        assertThat(CHANGE.nothing()).isFalse();
    }

    @Property
    @Label("H4: no value of a field that is not to be told is in an entry, whatever the field is called")
    void hidden(@ForAll("objects") @Nullable ObjectNode before, @ForAll("objects") @Nullable ObjectNode after) {
        AuditChange change = CHANGE.fields(before, after, TOLD::contains);

        assertThat(change.before() + " " + change.after()).doesNotContain("secret");
    }

    @Provide
    Arbitrary<ObjectNode> objects() {
        Arbitrary<String> names = Arbitraries.strings().alpha().ofMaxLength(3).filter(name -> !TOLD.contains(name));
        Arbitrary<String> values = Arbitraries.strings().ofMaxLength(3).map(text -> "secret" + text);
        return Arbitraries.maps(names, values)
                .ofMaxSize(4)
                .map(map -> (ObjectNode) Json.MAPPER.valueToTree(Map.copyOf(map)))
                .injectNull(0.1);
    }

    private static ObjectNode tree(String json) throws JsonProcessingException {
        return (ObjectNode) Json.MAPPER.readTree(json.replace('\'', '"'));
    }
}
