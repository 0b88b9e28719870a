package io.amends.rules.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.SurveyResponse;
import io.amends.language.RuleSet;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IndexDifferentialTest {
    private static final boolean LONG = Boolean.getBoolean("amends.long");
    private static final long SEED = 20_261_122;

    @Test
    @DisplayName("B9: the index finds exactly the rules that the interpreter finds, on random rules and responses")
    void sameAsInterpreter() {
        RandomRules random = new RandomRules(SEED);
        RuleSet rules = random.rules(LONG ? 5_000 : 500);
        Matcher oracle = new Interpreter(rules);
        Matcher index = new Index(rules);
        long found = 0;
        boolean[] matched = new boolean[rules.rules().size()];

        for (int i = 0; i < (LONG ? 100_000 : 2_000); i++) {
            SurveyResponse response = random.response();
            BigDecimal threshold = random.number();
            int[] expected = oracle.matching(facts(response, threshold));
            int[] actual = index.matching(facts(response, threshold));
            // Compared by hand first: describing every comparison would take most of the time.
            if (!Arrays.equals(expected, actual)) {
                assertThat(actual)
                        .as("seed %d, event %d: %s", SEED, i, response)
                        .isEqualTo(expected);
            }
            found += actual.length;
            Arrays.stream(actual).forEach(rule -> matched[rule] = true);
        }

        // A test on rules that never or always match would prove nothing.
        long rulesMatched = java.util.stream.IntStream.range(0, matched.length)
                .filter(rule -> matched[rule])
                .count();
        assertThat(rulesMatched).isGreaterThan(rules.rules().size() / 2);
        assertThat(found).isPositive();
    }

    private static Facts facts(SurveyResponse response, BigDecimal threshold) {
        return new Facts(response, response.score("csat"), threshold, ZoneId.of("Europe/Berlin"));
    }
}
