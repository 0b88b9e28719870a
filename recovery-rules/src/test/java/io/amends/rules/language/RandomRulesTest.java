package io.amends.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.amends.contracts.StorableJson;
import io.amends.language.Clause;
import io.amends.language.Comparison;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import io.amends.language.RuleSetReader;
import io.amends.language.RuleSetWriter;
import io.amends.rules.matching.RandomRules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for random rules holds for every kind of clause only if each is among them. */
class RandomRulesTest {
    private static final RuleSet RULES = new RandomRules(20_261_127).rules(2_000);

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("classpath:io/amends/contracts/schemas/rule-set.schema.json"));

    @Test
    @DisplayName("B2: every kind of clause and of comparison is among the random rules")
    void everyKind() {
        String written = RULES.toString();

        assertThat(Stream.of(Clause.class, Clause.Leaf.class, Comparison.class)
                        .flatMap(kinds -> Arrays.stream(kinds.getPermittedSubclasses()))
                        .filter(Class::isRecord))
                .hasSize(18)
                .allSatisfy(kind -> assertThat(written).contains(kind.getSimpleName() + "["));
    }

    @Test
    @DisplayName("B2: what is read of a rule is what was written, and the schema accepts it")
    void roundTrip() {
        int read = 0;
        for (JsonNode rule : RuleSetWriter.write(RULES).path(RuleSet.RULES)) {
            Rule back = StorableJson.strict(rule).ok()
                    ? RuleSetReader.readPublishedRule(rule).orElse(null)
                    : null;
            if (back != null) { // neither half a character, nor a field with a text that is none of its choices
                JsonNode again = RuleSetWriter.write(new RuleSet(List.of(back)));
                assertThat(again.path(RuleSet.RULES).path(0)).isEqualTo(rule);
                assertThat(SCHEMA.validate(again)).isEmpty();
                read++;
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }
}
