package io.amends.ingest.rhythm;

import io.amends.contracts.OriginKind;
import java.util.Comparator;

/**
 * What is watched for its silence (A11).
 *
 * @param id a source's code, a key's id, or the {@code source} of CloudEvents
 */
public record WatchedOrigin(String portal, OriginKind kind, String id) implements Comparable<WatchedOrigin> {
    private static final Comparator<WatchedOrigin> SORTED = Comparator.comparing(WatchedOrigin::portal)
            .thenComparing(WatchedOrigin::kind)
            .thenComparing(WatchedOrigin::id);

    @Override
    public int compareTo(WatchedOrigin other) {
        return SORTED.compare(this, other);
    }
}
