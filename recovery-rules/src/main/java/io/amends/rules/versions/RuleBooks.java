package io.amends.rules.versions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Topics;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.topic.TopicFollower;
import io.amends.kit.topic.TopicSetup;
import io.amends.rules.matching.RuleBook;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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
    // Of the follower's thread alone.
    private final Map<String, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>();
    private final TopicFollower follower;

    RuleBooks(@ConfigProperty(name = "amends.kafka") String bootstrap, TopicSetup topics) {
        this.follower = new TopicFollower(bootstrap, topics, Topics.named(Topics.RULES), this::note, this::settle);
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

    /**
     * Waits until this process decides by that version or a later one, so that who has published can ask at once what
     * it does; other instances follow within a moment of their own.
     *
     * @return whether it does before the time is over
     */
    boolean await(String cpc, long version, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        synchronized (books) {
            while (books.getOrDefault(cpc, RuleBook.NONE).version() < version) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(books, left);
            }
        }
        return true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("rules").status(follower.complete()).build();
    }

    /** Of the versions that come together only the highest of each portal is made ready: a start finds all there ever were. */
    private void note(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null && record.key() != null) {
            newest.merge(portal(record), record, (one, other) -> version(one) > version(other) ? one : other);
        }
    }

    /** Keys are portal and version, with a slash between. */
    private static String portal(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), UTF_8);
        return key.substring(0, Math.max(0, key.lastIndexOf('/')));
    }

    private static long version(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), UTF_8);
        try {
            return Long.parseLong(key.substring(key.lastIndexOf('/') + 1));
        } catch (NumberFormatException e) {
            return 0; // nobody's
        }
    }

    private void settle(long offset, boolean caughtUp) {
        if (caughtUp) {
            newest.values().forEach(this::apply);
            newest.clear();
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        try {
            PublishedReader.Published published = PublishedReader.read(record.value());
            RuleBook known = books.getOrDefault(published.portal(), RuleBook.NONE);
            if (published.version() > known.version()) {
                RuleBook book = RuleBook.of(published.version(), published.rules());
                synchronized (books) {
                    books.put(published.portal(), book);
                    books.notifyAll();
                }
                LOG.infof("portal %s decides by rule set version %d", published.portal(), published.version());
            }
        } catch (RuntimeException e) {
            LOG.errorf("a published rule set at offset %d is passed over: %s", record.offset(), e.getMessage());
        }
    }
}
