package io.amends.kit.topic;

import io.amends.contracts.Topics.Topic;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.kafka.KafkaAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the topics that a service uses, where they are missing. Existing ones stay as ops made them. */
@ApplicationScoped
public class TopicSetup {
    private static final long WAIT_SECONDS = 10;
    private static final long ASK_AGAIN_MILLIS = 100;
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final KafkaAccess kafka;
    private final int partitions;
    private final short replication;

    /**
     * @param partitions of every topic that is not compacted
     */
    public TopicSetup(
            KafkaAccess kafka,
            @ConfigProperty(name = "amends.topics.partitions") int partitions,
            @ConfigProperty(name = "amends.topics.replication") short replication) {
        this.kafka = kafka;
        this.partitions = partitions;
        this.replication = replication;
    }

    /**
     * Makes what is missing and waits until every partition answers: producing to a topic just created can otherwise
     * run into NOT_LEADER and then endless OUT_OF_ORDER_SEQUENCE.
     *
     * @throws TransientFailure if Kafka does not answer, or refuses this service
     */
    public void ensure(Collection<Topic> topics) {
        Admin admin = kafka.admin(Map.of("default.api.timeout.ms", 10_000, "request.timeout.ms", 5_000));
        try {
            Set<String> existing = admin.listTopics().names().get(WAIT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = topics.stream()
                    .filter(t -> !existing.contains(t.name()))
                    .map(this::describe)
                    .toList();
            for (var created : admin.createTopics(missing).values().values()) {
                try {
                    created.get(WAIT_SECONDS, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
            awaitAnswer(admin, topics.stream().map(Topic::name).toList());
        } catch (ExecutionException | TimeoutException e) {
            throw new TransientFailure(kafka.said(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("interrupted", e);
        } finally {
            // Without a limit it can wait for ever for an answer whose connection was lost.
            admin.close(CLOSING);
        }
    }

    private NewTopic describe(Topic topic) {
        Map<String, String> config = new HashMap<>();
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(topic.maxMessageBytes()));
        config.put(
                TopicConfig.RETENTION_MS_CONFIG,
                topic.retentionDays() == Topic.FOREVER
                        ? "-1"
                        : String.valueOf(Duration.ofDays(topic.retentionDays()).toMillis()));
        if (topic.compacted()) {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        if (topic.brokerTime()) {
            config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        }
        if (replication > 2) {
            config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return new NewTopic(topic.name(), topic.compacted() ? 1 : partitions, replication).configs(config);
    }

    private static void awaitAnswer(Admin admin, List<String> names)
            throws ExecutionException, InterruptedException, TimeoutException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (true) {
            try {
                everyPartitionAnswers(admin, names);
                return;
            } catch (ExecutionException e) {
                // A topic just created is not known to every part of the broker yet.
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > until) {
                    throw e;
                }
                Thread.sleep(ASK_AGAIN_MILLIS);
            }
        }
    }

    private static void everyPartitionAnswers(Admin admin, List<String> names)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, TopicDescription> described =
                admin.describeTopics(names).allTopicNames().get(WAIT_SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, OffsetSpec> all = described.values().stream()
                .flatMap(d -> d.partitions().stream().map(p -> new TopicPartition(d.name(), p.partition())))
                .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        admin.listOffsets(all).all().get(WAIT_SECONDS, TimeUnit.SECONDS);
    }
}
