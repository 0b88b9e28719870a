package io.amends.contracts.api;

import io.amends.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** One example of every record that services exchange over HTTP, for the tests of whoever answers or asks with it. */
public final class GoldenApi {
    private static final String FOLDER = "/io/amends/contracts/golden/api/";

    private GoldenApi() {}

    /**
     * The example of a record of this package.
     *
     * @throws IllegalArgumentException if there is no example of it
     */
    public static <T> T of(Class<T> type) {
        try {
            return Json.read(bytes(type), type);
        } catch (IOException e) {
            throw new UncheckedIOException("the golden example of " + type.getSimpleName() + " cannot be read", e);
        }
    }

    /** The same as {@link #of}, as JSON. */
    public static byte[] bytes(Class<?> type) {
        try (InputStream file = GoldenApi.class.getResourceAsStream(FOLDER + type.getSimpleName() + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("no golden example of " + type.getSimpleName());
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the golden example of " + type.getSimpleName() + " is not there", e);
        }
    }
}
