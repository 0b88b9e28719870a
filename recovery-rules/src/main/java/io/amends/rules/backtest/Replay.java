package io.amends.rules.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.CloudEventHeaders;
import io.amends.contracts.EventTypes;
import io.amends.kit.event.CloudEvents;
import io.amends.kit.failure.PermanentFailure;
import io.amends.rules.backtest.DecisionLog.Stretch;
import io.amends.rules.backtest.core.Judge;
import io.amends.rules.backtest.core.PastDecision;
import io.amends.rules.backtest.core.PastReader;
import io.amends.rules.backtest.core.Tally;
import io.amends.rules.backtest.core.Tally.JudgedDecision;
import io.amends.rules.backtest.core.Tally.LogPlace;
import io.amends.rules.matching.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a stretch of the log: several threads, each with some of the partitions, read, judge and count. It can be
 * looked at and stopped at any time.
 */
public final class Replay implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final DecisionLog log;
    private final Stretch stretch;
    private final byte[] keys;
    private final Wanted wanted;
    private final Judge judge;
    private final Tally tally = new Tally();
    private final LongAdder passed = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private final List<Thread> readers = new ArrayList<>();
    private final CountDownLatch reading;
    private volatile boolean stopping;
    private volatile @Nullable Throwable failure;

    /**
     * @param cpc the portal whose decisions count; others' are passed over by their key
     * @param wanted what the judged rules ask for
     */
    public Replay(DecisionLog log, Stretch stretch, String cpc, Wanted wanted, Judge judge, int threads) {
        this.log = log;
        this.stretch = stretch;
        this.keys = (cpc + ":").getBytes(UTF_8);
        this.wanted = wanted;
        this.judge = judge;
        List<TopicPartition> partitions = stretch.from().keySet().stream()
                .filter(p -> stretch.from().getOrDefault(p, 0L) < stretch.to().getOrDefault(p, 0L))
                .toList();
        int count = Math.min(Math.max(1, threads), partitions.size());
        reading = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            int first = i;
            List<TopicPartition> share = new ArrayList<>();
            for (int p = first; p < partitions.size(); p += count) {
                share.add(partitions.get(p));
            }
            Thread reader = new Thread(() -> read(share), "backtest-reader-" + i);
            reader.setDaemon(true);
            readers.add(reader);
        }
        readers.forEach(Thread::start);
    }

    public Tally tally() {
        return tally;
    }

    /** Records passed so far. */
    public long passed() {
        return passed.sum();
    }

    /** 0 to 1. */
    double progress() {
        long all = stretch.records();
        return all == 0 ? 1 : Math.min(1, passed.sum() / (double) all);
    }

    /** Records that are no decisions, or none that can be read. */
    long unreadable() {
        return unreadable.sum();
    }

    /**
     * Waits for the end, or as long as given.
     *
     * @return whether it has come to its end
     * @throws IllegalStateException if a reader broke off
     */
    public boolean await(long millis) throws InterruptedException {
        boolean done = reading.await(millis, TimeUnit.MILLISECONDS);
        Throwable broken = failure;
        if (broken != null) {
            throw new IllegalStateException("reading the decisions broke off", broken);
        }
        return done;
    }

    /** Stops reading and waits until every reader has let go. */
    @Override
    public void close() {
        stopping = true;
        boolean interrupted = false;
        for (Thread reader : readers) {
            try {
                reader.join(5_000);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(List<TopicPartition> partitions) {
        try (KafkaConsumer<byte[], byte[]> client = log.client()) {
            client.assign(partitions);
            partitions.forEach(p -> client.seek(p, stretch.from().getOrDefault(p, 0L)));
            List<TopicPartition> left = new ArrayList<>(partitions);
            while (!left.isEmpty() && !stopping) {
                ConsumerRecords<byte[], byte[]> polled = client.poll(POLL);
                for (TopicPartition partition : polled.partitions()) {
                    count(polled.records(partition), stretch.to().getOrDefault(partition, 0L));
                }
                if (left.removeIf(p -> client.position(p) >= stretch.to().getOrDefault(p, 0L))) {
                    client.pause(
                            partitions.stream().filter(p -> !left.contains(p)).toList());
                }
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            reading.countDown();
        }
    }

    private void count(List<ConsumerRecord<byte[], byte[]>> records, long end) {
        List<JudgedDecision> judged = new ArrayList<>(records.size());
        int within = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.offset() >= end) {
                break;
            }
            within++;
            if (!ours(record)) {
                continue;
            }
            try {
                PastDecision past = PastReader.read(record.value(), wanted);
                judged.add(
                        new JudgedDecision(past, judge.share(past), new LogPlace(record.partition(), record.offset())));
            } catch (PermanentFailure e) {
                unreadable.increment();
            }
        }
        tally.add(judged);
        passed.add(within);
    }

    private boolean ours(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        if (record.value() == null
                || key == null
                || key.length <= keys.length
                || !Arrays.equals(key, 0, keys.length, keys, 0, keys.length)) {
            return false;
        }
        String type = CloudEvents.text(record.headers(), CloudEventHeaders.TYPE);
        return EventTypes.RECOVERY_DECIDED.equals(type);
    }
}
