package io.amends.dashboard.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Json;
import io.amends.contracts.Topics;
import io.amends.contracts.access.KeyUsed;
import io.amends.kit.failure.Failures;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.topic.TopicFollower;
import io.amends.kit.topic.TopicSetup;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** When each API key was used last (H2), as all services say it; the compacted topic is the only place that keeps it. */
@ApplicationScoped
class LastUses {
    private static final Logger LOG = Logger.getLogger(LastUses.class);

    private final Map<String, Instant> byKey = new ConcurrentHashMap<>();
    private final TopicFollower follower;

    LastUses(KafkaAccess kafka, TopicSetup topics) {
        this.follower = new TopicFollower(
                kafka, topics, Topics.named(Topics.KEY_USES), this::apply, (position, caughtUp) -> {});
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.stop();
    }

    /** The moment; null where no use was said. It is up to a minute behind. */
    @Nullable
    Instant of(String keyId) {
        return byKey.get(keyId);
    }

    /** Applies one record; throws nothing. */
    void apply(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.value() != null) {
                KeyUsed used = Json.read(record.value(), KeyUsed.class);
                // Two services say it in any order.
                byKey.merge(used.keyId(), used.usedAt(), (a, b) -> a.isAfter(b) ? a : b);
            } else if (record.key() != null) {
                byKey.remove(new String(record.key(), UTF_8));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warnf("the last use at offset %d is passed over: %s", record.offset(), Failures.said(e));
        }
    }
}
