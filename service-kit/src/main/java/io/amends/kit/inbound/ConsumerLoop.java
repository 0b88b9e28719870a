package io.amends.kit.inbound;

import io.amends.kit.failure.Failures;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one way of hearing a topic: poll, process, and only then commit the offset; one batch in flight. The commit is
 * on its way while the next batch is worked on: brokers hold it back for some milliseconds to take several at once. It is
 * waited for where partitions go to somebody else.
 *
 * <pre>
 * poll ──► process ──ok──► commit ──► poll …
 *             │ transient: pause all partitions, keep polling (stays in the group), try again with backoff
 *             │ permanent, many records: record by record
 *             └ permanent, one record: dead letter, and on
 * </pre>
 *
 * Everything runs on this loop's own platform thread. What it holds when its partitions are taken away is let go: the
 * next owner gets it again, and the inbox knows what was done.
 */
final class ConsumerLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long FIRST_BACKOFF_MILLIS = 100;
    private static final long LONGEST_BACKOFF_MILLIS = 5_000;

    private final String consumer;
    private final List<String> topics;
    private final KafkaConsumer<byte[], byte[]> client;
    private final Step step;
    private final DeadLetters deadLetters;
    private final ConsumerPulse pulse;
    private final Set<TopicPartition> lost = new HashSet<>();
    private boolean retrying;
    // Polled and not done: nothing may be committed, since the client's position is behind the batch already.
    private boolean inHand;
    // Done, and not committed: without this a quiet topic would show a lag until its next record.
    private boolean owing;
    private volatile boolean stopping;

    ConsumerLoop(
            String consumer,
            List<String> topics,
            KafkaConsumer<byte[], byte[]> client,
            Step step,
            DeadLetters deadLetters,
            ConsumerPulse pulse) {
        this.consumer = consumer;
        this.topics = topics;
        this.client = client;
        this.step = step;
        this.deadLetters = deadLetters;
        this.pulse = pulse;
    }

    @Override
    public void run() {
        try (client) {
            client.subscribe(topics, new Ownership());
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
        List<Received> batch = new ArrayList<>(polled.count());
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            batch.add(Received.of(record));
        }
        pulse.working(batch.get(0).acceptedAt());
        inHand = true;
        if (untilDone(batch, 1)) {
            inHand = false;
            commit();
            pulse.done(batch.size());
        }
    }

    /** Processes the batch however often it takes; false if this process stops first. */
    private boolean untilDone(List<Received> batch, int triedBefore) {
        long backoff = FIRST_BACKOFF_MILLIS;
        for (int attempt = triedBefore; ; attempt++) {
            List<Received> ours = stillOurs(batch);
            pulse.trying();
            try {
                deadLetters.put(consumer, step.process(ours), attempt);
                resume();
                return true;
            } catch (Exception e) {
                // While stopping, pools close under our feet: nothing that fails now is a bad record.
                if (stopping || e instanceof InterruptedException) {
                    return false;
                }
                if (!Failures.isTransient(e)) {
                    return ours.size() == 1 ? bury(ours.get(0), attempt, e) : oneByOne(ours, attempt);
                }
                LOG.warnf("%s tries again in %d ms: %s", consumer, backoff, Failures.said(e));
                pulse.retrying();
                waitInGroup(backoff);
                backoff = Math.min(backoff * 2, LONGEST_BACKOFF_MILLIS);
            }
        }
    }

    private boolean oneByOne(List<Received> batch, int attempt) {
        for (Received record : batch) {
            if (!untilDone(List.of(record), attempt)) {
                return false;
            }
        }
        return true;
    }

    private boolean bury(Received record, int attempt, Exception e) {
        if (!(e instanceof PermanentFailure)) { // what is refused for a reason is told by its dead letter
            LOG.errorf(
                    Failures.withoutWords(e),
                    "%s can never process %s-%d@%d",
                    consumer,
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
        String reason = Failures.said(e);
        List<Rejection> rejection = List.of(new Rejection(record, reason));
        long backoff = FIRST_BACKOFF_MILLIS;
        while (!stopping) {
            pulse.trying();
            try {
                deadLetters.put(consumer, rejection, attempt);
                resume();
                return true;
            } catch (TransientFailure notTaken) {
                pulse.retrying();
                waitInGroup(backoff);
                backoff = Math.min(backoff * 2, LONGEST_BACKOFF_MILLIS);
            }
        }
        return false;
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

    private void resume() {
        if (retrying) {
            retrying = false;
            client.resume(client.assignment());
        }
    }

    private void commit() {
        client.commitAsync((offsets, e) -> committed(e));
    }

    /** The effects are durable: should this process die before it has caught up, the inbox knows what was done. */
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
