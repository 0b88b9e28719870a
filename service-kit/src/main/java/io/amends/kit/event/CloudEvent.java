package io.amends.kit.event;

import io.amends.contracts.Json;
import io.amends.contracts.JsonFault;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableJson;
import io.amends.kit.failure.PermanentFailure;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent 1.0 as far as it counts here, read from binary or structured mode.
 *
 * @param id with source the identity of the delivery
 * @param data the JSON payload as it came
 */
public record CloudEvent(String id, String source, String type, byte[] data) {

    /**
     * Reads the payload as a service of ours wrote it.
     *
     * @throws PermanentFailure if it is not JSON or not of that shape
     */
    public <T> T read(Class<T> shape) {
        try {
            return present(Json.read(data, shape));
        } catch (IOException e) {
            throw refused(List.of(JsonFault.of(e)), e);
        }
    }

    /**
     * Reads the payload as somebody else sent it: its texts are checked as they are over HTTP.
     *
     * @throws PermanentFailure if it is not JSON, not of that shape, or cannot be stored
     */
    public <T> T readSent(Class<T> shape) {
        try {
            StorableJson sent = StorableJson.mended(Json.MAPPER.readTree(data));
            if (!sent.ok()) {
                throw refused(sent.errors(), null);
            }
            return present(Json.MAPPER.treeToValue(sent.json(), shape));
        } catch (IOException e) {
            throw refused(List.of(JsonFault.of(e)), e);
        }
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new PermanentFailure("the event's data is null");
        }
        return value;
    }

    private static PermanentFailure refused(List<Reason> reasons, @Nullable IOException cause) {
        String reason = "the event's data cannot be used: " + Reason.phrases(reasons);
        return cause == null ? new PermanentFailure(reason) : new PermanentFailure(reason, cause);
    }
}
