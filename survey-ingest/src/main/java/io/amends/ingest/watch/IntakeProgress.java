package io.amends.ingest.watch;

import io.amends.kit.kafka.KafkaAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Until when all that was sent is known. What waits in Kafka was sent and is no silence, however long it waits: so one look
 * notes how far Kafka's topics go, and a later one finds that consumers have read so far. For one thread at a time.
 */
final class IntakeProgress {
    private static final long WAIT_SECONDS = 10;
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final KafkaAccess kafka;
    private final Map<String, Set<String>> topicsOfGroups = new HashMap<>();
    private @Nullable Noted noted;

    /**
     * For consumers that must have read all of it.
     *
     * @param settings of their channels
     */
    IntakeProgress(KafkaAccess kafka, Config settings, String... channels) {
        this.kafka = kafka;
        for (String channel : channels) {
            String incoming = "mp.messaging.incoming." + channel;
            topicsOfGroups.put(
                    settings.getValue(incoming + ".group.id", String.class),
                    Set.copyOf(settings.getValues(incoming + ".topics", String.class)));
        }
    }

    /** How far Kafka's topics went at a moment. */
    private record Noted(Instant at, Map<TopicPartition, Long> ends) {}

    /**
     * Looks.
     *
     * @return a moment: what Kafka had taken until then is read; empty while that is not known
     * @throws ExecutionException if Kafka refuses to say
     * @throws TimeoutException if it does not answer
     */
    Optional<Instant> reached(Instant now) throws ExecutionException, InterruptedException, TimeoutException {
        Admin admin = kafka.admin(Map.of("default.api.timeout.ms", 10_000, "request.timeout.ms", 5_000));
        try {
            Map<TopicPartition, Long> read = read(admin);
            Map<TopicPartition, Long> ends = ends(admin, read.keySet());
            Noted before = noted;
            boolean caughtUp = before != null
                    && before.ends.entrySet().stream()
                            .allMatch(end -> read.getOrDefault(end.getKey(), end.getValue()) >= end.getValue());
            if (before == null || caughtUp) {
                noted = new Noted(now, ends);
            }
            return before != null && caughtUp ? Optional.of(before.at) : Optional.empty();
        } finally {
            admin.close(CLOSING);
        }
    }

    /** Begins anew, since what was noted may be from before an outage. */
    void restart() {
        noted = null;
    }

    private Map<TopicPartition, Long> read(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> read = new HashMap<>();
        for (Map.Entry<String, Set<String>> group : topicsOfGroups.entrySet()) {
            admin.listConsumerGroupOffsets(group.getKey())
                    .partitionsToOffsetAndMetadata()
                    .get(WAIT_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, offset) -> {
                        // Of a topic that is heard no more it says for ever how far it was read.
                        if (group.getValue().contains(partition.topic())) {
                            put(read, partition, offset);
                        }
                    });
        }
        return read;
    }

    private static void put(
            Map<TopicPartition, Long> read, TopicPartition partition, @Nullable OffsetAndMetadata offset) {
        if (offset != null) { // nothing was ever read of it
            read.put(partition, offset.offset());
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        return admin
                .listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                .all()
                .get(WAIT_SECONDS, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
