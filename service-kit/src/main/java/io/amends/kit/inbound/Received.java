package io.amends.kit.inbound;

import io.amends.kit.event.CloudEvent;
import io.amends.kit.event.CloudEvents;
import io.amends.kit.failure.PermanentFailure;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One record as it was polled.
 *
 * @param acceptedAt the record's time; on topics with broker time, when Kafka took it
 */
public record Received(
        String topic,
        int partition,
        long offset,
        Instant acceptedAt,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers) {

    /** The record as it was polled. */
    public static Received of(ConsumerRecord<byte[], byte[]> record) {
        return new Received(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                record.value(),
                record.headers());
    }

    /**
     * The CloudEvent in it.
     *
     * @throws PermanentFailure if there is none
     */
    public CloudEvent event() {
        return CloudEvents.read(headers, value);
    }
}
