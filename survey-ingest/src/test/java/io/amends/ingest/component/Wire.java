package io.amends.ingest.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.Topics;
import io.amends.local.testing.Brokers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The other ends of the topics: a CRM that publishes, the directory's owner, whoever reads what was recorded. */
final class Wire implements AutoCloseable {
    private final String bootstrap;
    private final KafkaProducer<byte[], byte[]> producer;

    Wire() {
        this(Brokers.shared().bootstrap());
    }

    /** On another Kafka than the one that tests share. */
    Wire(String bootstrap) {
        this.bootstrap = bootstrap;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Puts an entry into the directory, as dashboard-api does. */
    void directory(String key, String entry) {
        send(new ProducerRecord<>(Topics.DIRECTORY, 0, key.getBytes(UTF_8), entry.getBytes(UTF_8)));
    }

    /** An entry of the directory is deleted. */
    void gone(String key) {
        send(new ProducerRecord<>(Topics.DIRECTORY, 0, key.getBytes(UTF_8), null));
    }

    /** Portal with groups G1, G2 and G3 and segment S1. */
    void portal(String cpc) {
        directory(cpc + "/group/G1", "{\"name\":\"One\"}");
        directory(cpc + "/group/G2", "{\"name\":\"Two\"}");
        directory(cpc + "/group/G3", "{\"name\":\"Three\"}");
        directory(cpc + "/segment/S1", "{\"name\":\"Segment\"}");
        directory(cpc + "/portal/" + cpc, "{\"name\":\"" + cpc + "\"}");
    }

    /** Portals that the service knows when this returns. */
    void portals(String... codes) {
        for (String cpc : codes) {
            if (!known(cpc)) {
                portal(cpc);
                await().atMost(Duration.ofSeconds(20)).until(() -> known(cpc));
            }
        }
    }

    private static boolean known(String cpc) {
        return Door.open().queryParam("cpc", cpc).get("/v1/conflicts").statusCode() == 200;
    }

    /** Publishes in binary mode. */
    void publish(Integer partition, String eventId, byte[] data) {
        send(binary(Topics.SUBMITTED, partition, eventId, data));
    }

    /** A submission in binary mode. */
    static ProducerRecord<byte[], byte[]> binary(String topic, Integer partition, String eventId, byte[] data) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, partition, eventId.getBytes(UTF_8), data);
        record.headers().add("ce_specversion", "1.0".getBytes(UTF_8));
        record.headers().add("ce_id", eventId.getBytes(UTF_8));
        record.headers().add("ce_source", "crm".getBytes(UTF_8));
        record.headers().add("ce_type", EventTypes.SURVEY_SUBMITTED.getBytes(UTF_8));
        return record;
    }

    void publish(String eventId, Survey survey) {
        publish(null, eventId, survey.bytes());
    }

    /** Publishes in structured mode. */
    void publishStructured(String eventId, Survey survey) {
        String event = "{\"specversion\":\"1.0\",\"id\":\"" + eventId + "\",\"source\":\"crm\",\"type\":\""
                + EventTypes.SURVEY_SUBMITTED + "\",\"data\":" + survey.json() + "}";
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.SUBMITTED, event.getBytes(UTF_8));
        record.headers().add("content-type", "application/cloudevents+json; charset=utf-8".getBytes(UTF_8));
        send(record);
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All events of a response on the recorded topic, once there are as many as that. */
    List<ConsumerRecord<byte[], byte[]>> recorded(String responseId, int atLeast) {
        return records(Topics.RECORDED, r -> data(r).path("responseId").asText().equals(responseId), atLeast);
    }

    /** The dead letter whose ce_id header is that. */
    ConsumerRecord<byte[], byte[]> deadLetter(String eventId) {
        return deadLetter(Topics.SUBMITTED, eventId);
    }

    /** The dead letter of a topic whose ce_id header is that. */
    ConsumerRecord<byte[], byte[]> deadLetter(String topic, String eventId) {
        return records(topic + ".recorder.dlq", r -> eventId.equals(header(r, "ce_id")), 1)
                .get(0);
    }

    /** The records that match, read from the beginning, once there are as many as that. */
    List<ConsumerRecord<byte[], byte[]>> records(
            String topic, Predicate<ConsumerRecord<byte[], byte[]>> matches, int atLeast) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            // The consumer waits by itself.
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(r -> {
                            if (matches.test(r)) {
                                found.add(r);
                            }
                        });
                        return found.size() >= atLeast;
                    });
            return found;
        }
    }

    static JsonNode data(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.MAPPER.readTree(record.value());
        } catch (JsonProcessingException e) {
            return Json.MAPPER.missingNode(); // what another test has sent broken
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
