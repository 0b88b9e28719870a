package io.amends.ingest.sources;

import io.amends.contracts.OriginKind;
import io.amends.ingest.rhythm.WatchedOrigin;

/** A source within its portal. */
public record SourceId(String portal, String code) {
    /** The source as its silence is watched (A11). */
    WatchedOrigin watched() {
        return new WatchedOrigin(portal, OriginKind.SOURCE, code);
    }
}
