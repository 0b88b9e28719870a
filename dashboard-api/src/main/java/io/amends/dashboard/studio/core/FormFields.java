package io.amends.dashboard.studio.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a form posts: names with one or more values. Read here and not by the platform, whose forms end at a thousand
 * fields, which a large rule has.
 */
public final class FormFields {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * Reads a body of {@code application/x-www-form-urlencoded}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static FormFields read(String body) {
        FormFields fields = new FormFields();
        for (String pair : body.split("&")) {
            int equal = pair.indexOf('=');
            if (equal > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equal), UTF_8),
                        URLDecoder.decode(pair.substring(equal + 1), UTF_8));
            }
        }
        return fields;
    }

    /** Adds a value. */
    public FormFields put(String name, String value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        return this;
    }

    /** The first value; null without. */
    public @Nullable String first(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.get(0);
    }

    /** The first value; empty without. */
    public String text(String name) {
        String first = first(name);
        return first == null ? "" : first;
    }

    /** The first value without blanks around it; null without, and where it is blank. */
    public @Nullable String given(String name) {
        String given = text(name).strip();
        return given.isEmpty() ? null : given;
    }

    /** All values, in their order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** All names, in their order. */
    public Set<String> names() {
        return values.keySet();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The fields, as a browser would post them. */
    public String body() {
        return values.entrySet().stream()
                .flatMap(e -> e.getValue().stream()
                        .map(v -> URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(v, UTF_8)))
                .collect(Collectors.joining("&"));
    }
}
