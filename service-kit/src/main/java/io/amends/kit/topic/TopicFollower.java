package io.amends.kit.topic;

import io.amends.contracts.Topics.Topic;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.lifecycle.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a compacted topic of one partition from its beginning and follows it: every instance hears all of it. After an
 * error it goes on where it was. Everything is called on the follower's own thread.
 */
public final class TopicFollower {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration DRAIN = Duration.ofSeconds(1);

    /** The most that the records of one poll may hold, unpacked. */
    private static final int HELD_BYTES = 64 * 1024 * 1024;

    private final KafkaAccess kafka;
    private final TopicSetup setup;
    private final Topic topic;
    private final TopicPartition partition;
    private final Consumer<ConsumerRecord<byte[], byte[]>> each;
    private final Progress reached;
    private final Worker worker;
    private long offset;
    private volatile boolean complete;

    /**
     * @param each takes every record in order; throws nothing
     * @param reached is told after every poll how far it is
     */
    public TopicFollower(
            KafkaAccess kafka,
            TopicSetup setup,
            Topic topic,
            Consumer<ConsumerRecord<byte[], byte[]>> each,
            Progress reached) {
        this.kafka = kafka;
        this.setup = setup;
        this.topic = topic;
        this.partition = new TopicPartition(topic.name(), 0);
        this.each = each;
        this.reached = reached;
        this.worker =
                new Worker("follower-" + topic.name(), topic.name() + " is read again from where it was", this::follow);
    }

    /** Told how far a follower has come. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param offset everything before it was taken
         * @param caughtUp whether it has all that the topic held when it began; nobody is told so before this returns
         */
        void reached(long offset, boolean caughtUp);
    }

    public void start() {
        worker.start();
    }

    public void stop() {
        worker.stop(DRAIN);
    }

    /** Whether it has read what the topic held when it began. */
    public boolean complete() {
        return complete;
    }

    private void follow(Worker self) {
        setup.ensure(List.of(topic));
        try (KafkaConsumer<byte[], byte[]> client = kafka.consumer(Map.of(
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "max.partition.fetch.bytes",
                topic.maxMessageBytes(),
                "max.poll.records",
                Math.max(1, HELD_BYTES / topic.maxMessageBytes())))) {
            client.assign(List.of(partition));
            client.seek(partition, offset);
            long end = client.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (!self.isEnding()) {
                client.poll(POLL).forEach(each);
                offset = client.position(partition);
                boolean caughtUp = complete || offset >= end;
                reached.reached(offset, caughtUp);
                complete = caughtUp;
                self.wentWell();
            }
        }
    }
}
