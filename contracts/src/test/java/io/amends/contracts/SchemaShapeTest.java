package io.amends.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every record component is in the schema, and every property of the schema is in the record. */
class SchemaShapeTest {
    static final List<Contract> EVENTS = Contract.ALL;

    @DisplayName("record and schema name the same fields and the same words")
    @ParameterizedTest
    @FieldSource("EVENTS")
    void sameFields(Contract event) {
        SchemaShape.compare(event.data(), SchemaShape.file(event.schema()));
        if (event.entry() != null) {
            SchemaShape.compare(event.entry(), SchemaShape.file(event.schema()).property("entry"));
        }
    }

    @DisplayName("a record with another field, or an enum with another word, is noticed")
    @Test
    void differencesAreNoticed() {
        record Other(String portal, String code, JsonNode entry, String more) {}
        record Less(String portal, String code) {}
        record Wrong(String name, List<Integer> hours) {}

        assertThatThrownBy(() -> SchemaShape.compare(Other.class, SchemaShape.file("segment")))
                .hasMessageContaining("more");
        assertThatThrownBy(() -> SchemaShape.compare(Less.class, SchemaShape.file("segment")))
                .hasMessageContaining("entry");
        assertThatThrownBy(() -> SchemaShape.compare(
                        Wrong.class, SchemaShape.file("segment").property("entry")))
                .hasMessageContaining("hours");
        assertThatThrownBy(() -> SchemaShape.compare(
                        ResponseState.class,
                        SchemaShape.file("survey-submitted").property("contactChoice")))
                .hasMessageContaining("QUARANTINED");
        assertThat(SchemaShape.file("portal")
                        .property("entry")
                        .property("measures")
                        .values()
                        .words())
                .isEmpty();
    }
}
