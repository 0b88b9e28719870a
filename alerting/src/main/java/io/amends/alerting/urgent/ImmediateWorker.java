package io.amends.alerting.urgent;

import io.amends.alerting.delivery.DeliveryWorkers;
import io.amends.kit.database.Migrations;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.lifecycle.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** The thread that looks for what is to be told at once, each second (C7). */
@ApplicationScoped
public class ImmediateWorker {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final ImmediateAlerts alerts;
    private final DirectoryView directory;
    private final Migrations migrations;
    private final DeliveryWorkers deliveries;
    private final Worker worker = new Worker("immediate-alerts", "immediate alerts wait", this::work);

    ImmediateWorker(
            ImmediateAlerts alerts, DirectoryView directory, Migrations migrations, DeliveryWorkers deliveries) {
        this.alerts = alerts;
        this.directory = directory;
        this.migrations = migrations;
        this.deliveries = deliveries;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop(DRAIN);
    }

    private void work(Worker self) throws InterruptedException {
        boolean more = false;
        // A directory read in part would have portals without their contacts.
        if (migrations.await(LOOK.toMillis()) && directory.call().getStatus() == HealthCheckResponse.Status.UP) {
            more = alerts.look();
            if (alerts.tell()) {
                deliveries.wake();
                more = true;
            }
        }
        if (!more) {
            self.rest(LOOK);
        }
    }
}
