package io.amends.alerting.candidate;

import io.amends.contracts.Topics;
import io.amends.kit.kafka.KafkaAccess;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far decisions have been taken in, over all instances. After an outage a period is built when what waited in Kafka
 * is there, so that it is not late for nothing.
 */
@ApplicationScoped
public class DecisionsRead {
    private static final long SECONDS = 5;

    private final KafkaAccess kafka;
    private @Nullable Admin admin;

    DecisionsRead(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    /** Where the topic ends now. */
    public Map<TopicPartition, Long> end() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        client().describeTopics(java.util.List.of(Topics.DECIDED))
                .allTopicNames()
                .get(SECONDS, TimeUnit.SECONDS)
                .values()
                .forEach(topic -> topic.partitions()
                        .forEach(p ->
                                latest.put(new TopicPartition(Topics.DECIDED, p.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> end = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> found =
                client().listOffsets(latest).all().get(SECONDS, TimeUnit.SECONDS);
        found.forEach((partition, offset) -> end.put(partition, offset.offset()));
        return end;
    }

    /** Whether all up to an end has been taken in. */
    public boolean reached(Map<TopicPartition, Long> end)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> read = client().listConsumerGroupOffsets(
                        "amends.alerting." + DecidedConsumer.NAME)
                .partitionsToOffsetAndMetadata()
                .get(SECONDS, TimeUnit.SECONDS);
        return end.entrySet().stream().allMatch(wanted -> {
            OffsetAndMetadata committed = read.get(wanted.getKey());
            return wanted.getValue() == 0 || (committed != null && committed.offset() >= wanted.getValue());
        });
    }

    /**
     * Waits, but not long, until what Kafka has now is taken in: who asks for a digest by hand has just seen these
     * responses. False where that took longer or Kafka does not answer; the digest is then built from what is here.
     */
    public boolean awaitNow(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        try {
            Map<TopicPartition, Long> end = end();
            while (!reached(end)) {
                if (System.nanoTime() > until) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private synchronized Admin client() {
        Admin open = admin;
        if (open == null) {
            open = kafka.admin(Map.of());
            admin = open;
        }
        return open;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
