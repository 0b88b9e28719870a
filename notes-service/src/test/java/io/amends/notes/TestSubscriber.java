package io.amends.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Topics;
import io.amends.local.testing.Brokers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Whoever listens to notes-service: cases, follow-ups and dead letters, from the beginning. */
public final class TestSubscriber implements AutoCloseable {
    private static final Pattern TOPICS =
            Pattern.compile(Pattern.quote(Topics.CASES) + "|" + Pattern.quote(Topics.FOLLOWUPS) + "|.*\\.dlq");

    private final KafkaConsumer<byte[], byte[]> client = new KafkaConsumer<>(
            Map.of(
                    "bootstrap.servers",
                    Brokers.shared().bootstrap(),
                    "group.id",
                    "test-" + java.util.UUID.randomUUID(),
                    "auto.offset.reset",
                    "earliest",
                    "metadata.max.age.ms",
                    500),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    private final List<Heard> heard = new ArrayList<>();

    TestSubscriber() {
        client.subscribe(TOPICS);
    }

    /** An event as it was heard. */
    public record Heard(String topic, String key, String type, String id, String text, String reason) {
        public JsonNode data() {
            try {
                return Json.MAPPER.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    List<Heard> about(String key) {
        return poll().stream()
                .filter(h -> h.key().equals(key) && !h.topic().endsWith(".dlq"))
                .toList();
    }

    List<Heard> on(String topic) {
        return poll().stream().filter(h -> h.topic().equals(topic)).toList();
    }

    private List<Heard> poll() {
        client.poll(Duration.ofMillis(200)).forEach(r -> heard.add(heard(r)));
        return List.copyOf(heard);
    }

    private static Heard heard(ConsumerRecord<byte[], byte[]> record) {
        return new Heard(
                record.topic(),
                record.key() == null ? "" : new String(record.key(), UTF_8),
                header(record, "ce_type"),
                header(record, "ce_id"),
                record.value() == null ? "" : new String(record.value(), UTF_8),
                header(record, "amends_reason"));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
