package io.amends.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** One example of every event's data, for the tests of whoever reads that event. */
public final class Golden {
    private Golden() {}

    /**
     * A fresh tree of the example's data.
     *
     * @param type one of {@link EventTypes}
     * @throws IllegalArgumentException if there is no example of that type
     */
    public static JsonNode of(String type) {
        try {
            return Json.MAPPER.readTree(bytes(type));
        } catch (IOException e) {
            throw new UncheckedIOException("the golden example of " + type + " is not JSON", e);
        }
    }

    /** The same as {@link #of}, as the bytes of a record's value. */
    public static byte[] bytes(String type) {
        try (InputStream file = Golden.class.getResourceAsStream("golden/" + type + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("no golden example of " + type);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the golden example of " + type + " cannot be read", e);
        }
    }
}
