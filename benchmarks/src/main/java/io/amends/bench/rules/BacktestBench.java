package io.amends.bench.rules;

import io.amends.bench.BenchReport;
import io.amends.bench.Contender;
import io.amends.bench.Rounds;
import io.amends.bench.RuleSamples;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.Topics;
import io.amends.contracts.directory.Portal;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.produce.Sending;
import io.amends.rules.backtest.DecisionLog;
import io.amends.rules.backtest.DecisionLog.Stretch;
import io.amends.rules.backtest.Replay;
import io.amends.rules.backtest.core.BacktestPeriod;
import io.amends.rules.backtest.core.Judge;
import io.amends.rules.backtest.core.PoliciesThen;
import io.amends.rules.decision.Policy;
import io.amends.rules.matching.RuleBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A backtest of a million decisions beside readers of the same log, with the same settings, that do nothing with it. */
final class BacktestBench {
    private static final int RESPONSES = 1_000_000;
    private static final int READERS = 2;
    private static final String RAW = "raw consume";
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2028-01-01T00:00:00Z");

    private final Broker broker;
    private final long seed;
    private final RuleBook book;
    private final Portal portal = Json.MAPPER.convertValue(Map.of("name", "Acme"), Portal.class);
    private final DecisionLog log;

    BacktestBench(Broker broker, long seed) {
        this.broker = broker;
        this.seed = seed;
        this.book = RuleBook.of(1, new RuleSamples(seed).rules(StageBench.RULES));
        this.log = new DecisionLog(KafkaAccess.plain(broker.bootstrap), Clock.systemUTC());
    }

    void run(BenchReport report, int repetitions) throws Exception {
        broker.create(Topics.DECIDED);
        fill();
        List<Contender> contenders = List.of(
                new Contender(RAW, this::raw),
                new Contender(RAW + " again (A/A)", this::raw),
                new Contender("backtest, " + StageBench.RULES + " rules", this::backtest));
        report.rates("backtest", Rounds.run(contenders, repetitions, seed), List.of(RAW));
    }

    /** Decided by no rules, so that the judged ones differ from them. */
    private void fill() {
        EventSamples samples = new EventSamples(seed);
        EventProducer producer =
                new EventProducer(KafkaAccess.plain(broker.bootstrap), "recovery-rules", Clock.systemUTC());
        Policy policy = Policy.of(portal, null);
        for (int sent = 0; sent < RESPONSES; sent += 10_000) {
            Sending sending = producer.sending();
            for (int i = 0; i < 10_000; i++) {
                RecoveryDecided decision = Objects.requireNonNull(
                        StageBench.DECIDER.decide(samples.event(), policy, RuleBook.NONE, UNTIL),
                        "the sample is decided");
                sending.send(OutboundEvent.of(
                        Topics.DECIDED,
                        decision.response().ticketKey(),
                        decision.decisionId(),
                        EventTypes.RECOVERY_DECIDED,
                        decision));
            }
            sending.await();
        }
    }

    private double backtest() throws Exception {
        long start = System.nanoTime();
        Judge judge = new Judge(
                book,
                new PoliciesThen(portal, Map.of()),
                new BacktestPeriod(SINCE, UNTIL),
                portal.timeZone(),
                StageBench.SUMMARY);
        Stretch stretch = log.since(SINCE);
        try (Replay replay = new Replay(log, stretch, EventSamples.PORTAL, book.wanted(), judge, READERS)) {
            while (!replay.await(1_000)) {
                // A service says here how far it is.
            }
            if (replay.tally().judged() != RESPONSES) {
                throw new IllegalStateException("only " + replay.tally().judged() + " responses were judged");
            }
        }
        return RESPONSES / ((System.nanoTime() - start) / 1e9);
    }

    private double raw() throws Exception {
        long start = System.nanoTime();
        Stretch stretch = log.since(SINCE);
        List<TopicPartition> partitions = List.copyOf(stretch.from().keySet());
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<Thread> readers = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            int first = reader;
            List<TopicPartition> mine = IntStream.range(0, partitions.size())
                    .filter(p -> p % READERS == first)
                    .mapToObj(partitions::get)
                    .toList();
            Thread thread = new Thread(() -> consume(mine, stretch), "raw-" + reader);
            thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
            thread.start();
            readers.add(thread);
        }
        for (Thread thread : readers) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the log could not be read", failure.get());
        }
        return RESPONSES / ((System.nanoTime() - start) / 1e9);
    }

    private void consume(List<TopicPartition> partitions, Stretch stretch) {
        try (KafkaConsumer<byte[], byte[]> client = log.client()) {
            client.assign(partitions);
            long left = 0;
            for (TopicPartition partition : partitions) {
                long from = stretch.from().getOrDefault(partition, 0L);
                client.seek(partition, from);
                left += stretch.to().getOrDefault(partition, 0L) - from;
            }
            while (left > 0) {
                left -= client.poll(Duration.ofMillis(200)).count();
            }
        }
    }
}
