package io.amends.rules.backtest;

import io.amends.contracts.Topics;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.rules.backtest.core.Tally.LogPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The log of decisions, read without leaving a trace: no consumer group, no commit, nothing created. Decisions, not
 * recorded surveys: they carry the response as recorded, and beside it what was decided and by which policy, so that one
 * pass over one topic has both sides of every comparison.
 */
@ApplicationScoped
public class DecisionLog {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaAccess kafka;
    private final Clock clock;

    public DecisionLog(KafkaAccess kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /**
     * A part of the log, as of one moment.
     *
     * @param from by partition, included
     * @param to by partition, excluded
     * @param heldFrom where retention has taken some of it: everything since then is there
     */
    public record Stretch(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, @Nullable Instant heldFrom) {
        public long records() {
            return from.keySet().stream().mapToLong(this::records).sum();
        }

        private long records(TopicPartition partition) {
            return Math.max(0, to.getOrDefault(partition, 0L) - from.getOrDefault(partition, 0L));
        }

        /** At most so many of its newest records, spread over the partitions as they are filled. */
        Stretch newest(long most) {
            long all = records();
            if (all <= most) {
                return this;
            }
            Map<TopicPartition, Long> later = new HashMap<>();
            to.forEach((partition, end) -> later.put(partition, end - records(partition) * most / all));
            return new Stretch(later, to, heldFrom);
        }
    }

    /** A consumer that reads long stretches. */
    public KafkaConsumer<byte[], byte[]> client() {
        // Beside a service at work: some megabytes in flight are enough to keep a processor busy.
        return client(2_000, 2 * 1024 * 1024);
    }

    private KafkaConsumer<byte[], byte[]> client(int records, int bytes) {
        return kafka.consumer(Map.ofEntries(
                Map.entry("enable.auto.commit", false),
                Map.entry("allow.auto.create.topics", false),
                Map.entry("auto.offset.reset", "earliest"),
                Map.entry("default.api.timeout.ms", 10_000),
                Map.entry("request.timeout.ms", 8_000),
                Map.entry("max.poll.records", records),
                Map.entry("fetch.max.bytes", 8 * 1024 * 1024),
                Map.entry("max.partition.fetch.bytes", bytes),
                Map.entry("receive.buffer.bytes", 1024 * 1024)));
    }

    /**
     * What was written since a moment, up to now.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
     * @throws io.amends.kit.failure.TransientFailure if no client can be made
     */
    public Stretch since(Instant moment) {
        try (KafkaConsumer<byte[], byte[]> client = client()) {
            List<TopicPartition> partitions = client.partitionsFor(Topics.DECIDED).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = client.endOffsets(partitions);
            long millis = Math.max(0, moment.toEpochMilli());
            Map<TopicPartition, OffsetAndTimestamp> first =
                    client.offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, p -> millis)));
            Map<TopicPartition, Long> from = new HashMap<>();
            for (TopicPartition partition : partitions) {
                OffsetAndTimestamp found = first.get(partition);
                from.put(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset());
            }
            return new Stretch(from, ends, heldFrom(client, partitions, moment));
        }
    }

    /**
     * A partition that begins at 0 has lost nothing; one that does not has everything since its first record. One that is
     * empty by now lost what was as old as what the others lost.
     */
    private @Nullable Instant heldFrom(
            KafkaConsumer<byte[], byte[]> client, Collection<TopicPartition> partitions, Instant moment) {
        Map<TopicPartition, Long> cut = client.beginningOffsets(partitions).entrySet().stream()
                .filter(begin -> begin.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, begin -> 0L));
        if (cut.isEmpty()) {
            return null;
        }
        Instant held = client.offsetsForTimes(cut).values().stream()
                .filter(Objects::nonNull)
                .map(first -> Instant.ofEpochMilli(first.timestamp()))
                .max(Instant::compareTo)
                .orElseGet(clock::instant);
        return held.isAfter(moment) ? held : null;
    }

    /** The values at these places; one that retention has taken meanwhile is left out. */
    Map<LogPlace, byte[]> at(Collection<LogPlace> places, Duration atMost) {
        Map<LogPlace, byte[]> found = new HashMap<>();
        Map<Integer, List<Long>> offsets = places.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        LogPlace::partition, Collectors.mapping(LogPlace::offset, Collectors.toList())));
        long until = System.nanoTime() + atMost.toNanos();
        try (KafkaConsumer<byte[], byte[]> client = client(1, 16 * 1024)) {
            offsets.forEach((number, wanted) -> {
                TopicPartition partition = new TopicPartition(Topics.DECIDED, number);
                client.assign(List.of(partition));
                wanted.stream().sorted().forEach(offset -> {
                    LogPlace place = new LogPlace(number, offset);
                    byte[] value = at(client, partition, offset, until);
                    if (value != null) {
                        found.put(place, value);
                    }
                });
            });
        }
        return found;
    }

    private static byte @Nullable [] at(
            KafkaConsumer<byte[], byte[]> client, TopicPartition partition, long offset, long until) {
        client.seek(partition, offset);
        while (System.nanoTime() < until) {
            Iterator<ConsumerRecord<byte[], byte[]>> polled = client.poll(POLL).iterator();
            if (polled.hasNext()) {
                ConsumerRecord<byte[], byte[]> record = polled.next();
                return record.offset() == offset ? record.value() : null;
            }
        }
        return null;
    }
}
