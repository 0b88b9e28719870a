package io.amends.kit.lifecycle;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Once a service stops, nothing that ticks begins any more: it would find the container gone, and say so as an error. */
@ApplicationScoped
public class Ticks {

    /** First of all that stops, so that a tick already on its way is over before the others are done. */
    void stop(@Observes @Priority(1) ShutdownEvent event, Scheduler scheduler) {
        scheduler.pause();
    }
}
