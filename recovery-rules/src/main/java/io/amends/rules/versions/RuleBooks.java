package io.amends.rules.versions;

import io.amends.contracts.Json;
import io.amends.contracts.RuleSetPublished;
import io.amends.contracts.Topics;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.topic.TopicFollower;
import io.amends.kit.topic.TopicSetup;
import io.amends.rules.language.RuleSetReader;
import io.amends.rules.matching.RuleBook;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

    private final Map<String, RuleBook> books = new ConcurrentHashMap<>();
    private final TopicFollower follower;

    RuleBooks(@ConfigProperty(name = "amends.kafka") String bootstrap, TopicSetup topics) {
        this.follower = new TopicFollower(bootstrap, topics, Topics.named(Topics.RULES), this::apply, offset -> {});
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.stop();
    }

    /**
     * The version in force for a portal; version 0 before its first.
     *
     * @throws TransientFailure if the topic has not been read to its end
     */
    public RuleBook of(String cpc) {
        if (!follower.complete()) {
            throw new TransientFailure("the published rules have not been read to their end");
        }
        return books.getOrDefault(cpc, RuleBook.NONE);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("rules").status(follower.complete()).build();
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
}
