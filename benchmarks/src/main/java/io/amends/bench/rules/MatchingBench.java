package io.amends.bench.rules;

import io.amends.bench.BenchReport;
import io.amends.bench.Contender;
import io.amends.bench.Numbers;
import io.amends.bench.Rounds;
import io.amends.bench.RuleSamples;
import io.amends.contracts.SurveyResponse;
import io.amends.language.RuleSet;
import io.amends.rules.matching.Facts;
import io.amends.rules.matching.Index;
import io.amends.rules.matching.Interpreter;
import io.amends.rules.matching.Matcher;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finding the rules that match, without a broker: the index beside the interpreter and Drools' executable model. */
final class MatchingBench {
    static final int MOST = 10_000;
    static final int FEW = 10;
    private static final int EVENTS = 2_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final BigDecimal THRESHOLD = BigDecimal.valueOf(2);
    private static final String INDEX = "index, 10,000 rules";

    private final List<SurveyResponse> responses = new ArrayList<>();
    private final RuleSet rules;
    private final RuleSet fewRules;

    MatchingBench(long seed) {
        EventSamples events = new EventSamples(seed);
        for (int i = 0; i < EVENTS; i++) {
            responses.add(events.event().response());
        }
        rules = new RuleSamples(seed).rules(MOST);
        fewRules = new RuleSamples(seed).rules(FEW);
    }

    private interface Finder {
        int[] matching(SurveyResponse response);
    }

    /** @param drools whether Drools takes part; compiling its rules takes minutes */
    void run(BenchReport report, boolean drools, int repetitions, long seed) throws Exception {
        Matcher index = new Index(rules);
        Matcher few = new Index(fewRules);
        Matcher interpreter = new Interpreter(rules);
        List<Contender> contenders = new ArrayList<>(List.of(
                new Contender(INDEX, () -> rate(finder(index), 20 * EVENTS)),
                new Contender(INDEX + " (A/A)", () -> rate(finder(index), 20 * EVENTS)),
                new Contender("index, 10 rules", () -> rate(finder(few), 100 * EVENTS)),
                new Contender("interpreter, 10,000 rules", () -> rate(finder(interpreter), 50))));
        check(index, finder(interpreter));
        if (drools) {
            DroolsPeer peer = new DroolsPeer(rules, THRESHOLD, ZONE);
            check(index, peer::matching);
            contenders.add(new Contender("Drools, 10,000 rules", () -> rate(peer::matching, 30)));
        }
        report.rates("matching", Rounds.run(contenders, repetitions, seed), List.of(INDEX));
    }

    /** Whoever finds other rules does other work. */
    private void check(Matcher index, Finder other) {
        for (SurveyResponse response : responses.subList(0, 100)) {
            if (!Arrays.equals(index.matching(facts(response)), other.matching(response))) {
                throw new IllegalStateException("the contenders find other rules in " + response);
            }
        }
        List<Double> counts = responses.stream()
                .map(response -> (double) index.matching(facts(response)).length)
                .toList();
        System.out.printf(
                "%nmatches per event: median %.0f, at most %.0f%n",
                Numbers.median(counts), Numbers.quantile(counts, 1));
    }

    private static Finder finder(Matcher matcher) {
        return response -> matcher.matching(facts(response));
    }

    private double rate(Finder finder, int events) {
        long found = 0;
        long start = System.nanoTime();
        for (int i = 0; i < events; i++) {
            found += finder.matching(responses.get(i % EVENTS)).length;
        }
        double rate = events / ((System.nanoTime() - start) / 1e9);
        if (found == 0) {
            throw new IllegalStateException("no rule matched");
        }
        return rate;
    }

    private static Facts facts(SurveyResponse response) {
        return new Facts(response, response.score("csat"), THRESHOLD, ZONE);
    }
}
