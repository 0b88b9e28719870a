package io.amends.kit.database;

import io.amends.kit.failure.Failures;
import io.amends.kit.lifecycle.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date as soon as the database answers. A service starts without its database: what needs no
 * database works meanwhile, and what needs one waits here.
 */
@ApplicationScoped
@Readiness
@Default
public class Migrations implements HealthCheck {
    private static final Duration DRAIN = Duration.ofSeconds(1);

    private final Instance<Flyway> flyway;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Worker worker = new Worker("migrations", "the database does not answer yet", this::migrate);

    Migrations(Instance<Flyway> flyway) {
        this.flyway = flyway;
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        try {
            migrate(worker);
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                throw e;
            }
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop(DRAIN);
    }

    /** Waits until the schema is there. Returns false if that took longer. */
    public boolean await(long millis) throws InterruptedException {
        return done.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema").status(done.getCount() == 0).build();
    }

    private void migrate(Worker self) {
        flyway.get().migrate();
        done.countDown();
        self.end();
    }
}
