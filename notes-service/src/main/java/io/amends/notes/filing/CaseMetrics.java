package io.amends.notes.filing;

import io.amends.contracts.EventTypes;
import io.amends.contracts.FollowUp;
import io.amends.notes.dossier.CaseEvent;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts what happened, once it is committed (G2): case and note events by type, follow-ups by result. */
@ApplicationScoped
public class CaseMetrics {
    private final MeterRegistry registry;

    CaseMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public void count(List<CaseEvent> events) {
        for (CaseEvent event : events) {
            if (event.data() instanceof FollowUp followUp) {
                FollowUp.SkipReason reason = followUp.reason();
                String result = reason == null ? "requested" : "skipped";
                registry.counter(
                                "amends.followups", "result", result, "reason", reason == null ? "none" : reason.name())
                        .increment();
            } else if (event.type().equals(EventTypes.CASE_NOTE_ADDED)) {
                registry.counter("amends.notes").increment();
            } else {
                String step = event.type().substring(event.type().lastIndexOf('.') + 1);
                registry.counter("amends.cases", "step", step).increment();
            }
        }
    }
}
