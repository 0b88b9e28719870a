package io.amends.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.Topics;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.event.CloudEvents;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.testing.Workbench;
import io.amends.local.testing.Forwarder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Architecture's outbox promise: written with the effect, published after it, in order per key. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class OutboxRelayTest {
    private final Outbox outbox = new Outbox();
    private Workbench bench;
    private Topic topic;

    @BeforeEach
    void open() {
        bench = new Workbench();
        topic = bench.topic();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatWasWrittenIsPublishedInOrderPerKeyAndOnlyOnce() {
        bench.jdbi.useTransaction(tx -> outbox.add(
                tx,
                IntStream.range(0, 900)
                        .mapToObj(i -> bench.event(topic, "k" + i % 7, "e" + i, "" + i))
                        .toList()));
        try (Handle lease = bench.jdbi.open()) {
            OutboxRelay relay = relay(bench.producer);
            assertThat(relay.publishOnce(lease)).isEqualTo(500);
            assertThat(relay.publishOnce(lease)).isEqualTo(400);
            assertThat(relay.publishOnce(lease)).isZero();
        }
        Map<String, List<Integer>> perKey = new HashMap<>();
        bench.read(topic.name()).forEach(r -> perKey.computeIfAbsent(new String(r.key()), k -> new ArrayList<>())
                .add(Integer.parseInt(new String(r.value()).replace("\"", ""))));
        assertThat(perKey).hasSize(7);
        assertThat(perKey.values().stream().mapToInt(List::size).sum()).isEqualTo(900);
        perKey.values().forEach(numbers -> assertThat(numbers).isSorted());
    }

    @Test
    void whatWasRolledBackIsNeverPublished() {
        assertThatThrownBy(() -> bench.jdbi.useTransaction(tx -> {
                    outbox.add(tx, List.of(bench.event(topic, "k", "1", "one")));
                    throw new IllegalStateException("the effect fails");
                }))
                .hasMessage("the effect fails");
        try (Handle lease = bench.jdbi.open()) {
            assertThat(relay(bench.producer).publishOnce(lease)).isZero();
        }
    }

    @Test
    void aCrashBetweenSendingAndDeletingSendsAgainUnderTheSameId() {
        bench.jdbi.useTransaction(tx -> outbox.add(tx, List.of(bench.event(topic, "k", "1", "one"))));
        try (Handle lease = bench.jdbi.open()) {
            lease.begin();
            relay(bench.producer).publishOnce(lease);
            lease.rollback(); // what was sent is still there
            relay(bench.producer).publishOnce(lease);
            assertThat(waiting(lease)).isZero();
        }
        assertThat(bench.read(topic.name()))
                .extracting(r -> CloudEvents.text(r.headers(), "ce_id"))
                .containsExactly("1", "1");
    }

    @Test
    void aRowThatCannotBeSentHoldsBackLaterRowsOfItsKey() {
        bench.jdbi.useTransaction(tx ->
                outbox.add(tx, List.of(bench.event(topic, "k", "1", "one"), bench.event(topic, "k", "2", "two"))));
        EventProducer cutOff = new EventProducer(KafkaAccess.plain("localhost:1"), "kit-test", Clock.systemUTC());
        try (Handle lease = bench.jdbi.open()) {
            OutboxRelay withoutKafka = relay(cutOff);
            assertThatThrownBy(() -> withoutKafka.publishOnce(lease)).isNotNull();
            assertThat(waiting(lease)).isEqualTo(2);
            withoutKafka.measure(lease); // what waits is seen while it waits
            assertThat(bench.metrics.get("amends.outbox.unpublished").gauge().value())
                    .isEqualTo(2);
            relay(bench.producer).publishOnce(lease);
            assertThat(waiting(lease)).isZero();
        }
        assertThat(bench.read(topic.name()))
                .extracting(r -> CloudEvents.text(r.headers(), "ce_id"))
                .containsExactly("1", "2");
    }

    @Test
    @DisplayName("Kafka that comes back in the middle of a round gets nothing out of order")
    void nothingOvertakesWhatIsSentAgain() throws Exception {
        bench.jdbi.useTransaction(tx -> outbox.add(
                tx,
                IntStream.rangeClosed(1, 4)
                        .mapToObj(i -> bench.event(topic, "k", "" + i, "v" + i))
                        .toList()));
        String broker = bench.brokers.bootstrap();
        try (Forwarder away = new Forwarder(Integer.parseInt(broker.substring(broker.indexOf(':') + 1)));
                Handle lease = bench.jdbi.open()) {
            EventProducer producer =
                    new EventProducer(KafkaAccess.plain("127.0.0.1:" + away.port()), "kit-test", Clock.systemUTC());
            CompletableFuture<Void> back = CompletableFuture.runAsync(
                    () -> {
                        try {
                            away.open();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    // After the first row has waited for Kafka in vain, and before a second one would have.
                    CompletableFuture.delayedExecutor(7, TimeUnit.SECONDS));
            OutboxRelay relay = relay(producer);
            while (waiting(lease) > 0) {
                try {
                    relay.publishOnce(lease);
                } catch (RuntimeException e) {
                    back.join();
                }
            }
        }
        assertThat(bench.read(topic.name()))
                .extracting(r -> CloudEvents.text(r.headers(), "ce_id"))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void aRowThatKafkaWillNeverTakeIsParkedAndCounted() {
        OutboundEvent huge = new OutboundEvent(topic.name(), "k", "huge", "test", null, new byte[2 * 1024 * 1024]);
        new java.util.Random(1).nextBytes(huge.data()); // lz4 must not save it
        bench.jdbi.useTransaction(tx -> outbox.add(tx, List.of(huge, bench.event(topic, "k", "2", "two"))));
        try (Handle lease = bench.jdbi.open()) {
            relay(bench.producer).publishOnce(lease);
            relay(bench.producer).publishOnce(lease);
            assertThat(waiting(lease)).isEqualTo(1); // the parked one, with its reason
            assertThat(lease.createQuery("SELECT error FROM outbox WHERE event_id = 'huge'")
                            .mapTo(String.class)
                            .one())
                    .contains("too large");
        }
        assertThat(bench.metrics.counter("amends.outbox.parked").count()).isEqualTo(1);
        assertThat(bench.read(topic.name())).hasSize(1);
    }

    @DisplayName("what would make an event that its topic refuses is not done at all")
    @Test
    void whatCannotBeToldIsNotDone() {
        byte[] tooMuch = new byte[1024 * 1024 - 10_000];
        OutboundEvent refused = new OutboundEvent(Topics.CASES, "acme:T-1", "1", "amends.case.closed", null, tooMuch);

        assertThatThrownBy(() -> bench.jdbi.useTransaction(tx -> {
                    tx.execute("INSERT INTO effect (key, body) VALUES ('k', 'closed')");
                    outbox.add(tx, List.of(refused));
                }))
                .isInstanceOf(EventTooLarge.class)
                .hasMessageContaining("amends.case.closed");

        assertThat(bench.effects()).isEmpty();
    }

    private static int waiting(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM outbox")
                .mapTo(Integer.class)
                .one();
    }

    private OutboxRelay relay(EventProducer producer) {
        return new OutboxRelay(bench.jdbi, outbox, producer, bench.topics, null, bench.metrics);
    }
}
