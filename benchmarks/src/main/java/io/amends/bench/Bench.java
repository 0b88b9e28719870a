package io.amends.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Measures a running Amends beside its peers; see benchmarks/README.md. */
public final class Bench {
    private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);

    private Bench() {}

    /**
     * The first argument is the repository's root, the second a seed (by default the time).
     *
     * @throws Exception if something could not be measured; nothing is guessed
     */
    public static void main(String[] arguments) throws Exception {
        KAFKA_LOG.setLevel(Level.WARNING);
        Path root = Path.of(arguments.length > 0 ? arguments[0] : ".")
                .toAbsolutePath()
                .normalize();
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.currentTimeMillis();
        Target target = Target.of(System.getenv(), root);
        Api api = new Api(target);
        String portal = "bench-" + Long.toString(seed, 36);
        api.open(portal);
        Surveys surveys = new Surveys(portal, seed);
        Report report = new Report(System.out, seed);
        try (BareProducer producer = new BareProducer(target, "amends.benchmark." + portal)) {
            report.rates(
                    "recording", new Recorder(target, portal, producer, surveys).rates(seed), List.of(Recorder.SQL));
            settle(api, portal);
            report.rates(
                    "taking in",
                    new FrontDoor(api, producer, surveys).rates(seed),
                    List.of(FrontDoor.PRODUCER, FrontDoor.PRODUCER_64));
            settle(api, portal);
            publish(report, new Publishing(api, portal, surveys, seed).seconds());
            latency(report, api, portal, surveys);
        }
        report.write(root.resolve("benchmarks/target/benchmark.json"));
    }

    private static void publish(Report report, List<Double> seconds) {
        String title = "POST publish of 10,000 rules to active";
        report.latencyTitle(title);
        report.latency(title, "the first", seconds.subList(0, 1));
        report.latency(title, "the next nine", seconds.subList(1, seconds.size()));
    }

    private static void latency(Report report, Api api, String portal, Surveys surveys) throws Exception {
        String title = "survey to visible, " + Visibility.PER_SECOND + "/s";
        Visibility visibility = new Visibility(api, portal, surveys);
        visibility.seconds(1); // warms both sides up
        report.latencyTitle(title);
        report.latency(title, "POST single", visibility.seconds(1));
        report.latency(title, "POST batch of 50", visibility.seconds(50));
        report.latency(title, "POST single again (A/A)", visibility.seconds(1));
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
