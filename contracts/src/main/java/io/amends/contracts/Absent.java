package io.amends.contracts;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an absent JSON field becomes; Jackson hands null to the record's constructor for it. */
final class Absent {
    /** A few bytes such as 1e999999 would otherwise become megabytes, since numbers are written in full. */
    private static final int MOST_DIGITS = 100;

    private Absent() {}

    static <T> T or(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }

    static <T> List<T> orEmpty(@Nullable List<T> values) {
        if (values == null || values.isEmpty()) {
            return List.of();
        }
        for (T value : values) {
            if (value == null) {
                return values.stream().filter(Objects::nonNull).toList();
            }
        }
        return List.copyOf(values);
    }

    /**
     * Keeps the order the source gave, and drops keys whose value is null.
     *
     * @throws IllegalArgumentException if a number cannot be written in full, such as 1e-9999999
     */
    static <V> Map<String, V> withoutNulls(@Nullable Map<String, V> values) {
        if (values == null || values.isEmpty()) {
            return Map.of();
        }
        Map<String, V> kept = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Object number = value instanceof Answer.Score score ? score.value() : value;
            if (number instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) > MOST_DIGITS) {
                throw new IllegalArgumentException(name + " is too large or too fine a number");
            }
            if (value != null) {
                kept.put(name, value);
            }
        });
        return Collections.unmodifiableMap(kept);
    }
}
