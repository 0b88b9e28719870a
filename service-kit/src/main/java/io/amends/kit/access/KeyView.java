package io.amends.kit.access;

import io.amends.contracts.Topics;
import io.amends.contracts.access.AccessKey;
import io.amends.kit.failure.Failures;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.metrics.MetricNames;
import io.amends.kit.topic.TopicFollower;
import io.amends.kit.topic.TopicSetup;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * The API keys that were made (H2), as this process knows them: the topic of access read from its beginning and followed,
 * also while dashboard-api is down. A service is ready only when it has read it to the end. While Kafka is away what was
 * read last goes on to hold.
 */
@ApplicationScoped
@Readiness
@Default
public class KeyView implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(KeyView.class);

    private final PublishedKeys keys = new PublishedKeys();
    private final TopicFollower follower;
    private final Counter unreadable;

    KeyView(KafkaAccess kafka, TopicSetup topics, MeterRegistry metrics) {
        this.follower =
                new TopicFollower(kafka, topics, Topics.named(Topics.ACCESS), this::apply, (position, caughtUp) -> {});
        this.unreadable = metrics.counter(MetricNames.KEYS_UNREADABLE);
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.stop();
    }

    /** The key whose secret has this hash, if it is good at that moment. */
    Optional<AccessKey> good(String hash, Instant now) {
        // Until all is read, a key may be here whose end is not.
        return complete() ? keys.good(hash, now) : Optional.empty();
    }

    /** The name of the key with this id, if one of its secrets is good at that moment. */
    Optional<String> name(String keyId, Instant now) {
        return keys.name(keyId, now);
    }

    /** Whether all is read that the topic held when this process began. */
    boolean complete() {
        return follower.complete();
    }

    /** Whether no key was ever made, as far as is known. */
    boolean none() {
        return keys.none();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("access").status(complete()).build();
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        try {
            keys.apply(record.key(), record.value());
        } catch (RuntimeException e) {
            // The records behind it count as well.
            unreadable.increment();
            LOG.errorf(
                    "the record at offset %d of the API keys is passed over, and its secret opens nothing: %s",
                    record.offset(), Failures.said(e));
        }
    }
}
