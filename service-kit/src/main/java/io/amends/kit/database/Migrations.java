package io.amends.kit.database;

import io.amends.kit.failure.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date as soon as the database answers. A service starts without its database: what needs no
 * database works meanwhile, and what needs one waits here.
 */
@ApplicationScoped
@Readiness
@Default
public class Migrations implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(Migrations.class);
    private static final long RETRY_MILLIS = 1_000;

    private final Instance<Flyway> flyway;
    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);

    Migrations(Instance<Flyway> flyway) {
        this.flyway = flyway;
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        if (!tryOnce()) {
            Thread thread = new Thread(this::keepTrying, "migrations");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Waits until the schema is there. Returns false if that took longer. */
    public boolean await(long millis) throws InterruptedException {
        return done.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema").status(done.getCount() == 0).build();
    }

    private void keepTrying() {
        try {
            while (!stopping.await(RETRY_MILLIS, TimeUnit.MILLISECONDS) && !tryOnce()) {
                LOG.debug("waiting for the database");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryOnce() {
        try {
            flyway.get().migrate();
            done.countDown();
            return true;
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                throw e;
            }
            LOG.warnf("the database does not answer yet: %s", Failures.said(e));
            return false;
        }
    }
}
