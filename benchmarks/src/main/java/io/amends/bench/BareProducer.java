package io.amends.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.bench.Surveys.Survey;
import io.amends.contracts.CloudEventHeaders;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The peer: Kafka's own producer with acks=all, and the same records. */
final class BareProducer implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;
    private final String topic;

    /** Makes a topic like the one that surveys are submitted to; it is deleted in the end. */
    BareProducer(Target target, String topic) throws ExecutionException, InterruptedException {
        this.topic = topic;
        Map<String, Object> broker = Map.of("bootstrap.servers", target.kafka());
        admin = Admin.create(broker);
        int partitions = 0;
        for (TopicDescription like : admin.describeTopics(Set.of(Topics.SUBMITTED))
                .allTopicNames()
                .get()
                .values()) {
            partitions = like.partitions().size();
        }
        admin.createTopics(Set.of(new NewTopic(topic, partitions, (short) 1)
                        .configs(Map.of("message.timestamp.type", "LogAppendTime"))))
                .all()
                .get();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", target.kafka(), "acks", "all", "enable.idempotence", true),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends them into its own topic and returns when all are acknowledged. */
    void send(List<Survey> surveys, int inFlight) throws InterruptedException {
        send(topic, surveys, inFlight);
    }

    /** Sends them to Amends, past HTTP. */
    void submit(List<Survey> surveys) throws InterruptedException {
        send(Topics.SUBMITTED, surveys, surveys.size());
    }

    private void send(String to, List<Survey> surveys, int most) throws InterruptedException {
        InFlight inFlight = new InFlight(most);
        for (Survey survey : surveys) {
            inFlight.start(() -> acknowledged(to, survey));
        }
        inFlight.await();
    }

    private CompletableFuture<Void> acknowledged(String to, Survey survey) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(to, survey.key().getBytes(UTF_8), survey.json());
        record.headers()
                .add(CloudEventHeaders.SPECIFICATION_VERSION, "1.0".getBytes(UTF_8))
                .add(CloudEventHeaders.ID, survey.id().getBytes(UTF_8))
                .add(CloudEventHeaders.SOURCE, "benchmarks".getBytes(UTF_8))
                .add(CloudEventHeaders.TYPE, EventTypes.SURVEY_SUBMITTED.getBytes(UTF_8))
                .add(CloudEventHeaders.CONTENT_TYPE, "application/json".getBytes(UTF_8));
        CompletableFuture<Void> done = new CompletableFuture<>();
        producer.send(record, (metadata, error) -> {
            if (error == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(error);
            }
        });
        return done;
    }

    @Override
    public void close() {
        producer.close();
        admin.deleteTopics(Set.of(topic));
        admin.close(Duration.ofSeconds(1));
    }
}
