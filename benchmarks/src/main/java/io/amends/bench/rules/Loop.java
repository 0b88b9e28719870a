package io.amends.bench.rules;

import io.amends.kit.inbound.Received;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.rules.stage.StageLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Hearing a topic at least once, with the stage's settings: poll, work with all acknowledgements awaited, commit. */
final class Loop {
    private static final Duration GIVE_UP = Duration.ofMinutes(2);

    private final String bootstrap;
    private final String topic;
    private final boolean waiting;
    private final int batch;

    /** @param waiting whether each commit is waited for; the stage's loop goes on meanwhile */
    Loop(String bootstrap, String topic, boolean waiting) {
        this(bootstrap, topic, waiting, StageLoop.BATCH);
    }

    /** @param batch most records of one poll */
    Loop(String bootstrap, String topic, boolean waiting, int batch) {
        this.bootstrap = bootstrap;
        this.topic = topic;
        this.waiting = waiting;
        this.batch = batch;
    }

    /** What is done with one poll; everything is durable when it returns. */
    interface PollWork {
        void process(List<Received> batch) throws Exception;
    }

    /** Reads that many records as a new group; returns records per second from the first poll to the last commit. */
    double run(int records, PollWork work) throws Exception {
        long deadline = System.nanoTime() + GIVE_UP.toNanos();
        String group = "bench-" + UUID.randomUUID();
        Map<String, Object> settings =
                new HashMap<>(KafkaAccess.plain(bootstrap).with(StageLoop.settings(group)));
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        try (KafkaConsumer<byte[], byte[]> client =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            client.subscribe(List.of(topic));
            long start = 0;
            int seen = 0;
            while (seen < records) {
                ConsumerRecords<byte[], byte[]> polled = client.poll(Duration.ofMillis(250));
                if (polled.isEmpty()) {
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException("only " + seen + " of " + records + " records came");
                    }
                    continue;
                }
                start = start == 0 ? System.nanoTime() : start;
                List<Received> batch = new ArrayList<>(polled.count());
                for (ConsumerRecord<byte[], byte[]> record : polled) {
                    batch.add(Received.of(record));
                }
                work.process(batch);
                if (waiting) {
                    client.commitSync();
                } else {
                    client.commitAsync();
                }
                seen += batch.size();
            }
            if (!waiting) {
                client.commitSync();
            }
            return seen / ((System.nanoTime() - start) / 1e9);
        }
    }
}
