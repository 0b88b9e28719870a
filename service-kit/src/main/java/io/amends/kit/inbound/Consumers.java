package io.amends.kit.inbound;

import io.amends.contracts.Topics;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.amends.kit.metrics.MetricNames;
import io.amends.kit.topic.TopicSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Starts the consumers of a service, watches them, and stops them before the pools close. */
@ApplicationScoped
public class Consumers {
    private static final Logger LOG = Logger.getLogger(Consumers.class);
    private static final long RESTART_MILLIS = 1_000;
    private static final long DRAIN_MILLIS = 10_000;
    /** Of one transaction. */
    private static final int BATCH = 500;
    /**
     * Of one poll without a transaction: acknowledgements and commit are waited for once per poll, and cost as much for
     * few records as for many.
     */
    public static final int STREAM_BATCH = 2_000;

    private final String bootstrap;
    private final String application;
    private final Jdbi jdbi;
    private final Migrations migrations;
    private final TopicSetup topicSetup;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final List<Running> running = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    Consumers(
            @ConfigProperty(name = "amends.kafka") String bootstrap,
            @ConfigProperty(name = "quarkus.application.name") String application,
            Jdbi jdbi,
            Migrations migrations,
            TopicSetup topicSetup,
            DeadLetters deadLetters,
            MeterRegistry metrics,
            Clock clock) {
        this.bootstrap = bootstrap;
        this.application = application;
        this.jdbi = jdbi;
        this.migrations = migrations;
        this.topicSetup = topicSetup;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A started consumer. */
    static final class Running {
        final String name;
        final ConsumerPulse pulse;

        @Nullable
        Thread thread;

        volatile @Nullable ConsumerLoop loop;

        Running(String name, ConsumerPulse pulse) {
            this.name = name;
            this.pulse = pulse;
        }
    }

    /** Starts a consumer that writes to the database; its group is {@code amends.<service>.<name>}. */
    public <T> void start(String name, List<Topic> topics, EventHandler<T> handler) {
        Step step = new DatabaseStep<>(jdbi, name, handler, metrics.counter(MetricNames.INBOX_HITS, "consumer", name));
        start(name, topics, step, BATCH, true);
    }

    /** Starts a consumer that needs no database, and so takes more at once. */
    public void start(String name, List<Topic> topics, Step step) {
        start(name, topics, step, STREAM_BATCH, false);
    }

    private void start(String name, List<Topic> topics, Step step, int batch, boolean needsDatabase) {
        Running consumer = new Running(name, new ConsumerPulse(name, clock, metrics));
        Thread thread = new Thread(() -> keepRunning(consumer, topics, step, batch, needsDatabase), "consumer-" + name);
        thread.setDaemon(true);
        consumer.thread = thread;
        running.add(consumer);
        thread.start();
    }

    List<Running> running() {
        return running;
    }

    private void keepRunning(Running consumer, List<Topic> topics, Step step, int batch, boolean needsDatabase) {
        while (!stopping) {
            try {
                if (needsDatabase && !migrations.await(RESTART_MILLIS)) {
                    consumer.pulse.waiting();
                    continue;
                }
                List<Topic> needed = new ArrayList<>(topics);
                topics.forEach(t -> needed.add(Topics.deadLetters(t.name(), consumer.name)));
                topicSetup.ensure(Stream.concat(needed.stream(), Topics.ALL.stream())
                        .distinct()
                        .toList());
                ConsumerLoop loop = new ConsumerLoop(
                        consumer.name,
                        topics.stream().map(Topic::name).toList(),
                        new KafkaConsumer<>(
                                settings(bootstrap, "amends." + application + "." + consumer.name, batch),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer()),
                        step,
                        deadLetters,
                        consumer.pulse);
                consumer.loop = loop;
                if (!stopping) {
                    loop.run();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!stopping && !Failures.isTransient(e)) {
                    consumer.pulse.died(e);
                    LOG.errorf(Failures.withoutWords(e), "consumer %s died", consumer.name);
                    return;
                }
                LOG.warnf("consumer %s starts again: %s", consumer.name, Failures.said(e));
                consumer.pulse.waiting();
                pause();
            } catch (Error e) {
                consumer.pulse.died(e);
                throw e;
            }
        }
    }

    /**
     * The live settings.
     *
     * @param batch most records of one poll
     */
    public static Map<String, Object> settings(String bootstrap, String group, int batch) {
        return Map.ofEntries(
                Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                Map.entry(ConsumerConfig.GROUP_ID_CONFIG, group),
                Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch),
                // A killed instance must not hold its partitions for long.
                Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000),
                Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500),
                Map.entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        for (Running consumer : running) {
            ConsumerLoop loop = consumer.loop;
            if (loop != null) {
                loop.stop();
            }
        }
        long until = System.nanoTime() + DRAIN_MILLIS * 1_000_000;
        for (Running consumer : running) {
            Thread thread = consumer.thread;
            if (thread != null) {
                thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RESTART_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
