package io.amends.alerting.delivery;

import io.amends.alerting.delivery.DeliveryStore.DeliveryCount;
import io.amends.contracts.Delivered;
import io.amends.contracts.api.DeliveryState;
import io.amends.kit.failure.Failures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Deliveries by state and channel, for ops (G2). */
@ApplicationScoped
public class DeliveryGauges {
    private static final Logger LOG = Logger.getLogger(DeliveryGauges.class);

    private final Jdbi jdbi;
    private final DeliveryStore deliveries;
    private final MultiGauge gauge;

    DeliveryGauges(Jdbi jdbi, DeliveryStore deliveries, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.deliveries = deliveries;
        this.gauge = MultiGauge.builder("amends.deliveries").register(metrics);
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try {
            List<DeliveryCount> counts = jdbi.withHandle(deliveries::counts);
            gauge.register(
                    Arrays.stream(Delivered.Channel.values())
                            .flatMap(channel -> Arrays.stream(DeliveryState.values())
                                    .map(state -> MultiGauge.Row.of(
                                            Tags.of("state", state.name(), "channel", channel.name()),
                                            count(counts, state, channel))))
                            .toList(),
                    true);
        } catch (RuntimeException e) {
            LOG.debugf("deliveries are not counted now: %s", Failures.said(e));
        }
    }

    private static long count(List<DeliveryCount> counts, DeliveryState state, Delivered.Channel channel) {
        return counts.stream()
                .filter(count -> count.state() == state && count.channel() == channel)
                .mapToLong(DeliveryCount::n)
                .sum();
    }
}
