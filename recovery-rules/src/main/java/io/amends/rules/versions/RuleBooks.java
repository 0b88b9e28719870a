package io.amends.rules.versions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Topics;
import io.amends.kit.failure.Failures;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.topic.TopicFollower;
import io.amends.kit.topic.TopicSetup;
import io.amends.rules.matching.RuleBook;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * The published rules as this process knows them: the compacted topic read from its beginning and followed, so that every
 * instance switches to a new version without a restart. Of each portal the highest version counts.
 *
 * <p>A version that this process cannot read is passed over, and the highest that it can read decides: at a start it comes
 * from the database, which has each version by its number, while the topic would have to be read once more. The check of
 * readiness names the portal and stays up: all other portals, and the publishing that ends it, go by this process too.
 */
@ApplicationScoped
@Readiness
@Default
public class RuleBooks implements HealthCheck {
    static final String IN_FORCE = "amends.rules.in.force";

    private static final Logger LOG = Logger.getLogger(RuleBooks.class);

    private final Map<String, RuleBook> books = new ConcurrentHashMap<>();
    // Only the follower's thread uses it.
    private final Map<String, PublishedVersion> newest = new HashMap<>();
    private final TopicFollower follower;
    private final EarlierRules earlier;
    private final UnreadableRules unreadable;

    RuleBooks(KafkaAccess kafka, TopicSetup topics, EarlierRules earlier, MeterRegistry metrics) {
        this.earlier = earlier;
        this.unreadable = new UnreadableRules(metrics);
        this.follower = new TopicFollower(kafka, topics, Topics.named(Topics.RULES), this::note, this::settle);
        Gauge.builder(IN_FORCE, this::inForce)
                .description("Rules decided by, of all portals: what this process keeps in memory")
                .register(metrics);
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
     * Decides by a version from now on, unless there is a later one. Who has published calls it, so that they can ask at
     * once what it does; the other instances hear of it within a moment.
     */
    void put(String cpc, RuleBook book) {
        RuleBook now = books.merge(cpc, book, (one, other) -> one.version() >= other.version() ? one : other);
        unreadable.decides(cpc, now.version());
        if (now.version() == book.version()) {
            LOG.infof("portal %s decides by rule set version %d", cpc, book.version());
        }
    }

    private int inForce() {
        return books.values().stream()
                .mapToInt(book -> book.rules().rules().size())
                .sum();
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, Long> versions = unreadable.versions();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("rules").status(follower.complete());
        versions.forEach((cpc, version) -> answer.withData(
                cpc,
                "version " + version + " cannot be read, so version " + inForce(cpc) + " decides; the log says why"));
        return answer.build();
    }

    private long inForce(String cpc) {
        return books.getOrDefault(cpc, RuleBook.NONE).version();
    }

    /** Of the versions that come together only the highest of each portal is made ready: a start finds all there ever were. */
    private void note(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null && record.key() != null) {
            PublishedVersion written = PublishedVersion.of(record);
            newest.merge(written.portal, written, (one, other) -> one.version > other.version ? one : other);
        }
    }

    /** A version as the topic has it; keys are portal and version, with a slash between. */
    private record PublishedVersion(String portal, long version, ConsumerRecord<byte[], byte[]> record) {
        static PublishedVersion of(ConsumerRecord<byte[], byte[]> record) {
            String key = new String(record.key(), UTF_8);
            int slash = key.lastIndexOf('/');
            return new PublishedVersion(
                    key.substring(0, Math.max(0, slash)), version(key.substring(slash + 1)), record);
        }

        private static long version(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                return 0; // nobody's
            }
        }
    }

    private void settle(long offset, boolean caughtUp) {
        if (!caughtUp) {
            return;
        }
        RuntimeException failed = null;
        // One by one: a start has the records of all portals, and their rules beside them fill the memory.
        for (Iterator<PublishedVersion> each = newest.values().iterator(); each.hasNext(); ) {
            try {
                apply(each.next());
                each.remove();
            } catch (RuntimeException e) {
                // It waits for the database, and is tried again; the other portals do not wait with it.
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void apply(PublishedVersion newer) {
        if (newer.version <= inForce(newer.portal)) {
            return;
        }
        try {
            PublishedReader.Published published = PublishedReader.read(newer.record.value());
            put(published.portal(), RuleBook.of(published.version(), published.rules()));
        } catch (RuntimeException e) {
            if (unreadable.add(newer.portal, newer.version)) {
                LOG.errorf(
                        "rule set version %d of portal %s cannot be read, and the highest before it decides: %s",
                        newer.version, newer.portal, Failures.said(e));
            }
            long decides = inForce(newer.portal);
            if (decides + 1 < newer.version) {
                // What it throws is tried again: without the earlier rules the portal would be decided by none.
                earlier.readableBetween(newer.portal, decides, newer.version)
                        .ifPresent(book -> put(newer.portal, book));
            }
            // Somebody may have published here meanwhile.
            unreadable.decides(newer.portal, inForce(newer.portal));
        }
    }
}
