package io.amends.kit.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.Topics;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.event.CloudEvents;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.testing.Logged;
import io.amends.kit.testing.SetClock;
import io.amends.kit.testing.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Architecture's promise "at-least-once transport, exactly-once effect", on real Kafka and PostgreSQL. */
@Timeout(60)
class ConsumerLoopTest {
    private static final String CONSUMER = "effects";
    private final SetClock clock = new SetClock();
    private Workbench bench;
    private ConsumerPulse pulse;
    private Topic topic;
    private String group;
    private final List<Thread> threads = new ArrayList<>();
    private final List<ConsumerLoop> loops = new ArrayList<>();

    @BeforeEach
    void open() {
        bench = new Workbench("kit_consumer_loop");
        topic = bench.topic();
        group = UUID.randomUUID().toString();
        bench.topics.ensure(List.of(Topics.deadLetters(topic.name(), CONSUMER)));
    }

    @AfterEach
    void close() throws InterruptedException {
        loops.forEach(ConsumerLoop::stop);
        for (Thread thread : threads) {
            thread.join(10_000);
        }
    }

    @Test
    void aRepeatedDeliveryHasNoSecondEffect() {
        send(
                bench.event(topic, "k", "1", "one"),
                bench.event(topic, "k", "1", "one"),
                bench.event(topic, "k", "2", "two"));
        start(writing());
        await().untilAsserted(() -> assertThat(bench.effects()).containsExactly("\"one\"", "\"two\""));
        send(bench.event(topic, "k", "1", "one"), bench.event(topic, "k", "3", "three"));
        await().untilAsserted(() -> assertThat(bench.effects()).containsExactly("\"one\"", "\"two\"", "\"three\""));
    }

    @Test
    void aCrashBetweenCommitOfTheEffectAndOfTheOffsetRepeatsNothing() {
        send(bench.event(topic, "k", "1", "one"), bench.event(topic, "k", "2", "two"));
        AtomicInteger crashes = new AtomicInteger();
        Step database = step(writing());
        startStep(batch -> {
            List<Rejection> rejections = database.process(batch);
            if (crashes.getAndIncrement() == 0) {
                throw new TransientFailure("the process dies after the database's commit");
            }
            return rejections;
        });
        await().until(() -> crashes.get() >= 2);
        assertThat(bench.effects()).containsExactly("\"one\"", "\"two\"");
    }

    @Test
    void aTransientErrorIsTriedAgainInPlaceAndIsNoDeadLetter() {
        send(bench.event(topic, "k", "1", "one"), bench.event(topic, "k", "2", "two"));
        AtomicInteger tries = new AtomicInteger();
        start(new Writing() {
            @Override
            public void apply(Handle tx, List<CloudEvent> batch) {
                super.apply(tx, batch);
                if (tries.incrementAndGet() < 4) {
                    throw new TransientFailure("the database is away");
                }
            }
        });
        await().untilAsserted(() -> assertThat(bench.effects()).containsExactly("\"one\"", "\"two\""));
        assertThat(tries).hasValue(4);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void aBatchThatHangsAfterATransientRetryIsReported() throws InterruptedException {
        send(bench.event(topic, "k", "1", "one"));
        CountDownLatch again = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();
        startStep(batch -> {
            if (tries.incrementAndGet() == 1) {
                throw new TransientFailure("the database is away");
            }
            again.countDown();
            goOn.await();
            return List.of();
        });
        assertThat(again.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(pulse.complaint()).isNull();
        clock.pass(ConsumerPulse.STUCK.plusSeconds(1));
        assertThat(pulse.complaint()).contains("no progress");
        goOn.countDown();
        await().untilAsserted(() -> assertThat(pulse.complaint()).isNull());
    }

    @Test
    void aRecordThatCanNeverBeReadGoesToTheDeadLettersAsItCameAndStopsNothing() {
        OutboundEvent bad = new OutboundEvent(topic.name(), "k", "bad", "test", null, "{broken".getBytes());
        send(bench.event(topic, "k", "1", "one"), bad, bench.event(topic, "k", "2", "two"));
        start(writing());
        await().untilAsserted(() -> assertThat(bench.effects()).containsExactly("\"one\"", "\"two\""));
        await().untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
        ConsumerRecord<byte[], byte[]> letter = deadLetters().get(0);
        assertThat(letter.value()).isEqualTo("{broken".getBytes());
        assertThat(CloudEvents.text(letter.headers(), "ce_id")).isEqualTo("bad");
        assertThat(CloudEvents.text(letter.headers(), DeadLetters.REASON)).contains("must be a text");
        assertThat(CloudEvents.text(letter.headers(), DeadLetters.ORIGIN_TOPIC)).isEqualTo(topic.name());
        assertThat(CloudEvents.text(letter.headers(), DeadLetters.ATTEMPTS)).isEqualTo("1");
    }

    @Test
    void anEffectThatCanNeverHappenIsFoundAmongItsBatchAndPutAside() {
        send(IntStream.range(0, 20)
                .mapToObj(i -> bench.event(topic, "k", "e" + i, i == 7 ? "impossible" : "e" + i))
                .toArray(OutboundEvent[]::new));
        start(new Writing() {
            @Override
            public void apply(Handle tx, List<CloudEvent> batch) {
                super.apply(tx, batch);
                if (batch.stream().anyMatch(e -> new String(e.data()).contains("impossible"))) {
                    throw new IllegalStateException("no such effect");
                }
            }
        });
        await().untilAsserted(() -> assertThat(bench.effects()).hasSize(19).doesNotContain("\"impossible\""));
        await().untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
        assertThat(CloudEvents.text(deadLetters().get(0).headers(), DeadLetters.REASON))
                .startsWith("an error in Amends: IllegalStateException at ConsumerLoopTest.java:");
    }

    @Test
    @DisplayName("H6: a row that the database refuses is said without what the customer wrote, in header and log")
    void refusedRow() {
        bench.jdbi.useHandle(h -> h.execute("ALTER TABLE effect ADD CONSTRAINT kind CHECK (body NOT LIKE '%Secret%')"));
        try (Logged logged = new Logged()) {
            send(bench.event(topic, "k", "1", "Anna Secret, 1 Example Road"), bench.event(topic, "k", "2", "two"));
            start(writing());

            await().untilAsserted(() -> assertThat(bench.effects()).containsExactly("\"two\""));
            await().untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
            assertThat(CloudEvents.text(deadLetters().get(0).headers(), DeadLetters.REASON))
                    .isEqualTo("the database refuses it (SQLSTATE 23514)");
            assertThat(logged.text()).contains("SQLSTATE 23514").doesNotContain("Secret", "Example Road");
        }
    }

    @Test
    @DisplayName("H6: a database that goes away is said without what the customer wrote")
    void databaseAway() {
        AtomicInteger tries = new AtomicInteger();
        try (Logged logged = new Logged()) {
            send(bench.event(topic, "k", "1", "Anna Secret, 1 Example Road"));
            start(new Writing() {
                @Override
                public void apply(Handle tx, List<CloudEvent> batch) {
                    if (tries.incrementAndGet() < 3) {
                        tx.execute(
                                "SELECT pg_terminate_backend(pg_backend_pid()), ?",
                                new String(batch.get(0).data()));
                    }
                    super.apply(tx, batch);
                }
            });

            await().untilAsserted(() -> assertThat(bench.effects()).hasSize(1));
            assertThat(logged.text())
                    .contains("the database is away (SQLSTATE 57P01)")
                    .doesNotContain("Secret", "Example Road");
            assertThat(deadLetters()).isEmpty();
        }
    }

    @Test
    void stoppingMakesNoDeadLetterOfAGoodRecord() throws InterruptedException {
        send(bench.event(topic, "k", "1", "one"));
        AtomicInteger tries = new AtomicInteger();
        startStep(batch -> {
            tries.incrementAndGet();
            loops.get(0).stop();
            throw new IllegalStateException("the pool is closed");
        });
        threads.get(0).join(10_000);
        assertThat(tries).hasValue(1);
        assertThat(deadLetters()).isEmpty();
        start(writing());
        await().untilAsserted(() -> assertThat(bench.effects()).containsExactly("\"one\""));
    }

    @Test
    void whatIsDoneIsCommittedWhenItStops() throws InterruptedException {
        send(bench.event(topic, "k", "1", "one"), bench.event(topic, "k", "2", "two"));
        start(writing());
        await().untilAsserted(() -> assertThat(bench.effects()).hasSize(2));
        loops.get(0).stop();
        threads.get(0).join(10_000);
        send(bench.event(topic, "k", "3", "three"));
        List<String> seen = new CopyOnWriteArrayList<>();
        startStep(batch -> {
            batch.forEach(record -> seen.add(record.event().id()));
            return List.of();
        });
        await().untilAsserted(() -> assertThat(seen).contains("3"));
        assertThat(seen).containsExactly("3");
    }

    @Test
    void aCommitThatIsRefusedIsMadeUpForThoughNothingMoreComes() {
        send(bench.event(topic, "k", "1", "one"));
        AtomicInteger commits = new AtomicInteger();
        startStep(
                step(writing()),
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer()) {
                    @Override
                    public void commitAsync(OffsetCommitCallback callback) {
                        if (commits.getAndIncrement() < 2) {
                            callback.onComplete(Map.of(), new RetriableCommitFailedException("no coordinator"));
                        } else {
                            super.commitAsync(callback);
                        }
                    }
                });
        try (KafkaConsumer<byte[], byte[]> other =
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = other.partitionsFor(topic.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .collect(Collectors.toSet());
            await().until(() -> other.committed(partitions).values().stream()
                            .filter(Objects::nonNull)
                            .mapToLong(OffsetAndMetadata::offset)
                            .sum()
                    == 1);
        }
    }

    @Test
    void aSecondInstanceTakesOverWhatTheFirstLetGoAndNothingHappensTwice() {
        List<OutboundEvent> many = IntStream.range(0, 2_000)
                .mapToObj(i -> bench.event(topic, "k" + i % 50, "m" + i, "m" + i))
                .toList();
        bench.producer.sendAll(many.subList(0, 1_000));
        start(writing());
        start(writing());
        bench.producer.sendAll(many.subList(1_000, 2_000));
        loops.get(0).stop();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(bench.effects()).hasSize(2_000));
        assertThat(bench.effects()).doesNotHaveDuplicates();
    }

    private void send(OutboundEvent... events) {
        bench.producer.sendAll(List.of(events));
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return bench.read(Topics.deadLetters(topic.name(), CONSUMER).name());
    }

    private Writing writing() {
        return new Writing();
    }

    private Step step(EventHandler<CloudEvent> handler) {
        return new DatabaseStep<>(bench.jdbi, CONSUMER, handler, bench.metrics.counter("hits"));
    }

    private void start(EventHandler<CloudEvent> handler) {
        startStep(step(handler));
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                bench.brokers.bootstrap(),
                "group.id",
                group,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest");
    }

    private void startStep(Step step) {
        startStep(step, new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    private void startStep(Step step, KafkaConsumer<byte[], byte[]> client) {
        pulse = new ConsumerPulse(CONSUMER, clock, bench.metrics);
        ConsumerLoop loop = new ConsumerLoop(
                CONSUMER, List.of(topic.name()), client, step, new DeadLetters(bench.producer, bench.metrics), pulse);
        loops.add(loop);
        Thread thread = new Thread(loop);
        threads.add(thread);
        thread.start();
    }

    private static class Writing implements EventHandler<CloudEvent> {
        @Override
        public CloudEvent read(Received record, CloudEvent event) {
            event.read(String.class);
            return event;
        }

        @Override
        public void apply(Handle tx, List<CloudEvent> batch) {
            for (CloudEvent event : batch) {
                if (event.id().isEmpty()) {
                    throw new PermanentFailure("no id");
                }
                tx.execute("INSERT INTO effect (key, body) VALUES (?, ?)", event.id(), new String(event.data()));
            }
        }
    }
}
