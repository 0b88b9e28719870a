package io.amends.bench.rules;

import io.amends.bench.BenchReport;
import io.amends.bench.BenchRequest;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Measures the rules beside their peers; see benchmarks/README.md. */
public final class RulesBench {
    private static final List<String> PARTS =
            List.of("stage", "consumers", "matching", "drools", "parsing", "backtest");
    private static final int REPETITIONS = Integer.getInteger("bench.repetitions", 9);
    // Held, since a logger that nobody holds forgets its level.
    private static final Logger ROOT = Logger.getLogger("");

    private RulesBench() {}

    /**
     * The first argument is the repository's root, then parts (all where none is named), then a seed (by default the time).
     *
     * @throws Exception if something could not be measured; nothing is guessed
     */
    public static void main(String[] arguments) throws Exception {
        ROOT.setLevel(Level.SEVERE);
        BenchRequest asked = BenchRequest.of(arguments, PARTS);
        long seed = asked.seed();
        BenchReport report = new BenchReport(System.out, seed);
        for (String part : asked.parts()) {
            part(part, report, seed);
        }
        report.write(asked.root().resolve("benchmarks/target/rules.json"));
    }

    private static void part(String part, BenchReport report, long seed) throws Exception {
        switch (part) {
            case "stage" -> {
                try (Broker broker = Broker.start()) {
                    new StageBench(broker, seed).run(report, REPETITIONS, seed);
                }
            }
            case "consumers" -> new ConsumersBench().run(report, REPETITIONS, seed);
            case "matching" -> new MatchingBench(seed).run(report, false, REPETITIONS, seed);
            case "drools" -> new MatchingBench(seed).run(report, true, REPETITIONS, seed);
            case "parsing" -> new ParsingBench(seed).run(report, REPETITIONS, seed);
            case "backtest" -> {
                try (Broker broker = Broker.start()) {
                    new BacktestBench(broker, seed).run(report, REPETITIONS);
                }
            }
            default -> throw new IllegalArgumentException(part);
        }
    }
}
