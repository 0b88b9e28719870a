package io.amends.local.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a topic holds now, from its first record on. */
public final class WholeTopic {
    private static final Duration POLL = Duration.ofMillis(100);

    private WholeTopic() {}

    /**
     * The data of all records of a key that are there at the time of the call.
     *
     * @param bootstrap address of the broker
     * @return in their order
     */
    public static List<JsonNode> read(String bootstrap, String topic, String key) {
        return read(bootstrap, topic).stream()
                .filter(r -> r.key() != null && new String(r.key(), StandardCharsets.UTF_8).equals(key))
                .map(r -> {
                    try {
                        return new ObjectMapper().readTree(r.value());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /**
     * Reads all records of a topic that are there at the time of the call, without a group.
     *
     * @param bootstrap address of the broker
     * @return in the order of each partition
     */
    public static List<ConsumerRecord<byte[], byte[]>> read(String bootstrap, String topic) {
        try (KafkaConsumer<byte[], byte[]> client = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = client.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            client.assign(partitions);
            client.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = client.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (end.entrySet().stream().anyMatch(e -> client.position(e.getKey()) < e.getValue())) {
                client.poll(POLL).forEach(all::add);
            }
            return all;
        }
    }
}
