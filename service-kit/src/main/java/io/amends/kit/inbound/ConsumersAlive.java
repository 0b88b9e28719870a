package io.amends.kit.inbound;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/** No zombie: a consumer that died or is stuck turns health off, and after a bound ends the process. */
@ApplicationScoped
@Liveness
@Default
public class ConsumersAlive implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(ConsumersAlive.class);
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final long CHECK_SECONDS = 5;

    private final Consumers consumers;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(r -> {
        Thread thread = new Thread(r, "consumers-alive");
        thread.setDaemon(true);
        return thread;
    });
    private long unwellSeconds;

    ConsumersAlive(Consumers consumers) {
        this.consumers = consumers;
    }

    void start(@Observes StartupEvent event) {
        watch.scheduleAtFixedRate(this::check, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        watch.shutdownNow();
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("consumers").up();
        for (Consumers.Running consumer : consumers.running()) {
            String complaint = consumer.pulse.complaint();
            if (complaint != null) {
                response.down().withData(consumer.name, complaint);
            } else {
                String doing = consumer.pulse.isRetrying() ? "retrying" : "well";
                response.withData(consumer.name, doing + ", lag " + consumer.pulse.lag());
            }
        }
        return response.build();
    }

    private void check() {
        boolean unwell = consumers.running().stream().anyMatch(c -> c.pulse.complaint() != null);
        unwellSeconds = unwell ? unwellSeconds + CHECK_SECONDS : 0;
        if (unwellSeconds >= BOUND.toSeconds()) {
            LOG.fatal("a consumer is dead or stuck: ending this process, so that it is started anew");
            Quarkus.asyncExit(1);
        }
    }
}
