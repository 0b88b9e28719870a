package io.amends.kit.directory;

import io.amends.contracts.Topics;
import io.amends.kit.failure.Failures;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.metrics.MetricNames;
import io.amends.kit.problem.Problem;
import io.amends.kit.topic.TopicFollower;
import io.amends.kit.topic.TopicSetup;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The directory as this process knows it: the compacted topic read from its beginning and followed. Every instance reads
 * all of it. A service is ready only when it has read it to the end.
 */
@ApplicationScoped
@Readiness
@Default
public class DirectoryView implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(DirectoryView.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Object progress = new Object();
    private final TopicFollower follower;
    private final DirectoryState state = new DirectoryState();
    private volatile long offset;

    DirectoryView(KafkaAccess kafka, TopicSetup topics, MeterRegistry metrics) {
        this.follower = new TopicFollower(
                kafka, topics, Topics.named(Topics.DIRECTORY), this::apply, (position, caughtUp) -> reached(position));
        Gauge.builder(MetricNames.DIRECTORY_OFFSET, () -> offset).register(metrics);
        Gauge.builder(MetricNames.DIRECTORY_UNREADABLE, state::unreadable).register(metrics);
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.stop();
    }

    /** A portal, or null if the directory does not have it. */
    public @Nullable PortalDirectory portal(String cpc) {
        return state.portal(cpc);
    }

    /**
     * A portal that must be there.
     *
     * @throws Problem 404 if it is not
     */
    public PortalDirectory require(String cpc) {
        PortalDirectory portal = portal(cpc);
        if (portal == null) {
            throw Problem.noPortal(cpc);
        }
        return portal;
    }

    /**
     * A portal that must be there by a moment of {@link System#nanoTime}: a change acts everywhere within 2 s, and whoever
     * uses a portal right after making it should not be told that there is none.
     *
     * @throws Problem 404 if it is not
     */
    public PortalDirectory requireBy(String cpc, long deadline) {
        synchronized (progress) {
            long left = deadline - System.nanoTime();
            while (state.portal(cpc) == null && left > 0) {
                try {
                    progress.wait(Math.max(1, left / 1_000_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
                left = deadline - System.nanoTime();
            }
        }
        return require(cpc);
    }

    /** All portals. */
    public Collection<PortalDirectory> portals() {
        return state.all();
    }

    /** Whether all of the topic was read, and understood: what is not here is nowhere. */
    public boolean isWhole() {
        return call().getStatus() == HealthCheckResponse.Status.UP && state.unreadable() == 0;
    }

    /** When the portal was first seen in the topic; compaction may make it later, never earlier. */
    public @Nullable Instant since(String cpc) {
        return state.since(cpc);
    }

    /** The offset up to which the topic has been read. */
    public long offset() {
        return offset;
    }

    /** Waits until the view has reached an offset; false if that takes longer. */
    public boolean awaitOffset(long wanted, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        synchronized (progress) {
            while (offset < wanted) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                progress.wait(left);
            }
        }
        return true;
    }

    /**
     * Requires a portal that an event of another topic names. Both come over different topics: where the portal is not
     * known yet, or not with what the event needs of it, the view gets two seconds to catch up.
     *
     * @param enough what the event needs; without it the portal is taken as it is
     * @throws TransientFailure while the topic has not been read to its end once
     * @throws PermanentFailure if there is no such portal
     */
    public void awaitPortal(String cpc, Predicate<PortalDirectory> enough) {
        if (call().getStatus() != HealthCheckResponse.Status.UP) {
            throw new TransientFailure("the directory is still being read");
        }
        PortalDirectory portal = portal(cpc);
        if (portal == null || !enough.test(portal)) {
            try {
                awaitOffset(offset + 1, LONGEST_WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TransientFailure("interrupted while waiting for the directory", e);
            }
        }
        if (portal(cpc) == null) {
            throw new PermanentFailure("there is no portal '" + cpc + "'");
        }
    }

    /** Tells the code of each portal that changes, on the view's own thread: be quick. */
    public void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("directory")
                .status(follower.complete())
                .withData("offset", offset)
                .build();
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        try {
            String cpc = state.apply(record.key(), record.value(), Instant.ofEpochMilli(record.timestamp()));
            reached(record.offset() + 1);
            listeners.forEach(listener -> listener.accept(cpc));
        } catch (RuntimeException e) {
            // Whatever it is, the records behind it count as well.
            LOG.errorf(
                    "the directory's record at offset %d is passed over, and what was there before stays: %s",
                    record.offset(), Failures.said(e));
        }
    }

    private void reached(long position) {
        synchronized (progress) {
            offset = position;
            progress.notifyAll();
        }
    }
}
