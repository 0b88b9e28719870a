package io.amends.alerting.posts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.alerting.delivery.DeliveryWorkers;
import io.amends.alerting.posts.PostedEvent.OfDecision;
import io.amends.alerting.posts.PostedEvent.OfQuarantine;
import io.amends.alerting.posts.PostedEvent.OfRequest;
import io.amends.alerting.posts.PostedEvent.OfSilence;
import io.amends.contracts.EventTypes;
import io.amends.contracts.QuarantineWaiting;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.SourceSilence;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.inbound.Consumers;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Hears of what channels may want, and queues the posts (C8). It is a group of its own, so that nothing that is wrong with a post
 * keeps a digest or a mail from anybody. Sends nothing: that is for the workers.
 */
@ApplicationScoped
public class PostConsumer implements EventHandler<PostedEvent> {
    private static final String NAME = "posts";
    /** What is older is no news: topics are read from their beginning by a group that is new. */
    private static final Duration NEWS = Duration.ofDays(7);

    private static final Set<String> HEARD = Set.of(
            EventTypes.RECOVERY_DECIDED,
            EventTypes.REQUEST_FILED,
            EventTypes.SOURCE_SILENT,
            EventTypes.SOURCE_HEARD,
            EventTypes.QUARANTINE_WAITING);

    private final Consumers consumers;
    private final DirectoryView directory;
    private final ChannelPosts posts;
    private final DeliveryWorkers workers;
    private final Clock clock;

    PostConsumer(
            Consumers consumers, DirectoryView directory, ChannelPosts posts, DeliveryWorkers workers, Clock clock) {
        this.consumers = consumers;
        this.directory = directory;
        this.posts = posts;
        this.workers = workers;
        this.clock = clock;
    }

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, this);
    }

    /** Most portals have no channel: what is theirs is not even read. */
    @Override
    public @Nullable PostedEvent read(Received record, CloudEvent event) {
        if (!HEARD.contains(event.type())
                || record.acceptedAt().isBefore(clock.instant().minus(NEWS))) {
            return null;
        }
        if (directory.call().getStatus() != HealthCheckResponse.Status.UP) {
            throw new TransientFailure("the directory is still being read");
        }
        PortalDirectory portal = directory.portal(portal(record.key()));
        if (portal == null || portal.channels().isEmpty()) {
            return null;
        }
        return switch (event.type()) {
            case EventTypes.RECOVERY_DECIDED -> decided(event);
            case EventTypes.REQUEST_FILED -> new OfRequest(event, event.read(RequestFiled.class));
            case EventTypes.SOURCE_SILENT -> new OfSilence(event, event.read(SourceSilence.class), false);
            case EventTypes.SOURCE_HEARD -> new OfSilence(event, event.read(SourceSilence.class), true);
            default -> new OfQuarantine(event, event.read(QuarantineWaiting.class));
        };
    }

    private static @Nullable PostedEvent decided(CloudEvent event) {
        RecoveryDecided decision = event.read(RecoveryDecided.class);
        return decision.stands() && !decision.history() ? new OfDecision(event, decision) : null;
    }

    @Override
    public void apply(Handle tx, List<PostedEvent> batch) {
        for (PostedEvent heard : batch) {
            PortalDirectory portal = directory.portal(heard.portal());
            if (portal != null) {
                posts.queue(tx, portal, heard);
            }
        }
    }

    @Override
    public void committed() {
        workers.wake();
    }

    /** The portal of a record's key: that of a ticket, or the portal itself. */
    private static String portal(byte @Nullable [] key) {
        String text = key == null ? "" : new String(key, UTF_8);
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }
}
