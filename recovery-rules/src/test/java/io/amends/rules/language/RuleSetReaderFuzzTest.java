package io.amends.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.testing.DirectoryEntries;
import io.amends.language.RuleSetReader;
import io.amends.language.RuleSetWriter;
import io.amends.rules.matching.RandomRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RuleSetReaderFuzzTest {
    private static final int INPUTS = Boolean.getBoolean("amends.long") ? 100_000 : 2_000;
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "[]",
            "{}",
            "[[]]",
            "{\"all\":[]}",
            "{\"\":1}",
            "\"" + "x".repeat(1_001) + "\"",
            "{\"a/b~c\":{}}",
            "[0,1,2]",
            "99999999999999999999");

    @Test
    @Timeout(300)
    @DisplayName("B2: mutated rule sets are read or refused with a pointer into them: no crash, no hang")
    void mutated() throws Exception {
        Random random = new Random(7);
        RandomRules rules = new RandomRules(7);
        int refused = 0;
        for (int i = 0; i < INPUTS; i++) {
            JsonNode json = RuleSetWriter.write(rules.rules(3));
            int changes = random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                mutate(json, random);
            }
            if (RuleSetReader.read(json, DirectoryEntries.portal("").measures())
                    instanceof RuleSetReader.Result.Wrong wrong) {
                refused++;
                assertThat(wrong.errors()).isNotEmpty().allSatisfy(error -> {
                    assertThat(error.reason()).isNotBlank();
                    // It points at something that is there, or at a field that is missing from what is there.
                    String parent = error.pointer()
                            .substring(0, Math.max(0, error.pointer().lastIndexOf('/')));
                    assertThat(json.at(parent).isMissingNode())
                            .as(error.pointer())
                            .isFalse();
                });
            } else {
                assertThat(RuleSetReader.readPublished(json)).isInstanceOf(RuleSetReader.Result.Good.class);
            }
        }
        assertThat(refused).isBetween(INPUTS / 10, INPUTS);
    }

    private static void mutate(JsonNode json, Random random) throws Exception {
        List<JsonNode> containers = new ArrayList<>();
        collect(json, containers);
        JsonNode chosen = containers.get(random.nextInt(containers.size()));
        JsonNode odd = Json.MAPPER.readTree(ODD.get(random.nextInt(ODD.size())));
        if (chosen instanceof ArrayNode array) {
            if (array.isEmpty() || random.nextBoolean()) {
                array.add(odd);
            } else {
                array.set(random.nextInt(array.size()), odd);
            }
        } else if (chosen instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || random.nextInt(4) == 0) {
                object.set("odd" + random.nextInt(3), odd);
            } else if (random.nextInt(3) == 0) {
                object.remove(names.get(random.nextInt(names.size())));
            } else {
                object.set(names.get(random.nextInt(names.size())), odd);
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }
}
