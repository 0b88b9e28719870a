package io.amends.dashboard.responses;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Json;
import java.io.IOException;

/** Records in and out of {@code jsonb} columns. */
final class JsonColumn {
    private JsonColumn() {}

    /** A record as text for a column. PostgreSQL's JSON cannot hold the NUL character, which only hostile texts have. */
    static String of(Object value) {
        String json = new String(Json.write(value), UTF_8);
        return json.contains("\\u0000") ? json.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000", "$1") : json;
    }

    static <T> T read(String column, Class<T> type) {
        try {
            return Json.read(column.getBytes(UTF_8), type);
        } catch (IOException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }
}
