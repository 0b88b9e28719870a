package io.amends.contracts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an absent JSON field becomes; Jackson hands null to the record's constructor for it. */
final class Absent {
    private Absent() {}

    static <T> T or(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }

    static <T> List<T> orEmpty(@Nullable List<T> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    /** Keeps the order the source gave, and drops keys whose value is null. */
    static <V> Map<String, V> withoutNulls(@Nullable Map<String, V> values) {
        if (values == null) {
            return Map.of();
        }
        Map<String, V> kept = new LinkedHashMap<>(values);
        kept.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(kept);
    }
}
