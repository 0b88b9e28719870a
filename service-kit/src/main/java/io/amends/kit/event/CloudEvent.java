package io.amends.kit.event;

import io.amends.contracts.Json;
import io.amends.kit.failure.PermanentFailure;
import java.io.IOException;

/**
 * A CloudEvent 1.0 as far as it counts here, read from binary or structured mode.
 *
 * @param id with source the identity of the delivery
 * @param data the JSON payload as it came
 */
public record CloudEvent(String id, String source, String type, byte[] data) {

    /**
     * Reads the payload.
     *
     * @throws PermanentFailure if it is not JSON or not of that shape
     */
    public <T> T read(Class<T> shape) {
        try {
            T value = Json.read(data, shape);
            if (value == null) {
                throw new PermanentFailure("the event's data is null");
            }
            return value;
        } catch (IOException e) {
            throw new PermanentFailure("the event's data is not a " + shape.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
