package io.amends.kit.inbound;

import io.quarkus.runtime.Quarkus;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
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

    private final Supplier<Collection<ConsumerPulse>> pulses;
    private final Runnable end;
    private long unwellSeconds;

    @Inject
    ConsumersAlive(Pulses pulses) {
        this(pulses::all, () -> Quarkus.asyncExit(1));
    }

    /** @param end ends this process */
    ConsumersAlive(Supplier<Collection<ConsumerPulse>> pulses, Runnable end) {
        this.pulses = pulses;
        this.end = end;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("consumers").up();
        for (ConsumerPulse pulse : pulses.get()) {
            String complaint = pulse.complaint();
            if (complaint != null) {
                response.down().withData(pulse.consumer(), complaint);
            } else {
                String doing = pulse.isRetrying() ? "retrying" : "well";
                response.withData(pulse.consumer(), doing + ", lag " + pulse.lag());
            }
        }
        return response.build();
    }

    /** What is unwell at each look for a minute ends the process. */
    @Scheduled(every = CHECK_SECONDS + "s", delayed = CHECK_SECONDS + "s")
    void check() {
        boolean unwell = pulses.get().stream().anyMatch(pulse -> pulse.complaint() != null);
        unwellSeconds = unwell ? unwellSeconds + CHECK_SECONDS : 0;
        if (unwellSeconds >= BOUND.toSeconds()) {
            LOG.fatal("a consumer is dead or stuck: ending this process, so that it is started anew");
            end.run();
        }
    }
}
