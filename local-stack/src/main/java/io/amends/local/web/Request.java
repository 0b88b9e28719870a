package io.amends.local.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An HTTP request, as far as the local stack's small servers need it.
 *
 * @param groups what the route's pattern caught, from 1 as in the pattern
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(String path, List<String> groups, Map<String, String> query, String contentType, byte[] body) {
    public String group(int number) {
        return groups.get(number - 1);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A whole number of the query, or the default where it is absent or no number. */
    public int number(String name, int otherwise) {
        try {
            return Integer.parseInt(query.getOrDefault(name, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Reads {@code a=1&b=2}, the form of a query and of a posted form; of a repeated name the first counts. */
    public static Map<String, String> form(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                fields.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
