package io.amends.kit.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The pulses of all consumers of this process, whoever polls for them. */
@ApplicationScoped
public class Pulses {
    private final Map<String, ConsumerPulse> pulses = new ConcurrentSkipListMap<>();
    private final Clock clock;
    private final MeterRegistry metrics;

    Pulses(Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The pulse of the consumer of that name; it begins with the first call. */
    public ConsumerPulse of(String consumer) {
        return pulses.computeIfAbsent(consumer, name -> new ConsumerPulse(name, clock, metrics));
    }

    Collection<ConsumerPulse> all() {
        return pulses.values();
    }
}
