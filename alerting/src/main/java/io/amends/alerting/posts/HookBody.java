package io.amends.alerting.posts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.amends.contracts.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** The body of a webhook, as Standard Webhooks has it: an event's own type and data. */
final class HookBody {
    private HookBody() {}

    /** @param data JSON, which stays as it is to the byte */
    static byte[] of(String type, Instant at, byte[] data) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(data.length + 100);
        try (JsonGenerator json = Json.MAPPER.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            json.writeStringField("timestamp", at.toString());
            json.writeFieldName("data");
            json.writeRawValue(new String(data, java.nio.charset.StandardCharsets.UTF_8));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toByteArray();
    }
}
