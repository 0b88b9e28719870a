package io.amends.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.kit.failure.PermanentFailure;
import java.io.IOException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The Kafka binding of CloudEvents: reads binary and structured mode. {@link EventHeaders} writes binary mode. */
public final class CloudEvents {
    private static final String STRUCTURED = "application/cloudevents+json";

    private CloudEvents() {}

    /**
     * Reads a record's event. Only id, source and type are needed.
     *
     * @throws PermanentFailure if it is no CloudEvent
     */
    public static CloudEvent read(Headers headers, byte @Nullable [] value) {
        Attributes found = new Attributes(headers);
        String contentType = text(found.contentType);
        if (contentType != null && contentType.startsWith(STRUCTURED)) {
            return structured(value);
        }
        if (found.id == null && found.type == null) {
            // A plain client that sets no headers at all can still send structured events.
            return structured(value);
        }
        return new CloudEvent(
                needed(text(found.id), "ce_id"),
                needed(text(found.source), "ce_source"),
                needed(text(found.type), "ce_type"),
                value == null ? new byte[0] : value);
    }

    /** The headers of binary mode, found in one pass; of several of one name the last counts. */
    private static final class Attributes {
        private @Nullable Header contentType;
        private @Nullable Header id;
        private @Nullable Header source;
        private @Nullable Header type;

        private Attributes(Headers headers) {
            for (Header header : headers) {
                switch (header.key()) {
                    case "content-type" -> contentType = header;
                    case "ce_id" -> id = header;
                    case "ce_source" -> source = header;
                    case "ce_type" -> type = header;
                    default -> {}
                }
            }
        }
    }

    /** A header's text, or null. */
    public static @Nullable String text(Headers headers, String name) {
        return text(headers.lastHeader(name));
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static CloudEvent structured(byte @Nullable [] value) {
        if (value == null) {
            throw new PermanentFailure("the record has no value and no CloudEvents headers");
        }
        JsonNode event;
        try {
            event = Json.MAPPER.readTree(value);
        } catch (IOException e) {
            throw new PermanentFailure("neither a CloudEvent with headers nor JSON: " + e.getMessage(), e);
        }
        JsonNode data = event.path("data");
        if (data.isMissingNode()) {
            throw new PermanentFailure("the CloudEvent has no data (and no ce_id header names a binary one)");
        }
        return new CloudEvent(
                needed(event.path("id").textValue(), "id"),
                needed(event.path("source").textValue(), "source"),
                needed(event.path("type").textValue(), "type"),
                Json.write(data));
    }

    private static String needed(@Nullable String value, String name) {
        if (value == null || value.isBlank() || value.length() > 1000) {
            throw new PermanentFailure("the CloudEvent needs " + name + " (1 to 1000 characters)");
        }
        return value;
    }
}
