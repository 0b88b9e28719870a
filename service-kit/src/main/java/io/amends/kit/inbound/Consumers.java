package io.amends.kit.inbound;

import io.amends.contracts.Topics;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.metrics.MetricNames;
import io.amends.kit.topic.TopicSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * The consumers that write to a database, over SmallRye's channels (docs/decisions/0001). A channel is a consumer: its
 * name is that of its dead letters, its metrics and, after {@code amends.<service>.}, its group. Channels begin paused,
 * and are opened here once schema and topics are there; they are closed here before the pools are.
 */
@ApplicationScoped
public class Consumers {
    private static final Logger LOG = Logger.getLogger(Consumers.class);
    private static final long DRAIN_MILLIS = 10_000;
    private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    private final Jdbi jdbi;
    private final Migrations migrations;
    private final TopicSetup topicSetup;
    private final DeadLetters deadLetters;
    private final Pulses pulses;
    private final MeterRegistry metrics;
    private final ChannelRegistry channels;
    private final KafkaClientService clients;
    private final Supplier<HealthReport> liveness;
    private final Config config;
    private final CountDownLatch stopping = new CountDownLatch(1);
    /** What a channel waits for, as it was said: for as long as it is that, the log has it once. */
    private final Map<String, String> told = new ConcurrentHashMap<>();
    /** Held for reading while a batch is in hand; whoever stops waits for all of them. */
    private final ReadWriteLock inHand = new ReentrantReadWriteLock();

    @Inject
    Consumers(
            Jdbi jdbi,
            Migrations migrations,
            TopicSetup topicSetup,
            DeadLetters deadLetters,
            Pulses pulses,
            MeterRegistry metrics,
            ChannelRegistry channels,
            KafkaClientService clients,
            @Connector(KafkaConnector.CONNECTOR_NAME) KafkaConnector connector,
            Config config) {
        this(
                jdbi,
                migrations,
                topicSetup,
                deadLetters,
                pulses,
                metrics,
                channels,
                clients,
                connector::getLiveness,
                config);
    }

    /** @param liveness of the channels: which of them has failed and why */
    Consumers(
            Jdbi jdbi,
            Migrations migrations,
            TopicSetup topicSetup,
            DeadLetters deadLetters,
            Pulses pulses,
            MeterRegistry metrics,
            ChannelRegistry channels,
            KafkaClientService clients,
            Supplier<HealthReport> liveness,
            Config config) {
        this.jdbi = jdbi;
        this.migrations = migrations;
        this.topicSetup = topicSetup;
        this.deadLetters = deadLetters;
        this.pulses = pulses;
        this.metrics = metrics;
        this.channels = channels;
        this.clients = clients;
        this.liveness = liveness;
        this.config = config;
    }

    /** Does what the handler does with events, once each: inbox, transaction and dead letters are the kit's. */
    public <T> CompletionStage<Void> hear(
            String consumer, ConsumerRecords<byte[], byte[]> polled, EventHandler<T> handler) {
        return hear(
                consumer,
                polled,
                new DatabaseStep<>(
                        jdbi, consumer, handler, metrics.counter(MetricNames.INBOX_HITS, "consumer", consumer)));
    }

    /**
     * Works on what was polled until it is done, however long that takes.
     *
     * @return completes when all of it is durable, and then the offset may move; never, if this process stops first.
     *     To fail would be to nack every record, and with that to close the channel.
     */
    public CompletionStage<Void> hear(String consumer, ConsumerRecords<byte[], byte[]> polled, ConsumerStep step) {
        if (isStopping() || !inHand.readLock().tryLock()) {
            return new CompletableFuture<>();
        }
        try {
            boolean done = new UntilDone(
                            consumer,
                            step,
                            deadLetters,
                            pulses.of(consumer),
                            millis -> stopping.await(millis, TimeUnit.MILLISECONDS),
                            this::isStopping)
                    .work(polled);
            return done ? DONE : new CompletableFuture<>();
        } finally {
            inHand.readLock().unlock();
        }
    }

    /** Opens what is not open yet, and looks how far each consumer is. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        for (String channel : clients.getConsumerChannels()) {
            PausableChannel open = channels.getPausable(channel);
            if (open == null) {
                continue; // it is still being made
            }
            if (!open.isPaused()) {
                feel(channel);
            } else if (!isStopping()) {
                open(channel, open);
            }
        }
        liveness.get().getChannels().stream().filter(channel -> !channel.isOk()).forEach(channel -> pulses.of(
                        channel.getChannel())
                .died(new PermanentFailure("its channel has failed: " + channel.getMessage())));
    }

    private void open(String channel, PausableChannel paused) throws InterruptedException {
        ConsumerPulse pulse = pulses.of(channel);
        pulse.waiting();
        if (!migrations.await(0)) {
            return;
        }
        try {
            heard(channel).forEach(topic -> deadLetters.expect(channel, topic));
            topicSetup.ensure(topics(channel));
            pulse.began();
            paused.resume();
            told.remove(channel);
        } catch (RuntimeException e) { // the next look tries again, and the others are looked at now
            String said = Failures.said(e);
            if (!said.equals(told.put(channel, said))) {
                LOG.warnf("consumer %s waits: %s", channel, said);
            }
        }
    }

    /** All topics of the product, those of owners that this consumer hears, and where it puts what it can never process. */
    private List<Topic> topics(String channel) {
        List<String> heard = heard(channel);
        Set<String> ours = Topics.ALL.stream().map(Topic::name).collect(Collectors.toSet());
        return Stream.of(
                        Topics.ALL.stream(),
                        heard.stream().filter(topic -> !ours.contains(topic)).map(Topics::submittedByOwner),
                        heard.stream().map(topic -> Topics.deadLetters(topic, channel)))
                .flatMap(topics -> topics)
                .toList();
    }

    private List<String> heard(String channel) {
        return config.getValues("mp.messaging.incoming." + channel + ".topics", String.class);
    }

    /** Runs on the thread that polls: where it hangs, nothing is felt, and the pulse says so. */
    private void feel(String channel) {
        clients.getConsumer(channel)
                .runOnPollingThread(client -> {
                    pulses.of(channel).polled(behind(client));
                })
                .subscribe()
                .with(felt -> {}, e -> LOG.debugf(e, "no pulse of %s", channel));
    }

    private static long behind(Consumer<?, ?> client) {
        return client.assignment().stream()
                .mapToLong(partition -> client.currentLag(partition).orElse(0))
                .sum();
    }

    /** Begins nothing more, lets what is in hand finish, and cuts what only waits for its next try. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        clients.getConsumerChannels()
                .forEach(channel -> channels.getPausable(channel).pause());
        if (!inHand.writeLock().tryLock(DRAIN_MILLIS, TimeUnit.MILLISECONDS)) {
            LOG.warn("a batch is still in hand: its transaction will be rolled back, and it will come again");
        }
    }

    boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
