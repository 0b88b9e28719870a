package io.amends.rules.stage;

import io.amends.kit.failure.Failures;
import io.amends.kit.inbound.ConsumerPulse;
import io.amends.kit.inbound.ConsumerStep;
import io.amends.kit.inbound.DeadLetters;
import io.amends.kit.inbound.Received;
import io.amends.kit.inbound.UntilDone;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Polls for the rules stage: poll, decide, and only then commit the offset; one batch in flight. The stage has no
 * transaction whose cost would hide that of its transport, so it polls for itself, where the consumers that write to a
 * database leave that to SmallRye (docs/decisions/0001). The commit is on its way while the next batch is worked on:
 * brokers hold it back for some milliseconds to take several at once. It is waited for where partitions go to somebody
 * else.
 *
 * <p>Everything runs on this loop's own platform thread. While it waits for its next try it polls paused partitions, which
 * keeps it in its group. What it holds when its partitions are taken away is let go: the next owner gets it again, and
 * ids that follow from the inputs make a repetition known downstream.
 */
public final class StageLoop implements Runnable {
    /**
     * Most records of one poll: acknowledgements and commit are waited for once per poll, and cost as much for few records
     * as for many.
     */
    public static final int BATCH = 2_000;

    private static final Logger LOG = Logger.getLogger(StageLoop.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final String consumer;
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> client;
    private final UntilDone batches;
    private final ConsumerPulse pulse;
    private final Set<TopicPartition> lost = new HashSet<>();
    private boolean retrying;
    // Polled and not done: nothing may be committed, since the client's position is behind the batch already.
    private boolean inHand;
    // Done, and not committed: without this a quiet topic would show a lag until its next record.
    private boolean owing;
    private volatile boolean stopping;

    StageLoop(
            String consumer,
            String topic,
            KafkaConsumer<byte[], byte[]> client,
            ConsumerStep step,
            DeadLetters deadLetters,
            ConsumerPulse pulse) {
        this.consumer = consumer;
        this.topic = topic;
        this.client = client;
        this.batches = new UntilDone(
                consumer,
                batch -> step.process(stillOurs(batch)),
                deadLetters,
                pulse,
                this::waitInGroup,
                () -> stopping);
        this.pulse = pulse;
    }

    /**
     * The live settings beside the access to Kafka.
     *
     * @param group whose offsets they are
     */
    public static Map<String, Object> settings(String group) {
        return Map.ofEntries(
                Map.entry(ConsumerConfig.GROUP_ID_CONFIG, group),
                Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH),
                // A killed instance must not hold its partitions for long.
                Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000),
                Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500),
                // As the consumers that write: a poll costs as much for one record as for many.
                Map.entry(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536),
                Map.entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 60));
    }

    @Override
    public void run() {
        try (client) {
            client.subscribe(List.of(topic), new Ownership());
            pulse.began();
            while (!stopping) {
                ConsumerRecords<byte[], byte[]> polled = client.poll(POLL);
                pulse.polled(behind());
                if (!polled.isEmpty()) {
                    lost.clear();
                    work(polled);
                } else if (owing) {
                    commit();
                }
            }
        } catch (WakeupException e) {
            if (!stopping) {
                throw e;
            }
        }
    }

    /** Lets the batch in flight finish, then leaves the group. */
    void stop() {
        stopping = true;
    }

    private void work(ConsumerRecords<byte[], byte[]> polled) {
        inHand = true;
        if (batches.work(polled)) {
            inHand = false;
            if (retrying) {
                retrying = false;
                client.resume(client.assignment());
            }
            commit();
        }
    }

    private long behind() {
        return client.assignment().stream()
                .mapToLong(partition -> client.currentLag(partition).orElse(0))
                .sum();
    }

    private List<Received> stillOurs(List<Received> batch) {
        return lost.isEmpty()
                ? batch
                : batch.stream()
                        .filter(r -> !lost.contains(new TopicPartition(r.topic(), r.partition())))
                        .toList();
    }

    /** Polls nothing for a while: a consumer that does not poll is thrown out of its group. */
    private void waitInGroup(long millis) {
        retrying = true;
        client.pause(client.assignment());
        long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (!stopping && System.nanoTime() < until) {
            client.poll(Duration.ofMillis(50));
            pulse.polled(behind());
        }
    }

    private void commit() {
        client.commitAsync((offsets, e) -> committed(e));
    }

    /** The decisions are acknowledged: should this process die before it has caught up, they are made once more. */
    private void committed(@Nullable Exception e) {
        if (e != null && !owing) {
            LOG.warnf("%s could not commit its offsets, and tries again: %s", consumer, Failures.said(e));
        }
        owing = e != null;
    }

    private final class Ownership implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            lost.addAll(partitions);
            if (!inHand) {
                try {
                    client.commitSync();
                } catch (KafkaException e) {
                    committed(e);
                }
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            lost.addAll(partitions); // somebody else has them already
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (retrying) {
                client.pause(partitions);
            }
        }
    }
}
