package io.amends.rules.versions;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The portals whose current rules this process cannot read, as when a newer Amends has published a kind of clause that this
 * one does not know. Thread-safe.
 */
final class UnreadableRules {
    static final String UNREADABLE = "amends.rules.unreadable";

    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final MultiGauge gauge;

    UnreadableRules(MeterRegistry metrics) {
        this.gauge = MultiGauge.builder(UNREADABLE)
                .description("1 for each portal whose current rules this process cannot read")
                .register(metrics);
    }

    /**
     * A version of a portal cannot be read.
     *
     * @return whether that was not known
     */
    boolean add(String cpc, long version) {
        Long known = versions.get(cpc);
        if (known != null && known >= version) {
            return false;
        }
        versions.put(cpc, version);
        measure();
        return true;
    }

    /** A version of a portal decides: no earlier one matters any more. */
    void decides(String cpc, long version) {
        if (versions.getOrDefault(cpc, Long.MAX_VALUE) <= version) {
            versions.computeIfPresent(cpc, (portal, unreadable) -> unreadable <= version ? null : unreadable);
            measure();
        }
    }

    /** The version that cannot be read, of each such portal. */
    Map<String, Long> versions() {
        return Map.copyOf(versions);
    }

    private synchronized void measure() {
        gauge.register(
                versions.keySet().stream()
                        .map(cpc -> Row.of(Tags.of("portal", cpc), 1))
                        .toList(),
                true);
    }
}
