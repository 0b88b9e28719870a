package io.amends.kit.produce;

import io.amends.kit.event.EventHeaders;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.kafka.KafkaAccess;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The one producer of a service: all in-sync replicas acknowledge, idempotent, in order per partition. After a send
 * error the client is thrown away, since what it still holds could arrive after what is sent next.
 */
@ApplicationScoped
public class EventProducer {
    /** With what the source of every event begins that Amends itself publishes; the name of the service follows. */
    public static final String OWN_SOURCES = "amends/";

    private final KafkaAccess kafka;
    private final String source;
    private final Clock clock;
    private @Nullable KafkaProducer<byte[], byte @Nullable []> client;

    /**
     * @param application the service: events say {@code amends/<service>} as their source
     */
    public EventProducer(
            KafkaAccess kafka, @ConfigProperty(name = "quarkus.application.name") String application, Clock clock) {
        this.kafka = kafka;
        this.source = OWN_SOURCES + application;
        this.clock = clock;
    }

    /** The live settings beside the access to Kafka; acks=all is asserted on them. */
    public static Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 2),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024),
                Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 17 * 1024 * 1024),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000));
    }

    /**
     * Sends a record as it is.
     *
     * @return completes when Kafka has it on all in-sync replicas; fails with {@link TransientFailure}, or with
     *     {@link PermanentFailure} if it is too large for the topic
     * @throws TransientFailure if no client can be made
     */
    public CompletableFuture<RecordMetadata> sendRecord(ProducerRecord<byte[], byte @Nullable []> record) {
        CompletableFuture<RecordMetadata> sent = new CompletableFuture<>();
        KafkaProducer<byte[], byte @Nullable []> using = client();
        try {
            using.send(record, (metadata, error) -> {
                if (error == null) {
                    sent.complete(metadata);
                } else {
                    sent.completeExceptionally(failed(using, record.topic(), error));
                }
            });
        } catch (RuntimeException e) { // a closed client, an interrupted caller, no metadata in time
            sent.completeExceptionally(failed(using, record.topic(), e));
        }
        return sent;
    }

    /**
     * Sends all and waits for every acknowledgement.
     *
     * @throws TransientFailure if one was not acknowledged; send all of them again
     */
    public void sendAll(List<OutboundEvent> events) {
        Sending sending = sending();
        events.forEach(sending::send);
        sending.await();
    }

    /** Events to be sent one after the other and awaited together; they say the same time. */
    public Sending sending() {
        KafkaProducer<byte[], byte @Nullable []> using = client();
        EventHeaders headers = new EventHeaders(source, clock.instant());
        return new Sending(using, headers::record, (topic, error) -> failed(using, topic, error));
    }

    private synchronized KafkaProducer<byte[], byte @Nullable []> client() {
        if (client == null) {
            client = kafka.producer(settings());
        }
        return client;
    }

    private RuntimeException failed(KafkaProducer<byte[], byte @Nullable []> broken, String topic, Exception error) {
        if (error instanceof RecordTooLargeException) {
            return new PermanentFailure("too large for topic " + topic, error);
        }
        synchronized (this) {
            if (client == broken) {
                client = null;
                // It is not done here: a callback runs on the client's own thread.
                Thread closer = new Thread(() -> broken.close(Duration.ZERO), "close-failed-producer");
                closer.setDaemon(true);
                closer.start();
            }
        }
        return new TransientFailure("Kafka has not taken a record for " + topic + ": " + kafka.said(error), error);
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.close(Duration.ofSeconds(5));
        }
    }
}
