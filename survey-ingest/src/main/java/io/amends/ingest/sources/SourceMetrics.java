package io.amends.ingest.sources;

import io.amends.contracts.api.SourceOutcome;
import io.amends.contracts.directory.SourceVendor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** What sources are counted by (G2). */
@ApplicationScoped
public class SourceMetrics {
    private static final String VENDOR = "vendor";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;
    private final AtomicLong backlog = new AtomicLong();

    SourceMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("amends.sources.backlog", backlog, AtomicLong::get).register(registry);
        for (SourceVendor vendor : SourceVendor.values()) {
            unsigned(vendor, 0); // it is there from the start, at 0, so that an alert sees the first one
        }
    }

    /** A webhook was put on its topic. */
    void received(SourceVendor vendor) {
        registry.counter("amends.sources.received", VENDOR, word(vendor)).increment();
    }

    /** A webhook was refused since its signature was wrong. */
    void unsigned(SourceVendor vendor, int count) {
        registry.counter("amends.sources.unsigned", VENDOR, word(vendor)).increment(count);
    }

    /** An event came to an outcome. */
    void delivered(SourceOutcome outcome) {
        registry.counter("amends.sources.deliveries", OUTCOME, word(outcome)).increment();
    }

    /** A call to the API of a vendor ended. */
    void fetched(String outcome) {
        registry.counter("amends.sources.fetches", OUTCOME, outcome).increment();
    }

    /** So many responses wait to be fetched, of all portals. */
    void backlog(long waiting) {
        backlog.set(waiting);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
