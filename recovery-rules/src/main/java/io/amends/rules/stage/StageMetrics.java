package io.amends.rules.stage;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the stage decided, and how long after the customer answered (G2). */
@ApplicationScoped
public class StageMetrics {
    static final String DECIDED = "amends.decided";
    static final String SUBMISSION_TO_DECISION = "amends.submission.to.decision";

    private static final Duration[] BUCKETS =
            Stream.of(1, 2, 5, 10, 30, 60, 300, 3600).map(Duration::ofSeconds).toArray(Duration[]::new);

    private final Map<Kind, Counter> decided = new EnumMap<>(Kind.class);
    private final Timer delay;

    public StageMetrics(MeterRegistry registry) {
        Arrays.stream(Kind.values()).forEach(kind -> decided.put(kind, registry.counter(DECIDED, "kind", kind.name())));
        delay = Timer.builder(SUBMISSION_TO_DECISION)
                .description("From the customer's answer to its decision, history left out")
                // Buckets, which add up over instances, and cost little for every event.
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    void published(List<RecoveryDecided> decisions) {
        for (RecoveryDecided decision : decisions) {
            Counter counter = decided.get(decision.kind());
            if (counter != null) {
                counter.increment();
            }
            Duration late = Duration.between(decision.response().submittedAt(), decision.decidedAt());
            if (!decision.history() && !late.isNegative()) {
                delay.record(late);
            }
        }
    }
}
