package io.amends.dashboard.responses;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The newest of what a batch says about each row: one statement cannot change a row twice. */
final class Newest {
    private Newest() {}

    /**
     * The highest version for each key; of the same version what came first, as everywhere.
     *
     * @param key which row it is about
     */
    static <T> Collection<T> of(Stream<T> all, Function<T, List<String>> key, ToLongFunction<T> version) {
        Map<List<String>, T> newest = new LinkedHashMap<>();
        all.forEach(one ->
                newest.merge(key.apply(one), one, (a, b) -> version.applyAsLong(b) > version.applyAsLong(a) ? b : a));
        return newest.values();
    }
}
