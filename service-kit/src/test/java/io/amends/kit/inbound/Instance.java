package io.amends.kit.inbound;

import io.amends.contracts.Topics.Topic;
import io.amends.kit.testing.Found;
import io.amends.kit.testing.Workbench;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.DemandPauser;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.KafkaCDIEvents;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import io.smallrye.reactive.messaging.kafka.commit.KafkaThrottledLatestProcessedCommit;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailStop;
import io.smallrye.reactive.messaging.kafka.impl.KafkaSource;
import io.smallrye.reactive.messaging.providers.extension.PausableChannelDecorator;
import io.smallrye.reactive.messaging.providers.impl.ConnectorConfig;
import io.smallrye.reactive.messaging.providers.impl.InternalChannelRegistry;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * One instance of a consumer as a service has it: SmallRye's connector with the live settings of the kit, and the kit's
 * {@link Consumers} on it. What CDI does in a service, wiring and calling the method for one batch after the other, is
 * done here by hand, so that a test can start several instances and stop each.
 */
public final class Instance {
    private static final int TICK_MILLIS = 100;

    static {
        // Mutiny looks up its context once, and instances that do it at the same time trip over each other.
        Uni.createFrom().item(() -> true).await().indefinitely();
    }

    final Consumers consumers;
    final ConsumerPulse pulse;
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final KafkaSource<byte[], byte[]> source;
    private final Cancellable stream;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private boolean running = true;

    /** What the method of a service does with a batch. */
    @FunctionalInterface
    public interface Hearing {
        CompletionStage<Void> hear(Consumers consumers, ConsumerRecords<byte[], byte[]> polled);
    }

    /**
     * Starts one, which hears the topic with these settings on top of the live ones.
     *
     * @param settings of the channel, {@code group.id} among them
     */
    public Instance(
            Workbench bench, Clock clock, String consumer, Topic topic, Map<String, String> settings, Hearing hearing) {
        Map<String, String> channel = new HashMap<>(Map.of(
                "connector", "smallrye-kafka",
                "bootstrap.servers", bench.brokers.bootstrap(),
                "topics", topic.name()));
        channel.putAll(settings);
        Map<String, String> properties = new HashMap<>();
        channel.forEach((key, value) -> properties.put("mp.messaging.incoming." + consumer + "." + key, value));
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "test", 1_000))
                .build();
        Config ofChannel = new ConnectorConfig("mp.messaging.incoming.", config, consumer) {};
        source = new KafkaSource<>(
                vertx,
                settings.get("group.id"),
                new KafkaConnectorIncomingConfiguration(ofChannel),
                Found.nothing(),
                Found.only(new KafkaThrottledLatestProcessedCommit.Factory()),
                Found.only(new KafkaFailStop.Factory()),
                Found.nothing(),
                new Unheard(),
                Found.nothing(),
                Found.nothing(),
                -1);
        DemandPauser pauser = new DemandPauser();
        InternalChannelRegistry channels = new InternalChannelRegistry();
        channels.register(consumer, new PausableChannelDecorator.PauserChannel(pauser));
        Pulses pulses = new Pulses(clock, bench.metrics);
        pulse = pulses.of(consumer);
        consumers = new Consumers(
                bench.jdbi,
                bench.migrations,
                bench.topics,
                new DeadLetters(bench.producer, bench.metrics),
                pulses,
                bench.metrics,
                channels,
                new Client(),
                this::liveness,
                config);
        stream = source.getBatchStream()
                .pauseDemand()
                .paused(true)
                .lateSubscription(true)
                .using(pauser)
                .onItem()
                .transformToUniAndConcatenate(batch -> Uni.createFrom()
                        .completionStage(() -> hearing.hear(consumers, records(batch)))
                        .runSubscriptionOn(worker)
                        .onItemOrFailure()
                        .transformToUni((done, failure) ->
                                Uni.createFrom().completionStage(failure == null ? batch.ack() : batch.nack(failure))))
                .subscribe()
                .with(batch -> {}, failure -> {});
        ticks.scheduleWithFixedDelay(this::look, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** As on SIGTERM: the service's own observer first, then the connector's. */
    public void stop() throws InterruptedException {
        if (running) {
            running = false;
            ticks.shutdownNow();
            consumers.stop(null);
            source.closeQuietly();
            stream.cancel();
            worker.shutdownNow();
            vertx.closeAndAwait();
        }
    }

    private void look() {
        try {
            consumers.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    HealthReport liveness() {
        HealthReport.HealthReportBuilder report = HealthReport.builder();
        source.isAlive(report);
        return report.build();
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecords<byte[], byte[]> records(IncomingKafkaRecordBatch<byte[], byte[]> batch) {
        return ((Message<?>) batch)
                .getMetadata(IncomingKafkaRecordBatchMetadata.class)
                .orElseThrow()
                .getRecords();
    }

    private final class Client implements KafkaClientService {
        @Override
        @SuppressWarnings("unchecked")
        public <K, V> List<KafkaConsumer<K, V>> getConsumers(String channel) {
            return List.of((KafkaConsumer<K, V>) source.getConsumer());
        }

        @Override
        public <K, V> KafkaProducer<K, V> getProducer(String channel) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> getConsumerChannels() {
            return Set.of(source.getChannel());
        }

        @Override
        public Set<String> getProducerChannels() {
            return Set.of();
        }
    }

    /** Nobody observes that clients are made. */
    private static final class Unheard extends KafkaCDIEvents {
        @Override
        public Event<Consumer<?, ?>> consumer() {
            return new Event<>() {
                @Override
                public void fire(Consumer<?, ?> event) {}

                @Override
                public <U extends Consumer<?, ?>> CompletionStage<U> fireAsync(U event) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public <U extends Consumer<?, ?>> CompletionStage<U> fireAsync(
                        U event, jakarta.enterprise.event.NotificationOptions options) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Event<Consumer<?, ?>> select(Annotation... qualifiers) {
                    return this;
                }

                @Override
                public <U extends Consumer<?, ?>> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public <U extends Consumer<?, ?>> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
