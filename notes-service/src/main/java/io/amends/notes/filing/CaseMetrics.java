package io.amends.notes.filing;

import io.amends.contracts.FollowUp;
import io.amends.notes.dossier.CaseEvent;
import io.micrometer.core.instrument.Counter;
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
            counter(event).increment();
        }
    }

    private Counter counter(CaseEvent event) {
        return switch (event.kind()) {
            case OPENED -> step("opened");
            case MOVED -> step("moved");
            case REOPENED -> step("reopened");
            case CLOSED -> step("closed");
            case NOTE_ADDED -> registry.counter("amends.notes");
            case FOLLOW_UP_REQUESTED -> followUp("requested", "none");
            case FOLLOW_UP_SKIPPED -> followUp("skipped", String.valueOf(((FollowUp) event.data()).reason()));
        };
    }

    private Counter step(String step) {
        return registry.counter("amends.cases", "step", step);
    }

    private Counter followUp(String result, String reason) {
        return registry.counter("amends.followups", "result", result, "reason", reason);
    }
}
