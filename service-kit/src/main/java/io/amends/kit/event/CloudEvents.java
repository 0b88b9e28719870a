package io.amends.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.CloudEventHeaders;
import io.amends.contracts.Json;
import io.amends.contracts.JsonFault;
import io.amends.contracts.StorableText;
import io.amends.kit.failure.PermanentFailure;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The Kafka binding of CloudEvents: reads binary and structured mode. {@link EventHeaders} writes binary mode. */
public final class CloudEvents {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String ANY_STRUCTURED = "application/cloudevents";
    private static final int LONGEST = 1_000;
    // What one entry of a database index holds: id and source tell deliveries apart.
    private static final int LARGEST_IDENTITY = 2_000;

    private CloudEvents() {}

    /**
     * Reads a record's event. Only id, source and type are needed.
     *
     * @throws PermanentFailure if it is no CloudEvent
     */
    public static CloudEvent read(Headers headers, byte @Nullable [] value) {
        Attributes found = new Attributes(headers);
        String mediaType = mediaType(text(found.contentType));
        if (mediaType.equals(STRUCTURED)) {
            return structured(value);
        }
        if (mediaType.startsWith(ANY_STRUCTURED)) {
            throw new PermanentFailure("the record's content-type is " + mediaType + ": one event a record, as "
                    + STRUCTURED + ", is read");
        }
        if (found.id == null && found.type == null) {
            // A plain client that sets no headers at all can still send structured events.
            return structured(value);
        }
        return told(new CloudEvent(
                needed(exactly(found.id, CloudEventHeaders.ID), CloudEventHeaders.ID),
                needed(exactly(found.source, CloudEventHeaders.SOURCE), CloudEventHeaders.SOURCE),
                needed(text(found.type), CloudEventHeaders.TYPE),
                value == null ? new byte[0] : value));
    }

    /** An event that can be told from others. */
    private static CloudEvent told(CloudEvent event) {
        String identity = event.source() + event.id();
        if (identity.length() > LARGEST_IDENTITY / 3 && identity.getBytes(UTF_8).length > LARGEST_IDENTITY) {
            throw new PermanentFailure(
                    "id and source of an event have at most " + LARGEST_IDENTITY + " bytes together");
        }
        return event;
    }

    /** The headers of binary mode, found in one pass; of several of one name the last counts. Case does not matter. */
    private static final class Attributes {
        private @Nullable Header contentType;
        private @Nullable Header id;
        private @Nullable Header source;
        private @Nullable Header type;

        private Attributes(Headers headers) {
            for (Header header : headers) {
                if (!known(header, header.key())) {
                    known(header, header.key().toLowerCase(Locale.ROOT));
                }
            }
        }

        private boolean known(Header header, String name) {
            switch (name) {
                case CloudEventHeaders.CONTENT_TYPE -> contentType = header;
                case CloudEventHeaders.ID -> id = header;
                case CloudEventHeaders.SOURCE -> source = header;
                case CloudEventHeaders.TYPE -> type = header;
                default -> {
                    return false;
                }
            }
            return true;
        }
    }

    /** A header's text, or null. */
    public static @Nullable String text(Headers headers, String name) {
        return text(headers.lastHeader(name));
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** Of what tells events apart: two that are no UTF-8 could be the same after reading. */
    private static @Nullable String exactly(@Nullable Header header, String name) {
        String text = text(header);
        if (text != null
                && header != null
                && text.indexOf('\uFFFD') >= 0
                && !Arrays.equals(text.getBytes(UTF_8), header.value())) {
            throw new PermanentFailure("the CloudEvent's " + name + " is not UTF-8");
        }
        return text;
    }

    /** Without its parameters, such as a charset: JSON is in UTF-8. */
    private static String mediaType(@Nullable String contentType) {
        String all = contentType == null ? "" : contentType;
        int parameters = all.indexOf(';');
        return (parameters < 0 ? all : all.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static CloudEvent structured(byte @Nullable [] value) {
        if (value == null) {
            throw new PermanentFailure("the record has no value and no CloudEvents headers");
        }
        JsonNode event;
        try {
            event = Json.MAPPER.readTree(value);
        } catch (IOException e) {
            throw new PermanentFailure("a record without CloudEvents headers " + JsonFault.phrase(e), e);
        }
        if (!event.isObject()) {
            throw new PermanentFailure("a record without CloudEvents headers must be a JSON object");
        }
        return told(new CloudEvent(
                needed(event.path("id").textValue(), "id"),
                needed(event.path("source").textValue(), "source"),
                needed(event.path("type").textValue(), "type"),
                data(event)));
    }

    private static byte[] data(JsonNode event) {
        JsonNode data = event.path("data");
        JsonNode encoded = event.path("data_base64");
        boolean binary = !encoded.isMissingNode() && !encoded.isNull();
        if (binary && !data.isMissingNode() && !data.isNull()) {
            throw new PermanentFailure("the CloudEvent has both data and data_base64");
        }
        String mediaType = mediaType(event.path("datacontenttype").textValue());
        if (!mediaType.isEmpty() && !mediaType.contains("json") && !mediaType.equals("application/octet-stream")) {
            throw new PermanentFailure("the CloudEvent's data is " + mediaType + ", and JSON is read here");
        }
        if (binary) {
            return decoded(encoded);
        }
        if (data.isMissingNode()) {
            throw new PermanentFailure("the CloudEvent has no data (and no ce_id header names a binary one)");
        }
        // No event's data is a text here: one that looks like an object is an object that was written out twice.
        return data.isTextual() && data.textValue().stripLeading().startsWith("{")
                ? data.textValue().getBytes(UTF_8)
                : Json.write(data);
    }

    private static byte[] decoded(JsonNode encoded) {
        // Line breaks and the alphabet of addresses are met; the decoder passes over whatever else it does not know.
        String text = encoded.isTextual()
                ? encoded.textValue().replaceAll("\\s", "").replace('-', '+').replace('_', '/')
                : "no base64";
        try {
            return Base64.getDecoder().decode(text.getBytes(UTF_8));
        } catch (IllegalArgumentException e) {
            throw new PermanentFailure("the CloudEvent's data_base64 is not base64", e);
        }
    }

    private static String needed(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new PermanentFailure("the CloudEvent needs " + name + ", a text of 1 to " + LONGEST + " characters");
        }
        String fault = StorableText.fault(value, LONGEST);
        if (fault != null) {
            throw new PermanentFailure("the CloudEvent's " + name + " " + fault);
        }
        return value;
    }
}
