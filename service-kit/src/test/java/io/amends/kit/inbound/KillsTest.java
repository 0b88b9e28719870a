package io.amends.kit.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.Topics;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.testing.Workbench;
import io.amends.local.process.JavaProcess;
import io.amends.local.testing.Forwarder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is killed has no last word: kills of a real process, and PostgreSQL coming and going. */
class KillsTest {
    private static final int KILLS = Boolean.getBoolean("amends.long") ? 20 : 3;
    private static final List<String> SMALL = List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Workbench bench = new Workbench();
    private final Topic topic = bench.topic();
    private final String group = UUID.randomUUID().toString();

    private final AtomicInteger sent = new AtomicInteger();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @DisplayName("However often a consumer is killed while PostgreSQL comes and goes, every event has its effect once")
    void killed() throws Exception {
        Topic deadLetters = Topics.deadLetters(topic.name(), KillableConsumer.CONSUMER);
        bench.topics.ensure(List.of(deadLetters));
        ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> sending = load.scheduleAtFixedRate(this::send, 0, 100, TimeUnit.MILLISECONDS);
        int repeated = 0;
        try (Forwarder postgres = Forwarder.toPostgres(bench.brokers)) {
            for (int kill = 0; kill < KILLS; kill++) {
                Process consumer = start(postgres.port()); // finds no PostgreSQL
                postgres.open();
                awaitMore();
                postgres.shut(); // in the middle of a transaction, perhaps
                if (kill % 2 == 0) {
                    postgres.open();
                    awaitMore();
                }
                consumer.destroyForcibly().waitFor();
                postgres.shut();
                repeated += bench.committed(group) < effects() ? 1 : 0;
            }
            sending.cancel(false);
            load.shutdown();
            assertThat(load.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            Process last = start(postgres.port());
            postgres.open();
            // What came while PostgreSQL was away waits, and the longer the run, the more of it.
            await().atMost(Duration.ofMinutes(5))
                    .untilAsserted(() -> assertThat(bench.committed(group)).isEqualTo(sent.get()));
            last.destroyForcibly().waitFor();
        } finally {
            load.shutdownNow();
        }

        assertThat(bench.effects()).hasSize(sent.get()).doesNotHaveDuplicates();
        assertThat(bench.read(deadLetters.name())).isEmpty();
        assertThat(repeated).as("kills between an effect and its offset").isPositive();
    }

    private void send() {
        bench.producer.sendAll(IntStream.range(0, 50)
                .mapToObj(i -> sent.getAndIncrement())
                .map(n -> bench.event(topic, "k" + n % 7, "e" + n, "e" + n))
                .toList());
    }

    private Process start(int postgres) {
        return JavaProcess.start(
                KillableConsumer.class,
                folder.resolve("log"),
                SMALL,
                KillableConsumer.arguments(bench, "127.0.0.1:" + postgres, topic, group));
    }

    private void awaitMore() {
        int before = effects();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> effects() > before);
    }

    private int effects() {
        return bench.jdbi.withHandle(
                h -> h.select("SELECT count(*) FROM effect").mapTo(int.class).one());
    }
}
