package io.amends.rules.words;

import static io.amends.rules.decision.InEnglish.DECIDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.AlsoHears;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.RuleSetComparison.Difference;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import io.amends.messages.testing.PlainMessages;
import io.amends.rules.decision.Samples;
import io.amends.rules.matching.RandomRules;
import io.amends.rules.matching.RuleBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

class RuleChangesTest {
    private final RuleChanges differences = new RuleChanges(PlainMessages.english(RuleMessages.class), Names.NONE);

    @Property(tries = 200)
    @Label("B7: a rule set compared with itself has no changes")
    void itself(@ForAll long seed) {
        RuleSet rules = new RandomRules(seed).rules(30);

        assertThat(differences.between(rules, new RuleSet(List.copyOf(rules.rules()))))
                .isEmpty();
    }

    @Property(tries = 200)
    @Label("B7: every rule that is new, gone or different is told, and no other; every sentence is one")
    void everyDifference(@ForAll long seed) {
        Random random = new Random(seed);
        RandomRules source = new RandomRules(seed);
        List<Rule> before = source.rules(20).rules();
        List<Rule> others = source.rules(30).rules();
        List<Rule> now = new ArrayList<>();
        before.stream()
                .filter(rule -> random.nextInt(5) > 0)
                .map(rule -> random.nextInt(3) > 0 ? rule : renamed(others.get(random.nextInt(20)), rule.name()))
                .forEach(now::add);
        now.addAll(others.subList(20, 20 + random.nextInt(10)));

        List<Difference> changes = differences.between(new RuleSet(before), new RuleSet(now));

        Set<String> expected = new HashSet<>();
        before.stream().filter(rule -> !now.contains(rule)).map(Rule::name).forEach(expected::add);
        now.stream().filter(rule -> !before.contains(rule)).map(Rule::name).forEach(expected::add);
        assertThat(changes.stream().map(Difference::rule).collect(Collectors.toSet()))
                .isEqualTo(expected);
        assertThat(changes).allSatisfy(change -> assertThat(change.sentence())
                .contains("“" + change.rule() + "”")
                .endsWith(".")
                .doesNotContain("null"));
    }

    @Property(tries = 300)
    @Label("B7: where a new order is not told, every response gets the same as before")
    void quietOrder(@ForAll long seed) {
        RandomRules source = new RandomRules(seed);
        RuleSet before = source.rules(6);
        List<Rule> shuffled = new ArrayList<>(before.rules());
        Collections.shuffle(shuffled, new Random(seed));
        RuleSet now = new RuleSet(shuffled);

        if (differences.between(before, now).isEmpty()) {
            for (int i = 0; i < 50; i++) {
                var response = source.response();
                assertThat(outcome(response, now)).isEqualTo(outcome(response, before));
            }
        }
    }

    /** Everything that a rule can set; the order of tags and of who also hears means nothing. */
    private static List<Object> outcome(SurveyResponse response, RuleSet rules) {
        RecoveryDecided decided = Objects.requireNonNull(DECIDER.decide(
                Samples.recorded(response), Samples.policy(""), RuleBook.of(1, rules), Samples.SUBMITTED));
        return Arrays.asList(
                decided.kind(),
                decided.contact(),
                decided.priority(),
                decided.alert(),
                decided.followUp(),
                Set.copyOf(decided.tags()),
                decided.also().stream().map(AlsoHears::contact).collect(Collectors.toSet()));
    }

    private static Rule renamed(Rule rule, String name) {
        return new Rule(name, rule.when(), rule.then());
    }
}
