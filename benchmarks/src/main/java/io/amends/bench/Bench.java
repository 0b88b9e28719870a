package io.amends.bench;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Measures a running Amends beside its peers; see benchmarks/README.md. */
public final class Bench {
    private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);

    private static final List<String> PARTS = List.of("recording", "front-door", "publishing", "visible");
    /** It takes as long as two million rows take, and leaves them behind. */
    private static final String MEMORY = "memory";

    private static final List<SurveyLoad> LOADS = List.of(
            new SurveyLoad(100, 1),
            new SurveyLoad(200, 1),
            new SurveyLoad(400, 1),
            new SurveyLoad(700, 1),
            new SurveyLoad(1_000, 50),
            new SurveyLoad(100, 1));

    private Bench() {}

    /**
     * The first argument is the repository's root, then parts (all but memory where none is named), then a seed (by default the time).
     *
     * @throws Exception if something could not be measured; nothing is guessed
     */
    public static void main(String[] arguments) throws Exception {
        KAFKA_LOG.setLevel(Level.WARNING);
        BenchRequest asked = BenchRequest.of(arguments, PARTS, MEMORY);
        long seed = asked.seed();
        Target target = Target.of(System.getenv(), asked.root());
        Api api = new Api(target);
        String portal = "bench-" + Long.toString(seed, 36);
        api.open(portal);
        Surveys surveys = new Surveys(portal, seed);
        BenchReport report = new BenchReport(System.out, seed);
        try (BareProducer producer = new BareProducer(target, "amends.benchmark." + portal)) {
            for (String part : asked.parts()) {
                switch (part) {
                    case "recording" ->
                        report.rates(part, new Recorder(target, portal, producer, surveys).rates(seed), Recorder.PEERS);
                    case "front-door" -> {
                        try (OtherServices others = new OtherServices(asked.root())) {
                            report.rates(
                                    part,
                                    new FrontDoorBench(api, producer, surveys, others).rates(seed),
                                    FrontDoorBench.PEERS);
                        }
                    }
                    case MEMORY -> {
                        ServiceMemory ingest = new ServiceMemory(asked.root(), "survey-ingest");
                        try (OtherServices others = new OtherServices(asked.root())) {
                            others.hold();
                            report.memory(part, new MemoryBench(api, surveys, ingest).points());
                        }
                    }
                    case "publishing" -> publish(report, new Publishing(api, portal, surveys, seed).seconds());
                    case "visible" -> visible(report, api, portal, surveys);
                    default -> throw new IllegalArgumentException(part);
                }
                settle(api, portal);
            }
        }
        report.write(asked.root().resolve("benchmarks/target/benchmark.json"));
    }

    private static void publish(BenchReport report, List<Double> seconds) {
        String title = "POST publish of 10,000 rules to active";
        report.latencyTitle(title);
        report.latency(title, "the first", seconds.subList(0, 1));
        report.latency(title, "the next nine", seconds.subList(1, seconds.size()));
    }

    private static void visible(BenchReport report, Api api, String portal, Surveys surveys) throws Exception {
        String title = "survey to visible";
        Visibility visibility = new Visibility(api, portal, surveys);
        visibility.of(LOADS.get(0)); // warms both sides up
        report.latencyTitle(title);
        Set<SurveyLoad> seen = new HashSet<>();
        for (SurveyLoad load : LOADS) {
            settle(api, portal);
            String name = load.title() + (seen.add(load) ? "" : " again (A/A)");
            Visibility.VisibilityResult result = visibility.of(load);
            report.latency(title, name, result.seconds());
            report.cost(title, name, "ms of processor each", result.processor());
        }
    }

    /** Waits until what one measurement left behind is worked off, so that the next starts on an idle system. */
    private static void settle(Api api, String portal) throws Exception {
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        long before = -1;
        long now = api.newest(portal, 1).get("total").asLong();
        while (now != before && System.nanoTime() < deadline) {
            Thread.sleep(2_000);
            before = now;
            now = api.newest(portal, 1).get("total").asLong();
        }
    }
}
