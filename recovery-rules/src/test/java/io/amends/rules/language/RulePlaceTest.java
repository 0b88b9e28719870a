package io.amends.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.language.Clause;
import io.amends.language.Effects;
import io.amends.language.PlacedLeaf;
import io.amends.language.Pointer;
import io.amends.language.Rule;
import io.amends.language.RulePlace;
import io.amends.language.RuleSet;
import io.amends.language.RuleSetWriter;
import io.amends.rules.matching.RandomRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RulePlaceTest {

    @Test
    @DisplayName("B6: every leaf is placed where the JSON of its rule has it, and is found again from there")
    void leaves() {
        RuleSet rules = new RandomRules(20_261_127).rules(200);
        JsonNode written = RuleSetWriter.write(rules);
        for (int i = 0; i < rules.rules().size(); i++) {
            Clause when = rules.rules().get(i).when();
            List<PlacedLeaf> placed =
                    PlacedLeaf.in(when, Pointer.rule(i).at(Rule.WHEN)).toList();
            assertThat(placed).isNotEmpty();
            for (PlacedLeaf leaf : placed) {
                String pointer = leaf.place().toString();
                RulePlace place = RulePlace.of(pointer);
                assertThat(place).isEqualTo(new RulePlace(i, Rule.WHEN, place.steps(), ""));
                assertThat(written.at(pointer)).isEqualTo(RuleSetWriter.clause(leaf.leaf()));
                assertThat(descend(when, place.steps())).isEqualTo(leaf.leaf());
            }
        }
    }

    @Test
    @DisplayName("B5: the place of an error tells the rule, its part, the clause and the key in it")
    void errors() {
        assertThat(RulePlace.of("/rules/3")).isEqualTo(new RulePlace(3, "", List.of(), ""));
        assertThat(RulePlace.of("/rules/3/name")).isEqualTo(new RulePlace(3, Rule.NAME, List.of(), ""));
        assertThat(RulePlace.of("/rules/3/then/tags/0"))
                .isEqualTo(new RulePlace(3, Rule.THEN, List.of(), Effects.TAGS));
        assertThat(RulePlace.of("/rules/3/when/all/0/not/any/2/between/1"))
                .isEqualTo(new RulePlace(3, Rule.WHEN, List.of(0, 0, 2), "between"));
        assertThat(RulePlace.of("/rules/3/when/all")).isEqualTo(new RulePlace(3, Rule.WHEN, List.of(), "all"));
        assertThat(List.of("", "/rules", "/rules/x", "/other/1", "not a pointer"))
                .allSatisfy(pointer -> assertThat(RulePlace.of(pointer).rule()).isNull());
    }

    private static Clause descend(Clause from, List<Integer> steps) {
        List<Clause> inside = new ArrayList<>(List.of(from));
        for (int step : steps) {
            inside = inside
                    .get(0)
                    .match(new Clause.Cases<List<Clause>>() {
                        @Override
                        public List<Clause> all(Clause.All all) {
                            return all.of();
                        }

                        @Override
                        public List<Clause> any(Clause.Any any) {
                            return any.of();
                        }

                        @Override
                        public List<Clause> not(Clause.Not not) {
                            return List.of(not.of());
                        }

                        @Override
                        public List<Clause> leaf(Clause.Leaf leaf) {
                            return List.of();
                        }
                    })
                    .stream()
                    .skip(step)
                    .limit(1)
                    .collect(Collectors.toList());
        }
        return inside.get(0);
    }
}
