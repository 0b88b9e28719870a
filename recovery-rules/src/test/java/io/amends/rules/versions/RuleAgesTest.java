package io.amends.rules.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.api.RuleSetVersion;
import io.amends.language.Clause;
import io.amends.language.Effects;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("F5: a rule's age")
class RuleAgesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant MONTH_AGO = NOW.minus(Duration.ofDays(30));

    private final List<RuleSetVersion> newestFirst = new ArrayList<>();
    private final List<RuleSet> sets = new ArrayList<>();

    @Test
    @DisplayName(
            "counts from the version that made its condition what it is; another priority makes no other rule of it")
    void changed() {
        published(40, rule("old", "vip", 1), rule("changed", "a", 1), rule("back", "b", 1));
        published(20, rule("old", "vip", 2), rule("changed", "c", 1));
        published(2, rule("old", "vip", 3), rule("changed", "c", 1), rule("new", "n", 1), rule("back", "b", 1));

        assertThat(ages())
                .containsOnly(
                        Map.entry("changed", new RuleAges.RuleAge(2, daysAgo(20))),
                        Map.entry("new", new RuleAges.RuleAge(3, daysAgo(2))),
                        Map.entry("back", new RuleAges.RuleAge(3, daysAgo(2))));
    }

    @Test
    @DisplayName("is that of the first version where that is young, and none where all are old")
    void first() {
        assertThat(ages()).isEmpty();
        published(31, rule("x", "a", 1));
        assertThat(ages()).isEmpty();
        newestFirst.clear();
        sets.clear();
        published(10, rule("x", "a", 1));
        published(1, rule("x", "a", 2));
        assertThat(ages()).containsOnly(Map.entry("x", new RuleAges.RuleAge(1, daysAgo(10))));
    }

    private Map<String, RuleAges.RuleAge> ages() {
        return RuleAges.youngerThan(MONTH_AGO, newestFirst, version -> sets.get((int) version - 1));
    }

    private void published(int daysAgo, Rule... rules) {
        sets.add(new RuleSet(List.of(rules)));
        newestFirst.add(0, new RuleSetVersion(sets.size(), "ada", null, daysAgo(daysAgo), "why", null));
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static Rule rule(String name, String tag, int priority) {
        return new Rule(name, new Clause.HasTag(tag), new Effects(null, priority, null, null, null, null));
    }
}
