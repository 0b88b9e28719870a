package io.amends.ingest.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Rows as JSON, many in one statement: they go as the bytes of {@code json_to_recordset} ({@link #GIVEN}) and come as the
 * text of {@code row_to_json}. Neither side turns them into a string of its own on the way there.
 */
final class Rows {
    /** In SQL: the rows that are bound as {@code :rows}. */
    static final String GIVEN = "json_to_recordset(CAST(convert_from(:rows, 'UTF8') AS json))";

    private Rows() {}

    /** The rows as UTF-8; a survey's fields that are null are left out, and are null again for who reads. */
    static byte[] write(Object rows) {
        return Json.event(rows);
    }

    static <T> T read(String row, Class<T> type) {
        try {
            return Json.read(row.getBytes(UTF_8), type);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored row cannot be read", e);
        }
    }
}
