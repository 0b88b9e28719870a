package io.amends.rules.stage;

import static org.awaitility.Awaitility.await;

import io.amends.contracts.Topics.Topic;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.inbound.ConsumerPulse;
import io.amends.kit.inbound.DeadLetters;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.topic.TopicSetup;
import io.amends.local.testing.Brokers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the stage's own loop moves its offset, on real Kafka; instances that come and go are {@link RebalanceTest}'s. */
@Timeout(60)
class StageLoopTest {
    private final String bootstrap = Brokers.shared().bootstrap();
    private final String group = UUID.randomUUID().toString();
    private final Topic topic = new Topic("test." + group, 1, 1024 * 1024, false, false);

    @Test
    @DisplayName("B9: a commit that is refused is made up for though nothing more comes")
    void refusedCommit() throws Exception {
        new TopicSetup(KafkaAccess.plain(bootstrap), 2, (short) 1).ensure(List.of(topic));
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        EventProducer producer = new EventProducer(KafkaAccess.plain(bootstrap), "recovery-rules", Clock.systemUTC());
        producer.sendAll(List.of(OutboundEvent.of(topic.name(), "k", "1", "test", "one")));
        AtomicInteger commits = new AtomicInteger();
        KafkaConsumer<byte[], byte[]> client =
                new KafkaConsumer<>(
                        KafkaAccess.plain(bootstrap).with(StageLoop.settings(group)),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()) {
                    @Override
                    public void commitAsync(OffsetCommitCallback callback) {
                        if (commits.getAndIncrement() < 2) {
                            callback.onComplete(Map.of(), new RetriableCommitFailedException("no coordinator"));
                        } else {
                            super.commitAsync(callback);
                        }
                    }
                };
        StageLoop loop = new StageLoop(
                "decider",
                topic.name(),
                client,
                batch -> List.of(),
                new DeadLetters(producer, metrics),
                new ConsumerPulse("decider", Clock.systemUTC(), metrics));
        Thread thread = new Thread(loop, "instance");
        thread.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            await().until(() ->
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                                    .filter(Objects::nonNull)
                                    .mapToLong(OffsetAndMetadata::offset)
                                    .sum()
                            == 1);
        } finally {
            loop.stop();
            thread.join(15_000);
        }
    }
}
