package io.amends.kit.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.Topics;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.event.CloudEvents;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.testing.SetClock;
import io.amends.kit.testing.Workbench;
import io.amends.local.testing.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Architecture's promise "at-least-once transport, exactly-once effect", on real Kafka and PostgreSQL. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT) // most of a test is waiting for Kafka
class ConsumersTest {
    private static final String CONSUMER = "effects";
    private final SetClock clock = new SetClock();
    private Workbench bench;
    private Topic topic;
    private String group;
    private final List<Instance> instances = new ArrayList<>();

    @BeforeEach
    void open() {
        bench = new Workbench();
        topic = bench.topic();
        group = UUID.randomUUID().toString();
        bench.topics.ensure(List.of(Topics.deadLetters(topic.name(), CONSUMER)));
    }

    @AfterEach
    void close() throws InterruptedException {
        for (Instance instance : instances) {
            instance.stop();
        }
        bench.close();
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
        ConsumerStep database = step(writing());
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
        assertThat(instances.get(0).pulse.complaint()).isNull();
        clock.pass(ConsumerPulse.STUCK.plusSeconds(1));
        assertThat(instances.get(0).pulse.complaint()).contains("no progress");
        goOn.countDown();
        await().untilAsserted(
                        () -> assertThat(instances.get(0).pulse.complaint()).isNull());
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
                .startsWith("an error in Amends: IllegalStateException at ConsumersTest.java:");
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
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        startStep(batch -> {
            tries.incrementAndGet();
            stopped.completeAsync(() -> stop(instances.get(0)));
            await().until(instances.get(0).consumers::isStopping);
            throw new IllegalStateException("the pool is closed");
        });
        assertThat(stopped).succeedsWithin(Duration.ofSeconds(20));
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
        instances.get(0).stop();
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
    @DisplayName(
            "An outage longer than Kafka lets a consumer go without polling costs it neither its place nor a record")
    void longerThanThePollInterval() {
        int events = 1_200;
        bench.producer.sendAll(IntStream.range(0, events)
                .mapToObj(i -> bench.event(topic, "k" + i, "m" + i, "m" + i))
                .toList());
        Instant away = Instant.now().plusSeconds(8);
        ConsumerStep database = step(writing());
        AtomicInteger tries = new AtomicInteger();
        startStep(Map.of("max.poll.interval.ms", "3000", "session.timeout.ms", "6000"), batch -> {
            tries.incrementAndGet();
            if (Instant.now().isBefore(away)) {
                throw new TransientFailure("the database is away");
            }
            return database.process(batch);
        });
        await().until(() -> tries.get() > 0);
        String member = onlyMember();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(bench.effects()).hasSize(events));

        assertThat(onlyMember()).isEqualTo(member);
        assertThat(bench.effects()).doesNotHaveDuplicates();
        assertThat(deadLetters()).isEmpty();
        assertThat(instances.get(0).liveness().isOk()).isTrue();
        await().untilAsserted(() -> assertThat(committed()).isEqualTo(events));
    }

    @Test
    @DisplayName("One poisoned record among 500 of a poll is one dead letter, and the other 499 are applied")
    void poisonAmongFiveHundred() {
        send(IntStream.range(0, 500)
                .mapToObj(i -> bench.event(topic, "k", "e" + i, i == 321 ? "impossible" : "e" + i))
                .toArray(OutboundEvent[]::new));
        List<Integer> polls = new CopyOnWriteArrayList<>();
        ConsumerStep database = step(new Writing() {
            @Override
            public void apply(Handle tx, List<CloudEvent> batch) {
                super.apply(tx, batch);
                if (batch.stream().anyMatch(e -> new String(e.data()).contains("impossible"))) {
                    throw new IllegalStateException("no such effect");
                }
            }
        });
        startStep(batch -> {
            polls.add(batch.size());
            return database.process(batch);
        });

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(bench.effects()).hasSize(499).doesNotContain("\"impossible\""));
        await().untilAsserted(() -> assertThat(committed()).isEqualTo(500));
        assertThat(polls.get(0)).isEqualTo(500);
        assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo("\"impossible\"".getBytes());
            assertThat(CloudEvents.text(letter.headers(), "ce_id")).isEqualTo("e321");
            assertThat(CloudEvents.text(letter.headers(), DeadLetters.ORIGIN_OFFSET))
                    .isEqualTo("321");
            assertThat(letter.headers()).extracting(Header::key).noneMatch(key -> key.contains("smallrye"));
        });
    }

    @Test
    @DisplayName("Stopping waits for the batch in hand, begins no other, and cuts one that only waits for its next try")
    void stopping() throws InterruptedException {
        send(bench.event(topic, "k", "1", "one"));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ConsumerStep database = step(writing());
        startStep(batch -> {
            begun.countDown();
            goOn.await();
            return database.process(batch);
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        send(bench.event(topic, "k", "2", "two"));
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        stopped.completeAsync(() -> stop(instances.get(0)));
        await().until(instances.get(0).consumers::isStopping);
        assertThat(stopped).isNotDone();
        goOn.countDown();
        assertThat(stopped).succeedsWithin(Duration.ofSeconds(20));
        assertThat(bench.effects()).containsExactly("\"one\"");
        assertThat(committed()).isEqualTo(1);

        CountDownLatch tried = new CountDownLatch(6); // by now it waits for seconds
        startStep(batch -> {
            tried.countDown();
            throw new TransientFailure("the database is away");
        });
        assertThat(tried.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(CompletableFuture.supplyAsync(() -> stop(instances.get(1)))).succeedsWithin(Duration.ofSeconds(4));
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    @DisplayName("G5: a channel that failed is told as dead, so that the process is started anew")
    void deadChannel() {
        send(bench.event(topic, "k", "1", "one"));
        startStep(batch -> {
            throw new AssertionError("an error that nobody catches");
        });

        await().untilAsserted(
                        () -> assertThat(instances.get(0).pulse.complaint()).startsWith("died: "));
        await().untilAsserted(
                        () -> assertThat(instances.get(0).liveness().isOk()).isFalse());
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void aSecondInstanceTakesOverWhatTheFirstLetGoAndNothingHappensTwice() throws InterruptedException {
        List<OutboundEvent> many = IntStream.range(0, 2_000)
                .mapToObj(i -> bench.event(topic, "k" + i % 50, "m" + i, "m" + i))
                .toList();
        bench.producer.sendAll(many.subList(0, 1_000));
        start(writing());
        start(writing());
        bench.producer.sendAll(many.subList(1_000, 2_000));
        instances.get(0).stop();
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

    private ConsumerStep step(EventHandler<CloudEvent> handler) {
        return new DatabaseStep<>(bench.jdbi, CONSUMER, handler, bench.metrics.counter("hits"));
    }

    private void start(EventHandler<CloudEvent> handler) {
        startStep(step(handler));
    }

    private void startStep(ConsumerStep step) {
        startStep(Map.of(), step);
    }

    private void startStep(Map<String, String> settings, ConsumerStep step) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("group.id", group);
        instances.add(new Instance(
                bench, clock, CONSUMER, topic, all, (consumers, polled) -> consumers.hear(CONSUMER, polled, step)));
    }

    private static Void stop(Instance instance) {
        try {
            instance.stop();
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long committed() {
        return bench.committed(group);
    }

    private String onlyMember() {
        try {
            return bench.admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .map(MemberDescription::consumerId)
                    .collect(Collectors.collectingAndThen(Collectors.toList(), members -> {
                        assertThat(members).hasSize(1);
                        return members.get(0);
                    }));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
