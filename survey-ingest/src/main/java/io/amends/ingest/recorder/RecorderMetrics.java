package io.amends.ingest.recorder;

import io.amends.kit.metrics.MetricNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What the recorder counts (G2); scraped as {@code amends_ingest_…_total}. */
@ApplicationScoped
public class RecorderMetrics {
    private final Counter recorded;
    private final Counter stale;
    private final Counter quarantined;
    private final Counter repeated;
    private final Counter inboxHits;
    private final Counter conflicts;
    private final Counter healed;

    RecorderMetrics(MeterRegistry registry) {
        recorded = registry.counter("amends.ingest.recorded");
        stale = registry.counter("amends.ingest.stale");
        quarantined = registry.counter("amends.ingest.quarantined");
        repeated = registry.counter("amends.ingest.duplicates");
        inboxHits = registry.counter(MetricNames.INBOX_HITS, "consumer", RecorderStep.NAME);
        conflicts = registry.counter("amends.ingest.conflicts");
        healed = registry.counter("amends.ingest.healed");
    }

    void recorded(int versions, int staleOnes, int quarantinedOnes) {
        recorded.increment(versions);
        stale.increment(staleOnes);
        quarantined.increment(quarantinedOnes);
    }

    void repeated(int deliveries, int conflicting) {
        repeated.increment(deliveries);
        inboxHits.increment(deliveries);
        conflicts.increment(conflicting);
    }

    void healed(int responses) {
        healed.increment(responses);
    }
}
