package io.amends.ingest.sources.core;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request of a vendor's as it came.
 *
 * @param headers by their names in small letters
 * @param body the bytes, before anybody has read them
 */
public record Webhook(Map<String, String> headers, byte[] body) {

    public Webhook {
        Map<String, String> small = new TreeMap<>();
        headers.forEach((name, value) -> small.put(name.toLowerCase(Locale.ROOT), value));
        headers = small;
    }

    /** A header, whatever the case of its name. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** A header; the empty text where it is not there. */
    String text(String name) {
        String value = header(name);
        return value == null ? "" : value.strip();
    }
}
