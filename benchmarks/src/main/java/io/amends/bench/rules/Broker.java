package io.amends.bench.rules;

import io.amends.local.kafka.KafkaProbe;
import io.amends.local.kafka.KafkaProcess;
import io.amends.local.process.JavaProcess;
import io.amends.local.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A Kafka of its own process for the time of the measurement; its data goes with it. */
final class Broker implements AutoCloseable {
    static final int PARTITIONS = 4;
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final Admin admin;
    final String bootstrap;

    private Broker(Process process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    static Broker start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("amends-bench-kafka-");
        int port = Ports.free();
        Process process = JavaProcess.start(
                KafkaProcess.class,
                folder.resolve("log"),
                List.of("-Xmx768m"),
                List.of(folder.toString(), Integer.toString(port), "--temporary"));
        long deadline = System.nanoTime() + START.toNanos();
        while (!KafkaProbe.ready(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("Kafka does not start; see " + folder.resolve("log"));
            }
            Thread.sleep(200);
        }
        return new Broker(process, "127.0.0.1:" + port);
    }

    /** Topics of four partitions, each ready to be written to: a topic just made can refuse at first. */
    void create(String... names) throws Exception {
        admin.createTopics(Arrays.stream(names)
                        .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                        .toList())
                .all()
                .get();
        for (int tries = 0; ; tries++) {
            try {
                for (String name : names) {
                    written(name);
                }
                return;
            } catch (java.util.concurrent.ExecutionException e) {
                if (tries == 50) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    /** How many records a topic has had. */
    long written(String topic) throws Exception {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(p -> new TopicPartition(topic, p), p -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    void delete(String... names) throws Exception {
        admin.deleteTopics(Set.of(names)).all().get();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
