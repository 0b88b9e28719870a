package io.amends.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.CloudEventHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Writes events in binary mode: those of one source at one time, so that what they share is encoded once. */
public final class EventHeaders {
    private static final Header SPECIFICATION = header(CloudEventHeaders.SPECIFICATION_VERSION, "1.0");
    private static final Header JSON = header(CloudEventHeaders.CONTENT_TYPE, "application/json");

    private final Header source;
    private final Header time;
    private @Nullable String typeName;
    private @Nullable Header type;

    /** @param source who publishes */
    public EventHeaders(String source, Instant time) {
        this.source = header(CloudEventHeaders.SOURCE, source);
        this.time = header(CloudEventHeaders.TIME, time.toString());
    }

    /** The record to send. */
    public ProducerRecord<byte[], byte @Nullable []> record(OutboundEvent event) {
        byte[] key = event.key().getBytes(UTF_8);
        List<Header> headers = new ArrayList<>(7);
        headers.add(SPECIFICATION);
        headers.add(header(CloudEventHeaders.ID, event.id()));
        headers.add(source);
        headers.add(time);
        if (event.subject() != null) {
            boolean same = event.subject().equals(event.key());
            headers.add(
                    same
                            ? new RecordHeader(CloudEventHeaders.SUBJECT, key)
                            : header(CloudEventHeaders.SUBJECT, event.subject()));
        }
        headers.add(JSON);
        headers.add(type(event.type())); // last, where who asks for nothing else finds it first
        return new ProducerRecord<>(event.topic(), null, key, event.data(), headers);
    }

    private Header type(String name) {
        if (type == null || !name.equals(typeName)) {
            typeName = name;
            type = header(CloudEventHeaders.TYPE, name);
        }
        return type;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
