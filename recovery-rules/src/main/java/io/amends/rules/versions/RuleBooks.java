package io.amends.rules.versions;

import io.amends.contracts.Json;
import io.amends.contracts.RuleSetPublished;
import io.amends.contracts.Topics;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.topic.TopicSetup;
import io.amends.rules.language.RuleSetReader;
import io.amends.rules.matching.RuleBook;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * The published rules as this process knows them: the compacted topic read from its beginning and followed, so that every
 * instance switches to a new version without a restart. Of each portal the highest version counts.
 */
@ApplicationScoped
@Readiness
@Default
public class RuleBooks implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(RuleBooks.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.RULES, 0);

    private final String bootstrap;
    private final TopicSetup topics;
    private final Map<String, RuleBook> books = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "rule-books");
    private long offset;
    private volatile boolean complete;
    private volatile boolean stopping;

    RuleBooks(@ConfigProperty(name = "amends.kafka") String bootstrap, TopicSetup topics) {
        this.bootstrap = bootstrap;
        this.topics = topics;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * The version in force for a portal; version 0 before its first.
     *
     * @throws TransientFailure if the topic has not been read to its end
     */
    public RuleBook of(String cpc) {
        if (!complete) {
            throw new TransientFailure("the published rules have not been read to their end");
        }
        return books.getOrDefault(cpc, RuleBook.NONE);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("rules").status(complete).build();
    }

    private void run() {
        while (!stopping) {
            try {
                topics.ensure(List.of(Topics.named(Topics.RULES)));
                follow();
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("the published rules are read again from where they were: %s", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void follow() {
        try (KafkaConsumer<byte[], byte[]> client = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "max.partition.fetch.bytes",
                        Topics.named(Topics.RULES).maxMessageBytes()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            client.assign(List.of(PARTITION));
            client.seek(PARTITION, offset);
            long end = client.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            while (!stopping) {
                client.poll(POLL).forEach(this::apply);
                offset = client.position(PARTITION);
                complete = complete || offset >= end;
            }
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            RuleSetPublished published = Json.read(record.value(), RuleSetPublished.class);
            RuleBook known = books.getOrDefault(published.portal(), RuleBook.NONE);
            if (published.version() <= known.version()) {
                return;
            }
            if (RuleSetReader.readPublished(published.ruleSet()) instanceof RuleSetReader.Result.Good good) {
                books.put(published.portal(), RuleBook.of(published.version(), good.rules()));
                LOG.infof("portal %s decides by rule set version %d", published.portal(), published.version());
            } else {
                LOG.errorf("rule set %s/%d cannot be read", published.portal(), published.version());
            }
        } catch (IOException | RuntimeException e) {
            LOG.errorf("a published rule set at offset %d is passed over: %s", record.offset(), e.getMessage());
        }
    }

    private void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
