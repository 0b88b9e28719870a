package io.amends.ingest.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Rows as JSON text, for {@code json_to_recordset} and {@code row_to_json}. */
final class Rows {

    private Rows() {}

    static String write(Object rows) {
        return new String(Json.write(rows), UTF_8);
    }

    static <T> T read(String row, Class<T> type) {
        try {
            return Json.read(row.getBytes(UTF_8), type);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored row cannot be read", e);
        }
    }
}
