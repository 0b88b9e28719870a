package io.amends.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning to its end of now. */
final class TopicReader {
    private TopicReader() {}

    static void read(RunningStack stack, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (KafkaConsumer<byte[], byte[]> client = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + stack.port("AMENDS_KAFKA_PORT")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = client.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            client.assign(partitions);
            client.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = client.endOffsets(partitions);
            while (end.entrySet().stream().anyMatch(e -> client.position(e.getKey()) < e.getValue())) {
                client.poll(Duration.ofMillis(200)).forEach(each);
            }
        }
    }
}
