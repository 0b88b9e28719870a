package io.amends.kit.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Topics;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.id.Sha256;
import io.amends.kit.metrics.MetricNames;
import io.amends.kit.produce.EventProducer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts what can never be processed into {@code <topic>.<consumer>.dlq}: the bytes as they came, and headers that say
 * why, where from and how often it was tried. Of a record that fits nowhere the value is left away, and its hash is told;
 * of one whose key or headers alone are too large only what we say about it remains.
 */
@ApplicationScoped
public class DeadLetters {
    public static final String REASON = "amends_reason";
    public static final String ORIGIN_TOPIC = "amends_origin_topic";
    public static final String ORIGIN_PARTITION = "amends_origin_partition";
    public static final String ORIGIN_OFFSET = "amends_origin_offset";
    public static final String ATTEMPTS = "amends_attempts";
    public static final String VALUE_SHA256 = "amends_value_sha256";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 4_000;

    private final EventProducer producer;
    private final MeterRegistry metrics;

    public DeadLetters(EventProducer producer, MeterRegistry metrics) {
        this.producer = producer;
        this.metrics = metrics;
    }

    /** How much of a record its letter keeps; each is tried where the one before is too large for its topic. */
    private enum LetterExtent {
        ALL,
        KEY_AND_HEADERS,
        NOTHING
    }

    /**
     * Returns when Kafka has all of them.
     *
     * @throws TransientFailure if Kafka has not
     */
    public void put(String consumer, List<Rejection> rejections, int attempts) {
        for (Rejection rejection : rejections) {
            send(consumer, rejection, attempts);
            counter(consumer, rejection.record().topic()).increment();
            LOG.warnf(
                    "dead letter from %s-%d@%d (%s)",
                    rejection.record().topic(),
                    rejection.record().partition(),
                    rejection.record().offset(),
                    consumer);
        }
    }

    /** Shows that there are none yet, so that the first one is a rise for whoever watches. */
    public void expect(String consumer, String topic) {
        counter(consumer, topic).increment(0);
    }

    private Counter counter(String consumer, String topic) {
        return metrics.counter(MetricNames.DEAD_LETTERS, "consumer", consumer, "topic", topic);
    }

    private void send(String consumer, Rejection rejection, int attempts) {
        for (LetterExtent kept : LetterExtent.values()) {
            try {
                producer.sendRecord(letter(consumer, rejection, attempts, kept)).join();
                return;
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof PermanentFailure)) {
                    throw new TransientFailure("a dead letter was not acknowledged", e.getCause());
                }
                metrics.counter(MetricNames.DEAD_LETTERS_CUT, "consumer", consumer)
                        .increment();
            }
        }
        throw new TransientFailure("Kafka takes no dead letter of this topic, however short");
    }

    private static ProducerRecord<byte[], byte @Nullable []> letter(
            String consumer, Rejection rejection, int attempts, LetterExtent kept) {
        Received from = rejection.record();
        byte[] value = kept == LetterExtent.ALL ? from.value() : null;
        byte[] key = kept == LetterExtent.NOTHING ? null : from.key();
        ProducerRecord<byte[], byte @Nullable []> letter =
                new ProducerRecord<>(Topics.deadLetters(from.topic(), consumer).name(), key, value);
        if (kept != LetterExtent.NOTHING) {
            from.headers().forEach(letter.headers()::add);
        }
        String reason = rejection.reason();
        header(letter, REASON, reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason);
        header(letter, ORIGIN_TOPIC, from.topic());
        header(letter, ORIGIN_PARTITION, String.valueOf(from.partition()));
        header(letter, ORIGIN_OFFSET, String.valueOf(from.offset()));
        header(letter, ATTEMPTS, String.valueOf(attempts));
        if (value == null && from.value() != null) {
            header(letter, VALUE_SHA256, Sha256.hex(from.value()));
        }
        return letter;
    }

    private static void header(ProducerRecord<byte[], byte @Nullable []> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(UTF_8));
    }
}
