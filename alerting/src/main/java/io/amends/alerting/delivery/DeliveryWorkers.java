package io.amends.alerting.delivery;

import io.amends.kit.database.Migrations;
import io.amends.kit.lifecycle.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The threads that claim and send, one delivery at a time each. At shutdown what is being sent is finished. */
@ApplicationScoped
public class DeliveryWorkers {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final BeingRendered claims;
    private final DigestSender sender;
    private final Migrations migrations;
    private final List<Worker> workers;

    DeliveryWorkers(
            BeingRendered claims,
            DigestSender sender,
            Migrations migrations,
            @ConfigProperty(name = "amends.delivery.workers") int count) {
        this.claims = claims;
        this.sender = sender;
        this.migrations = migrations;
        this.workers = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Worker("delivery-" + i, "deliveries wait", this::deliver))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        workers.forEach(Worker::start);
    }

    void stop(@Observes ShutdownEvent event) {
        Worker.stop(workers, DRAIN);
    }

    /** Says that there is something to send; they would look by themselves within a second. */
    public void wake() {
        workers.forEach(Worker::wake);
    }

    private void deliver(Worker self) throws InterruptedException {
        // Mail providers are found by the context class loader.
        Thread.currentThread().setContextClassLoader(DeliveryWorkers.class.getClassLoader());
        Optional<Claim> claim = migrations.await(LOOK.toMillis()) ? claims.claim() : Optional.empty();
        if (claim.isPresent()) {
            sender.send(claim.get());
        } else {
            self.rest(LOOK);
        }
    }
}
