package io.amends.ingest.replay;

import io.amends.ingest.replay.core.ReplayTally.Found;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What replays are counted by (G2). */
@ApplicationScoped
class ReplayMetrics {
    private final MeterRegistry registry;

    ReplayMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** So much more was found. */
    void read(boolean dryRun, Found before, Found after) {
        count(dryRun, "unchanged", after.unchanged() - before.unchanged());
        count(dryRun, "changed", after.changed().count() - before.changed().count());
        count(dryRun, "another", after.another().count() - before.another().count());
        count(dryRun, "refused", after.refused() - before.refused());
    }

    private void count(boolean dryRun, String outcome, long bodies) {
        registry.counter("amends.sources.replayed", "outcome", outcome, "applied", Boolean.toString(!dryRun))
                .increment((double) bodies);
    }
}
