package io.amends.kit.inbound;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

    private final Supplier<List<Consumers.Running>> consumers;
    private final Runnable end;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(r -> {
        Thread thread = new Thread(r, "consumers-alive");
        thread.setDaemon(true);
        return thread;
    });
    private long unwellSeconds;

    @Inject
    ConsumersAlive(Consumers consumers) {
        this(consumers::running, () -> Quarkus.asyncExit(1));
    }

    /** @param end ends this process */
    ConsumersAlive(Supplier<List<Consumers.Running>> consumers, Runnable end) {
        this.consumers = consumers;
        this.end = end;
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
        for (Consumers.Running consumer : consumers.get()) {
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

    /** Called every five seconds; what is unwell at each look for a minute ends the process. */
    void check() {
        boolean unwell = consumers.get().stream().anyMatch(c -> c.pulse.complaint() != null);
        unwellSeconds = unwell ? unwellSeconds + CHECK_SECONDS : 0;
        if (unwellSeconds >= BOUND.toSeconds()) {
            LOG.fatal("a consumer is dead or stuck: ending this process, so that it is started anew");
            end.run();
        }
    }
}
