package io.amends.bench.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.bench.Numbers;
import io.amends.bench.Report;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RuleSetPublished;
import io.amends.contracts.Topics;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.topic.TopicFollower;
import io.amends.kit.topic.TopicSetup;
import io.amends.rules.language.RuleSetReader;
import io.amends.rules.matching.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** From a version with 10,000 rules handed to Kafka until an instance that follows the topic decides by it. */
final class PublishBench {
    private static final String TITLE = "publish of 10,000 rules";
    private static final long GIVE_UP_SECONDS = 30;

    private final Broker broker;
    private final JsonNode rules;
    private final LinkedBlockingQueue<RuleBook> active = new LinkedBlockingQueue<>();
    private final List<Double> reading = new ArrayList<>();
    private final List<Double> indexing = new ArrayList<>();

    PublishBench(Broker broker, long seed) {
        this.broker = broker;
        this.rules = new RuleSamples(seed).json(MatchingBench.MOST);
    }

    void run(Report report, int repetitions, long seed) throws Exception {
        Clock clock = Clock.systemUTC();
        EventProducer producer = new EventProducer(broker.bootstrap, "recovery-rules", clock);
        TopicFollower follower = new TopicFollower(
                broker.bootstrap,
                new TopicSetup(broker.bootstrap, Broker.PARTITIONS, (short) 1),
                Topics.named(Topics.RULES),
                this::apply,
                offset -> {});
        follower.start();
        List<Double> seconds = new ArrayList<>();
        for (int version = 1; version <= repetitions + 1; version++) {
            RuleSetPublished published =
                    new RuleSetPublished(EventSamples.PORTAL, version, rules, "bench", clock.instant(), "measured");
            OutboundEvent event = OutboundEvent.of(
                    Topics.RULES,
                    EventSamples.PORTAL + "/" + version,
                    "bench-" + version,
                    EventTypes.RULESET_PUBLISHED,
                    published);
            if (version == 1) {
                while (!follower.complete()) {
                    Thread.sleep(20);
                }
            }
            long start = System.nanoTime();
            producer.sendAll(List.of(event));
            RuleBook book = active.poll(GIVE_UP_SECONDS, TimeUnit.SECONDS);
            if (book == null || book.version() != version) {
                throw new IllegalStateException("version " + version + " did not become active");
            }
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        follower.stop();
        report.latencyTitle(TITLE);
        report.latency(TITLE, "the first, in a cold process", seconds.subList(0, 1));
        report.latency(TITLE, "from Kafka to active", seconds.subList(1, seconds.size()));
        report.latency(TITLE, "of that: reading", reading.subList(1, reading.size()));
        report.latency(TITLE, "of that: building the index", indexing.subList(1, indexing.size()));
        System.out.printf("%d bytes, %.3f s at most%n", Json.write(rules).length, Numbers.quantile(seconds, 1));
    }

    /** As RuleBooks does. */
    private void apply(ConsumerRecord<byte[], byte[]> record) {
        try {
            long start = System.nanoTime();
            RuleSetPublished published = Json.read(record.value(), RuleSetPublished.class);
            if (RuleSetReader.readPublished(published.ruleSet()) instanceof RuleSetReader.Result.Good good) {
                reading.add((System.nanoTime() - start) / 1e9);
                start = System.nanoTime();
                RuleBook book = RuleBook.of(published.version(), good.rules());
                indexing.add((System.nanoTime() - start) / 1e9);
                active.add(book);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
