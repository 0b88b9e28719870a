package io.amends.guilty.core;

import java.time.Instant;

/** Breaks the rule of the given time on purpose. */
record AsksForTheTime(Instant at) {
    AsksForTheTime() {
        this(Instant.now());
    }
}
