package io.amends.alerting.delivery;

import io.amends.alerting.archive.ToldCases;
import io.amends.contracts.Delivered;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.directory.AlertChannel.ChannelEvent;
import io.amends.contracts.directory.AlertChannel.ChannelKind;
import io.amends.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Posts on channels: queued once with their bodies, and sent by workers of their own (C8, C9). */
@ApplicationScoped
public class PostStore {

    /**
     * What is to be posted.
     *
     * @param eventId of the event: it is posted on a channel once
     * @param responseId the response that it is about; null where it is about none
     * @param responseVersion the version of the response whose decision it tells; null where it tells none
     * @param key of what is told of its delivery: the ticket's, or the portal where it is about none
     * @param groups the support groups that it is of, by which roles see it (H1); none: it is of the portal
     * @param caseId the id of the case that it is about, from which it is found (F7); null where it is about none or several
     */
    public record NewPost(
            String eventId,
            ChannelEvent event,
            @Nullable String responseId,
            @Nullable Long responseVersion,
            String key,
            List<String> groups,
            @Nullable String caseId,
            byte[] body) {

        /** Copies the groups. */
        public NewPost {
            groups = List.copyOf(groups);
        }
    }

    /** A post as it is stored. */
    record StoredPost(String eventId, byte[] body) {}

    /** Queues a post, if its event was not posted there before, and the channel is not switched off. */
    public void queue(Handle tx, ChannelId channel, ChannelKind kind, NewPost post) {
        UUID id = Ids.v5("delivery", channel.portal(), channel.code(), post.eventId());
        tx.createUpdate("INSERT INTO channel_health (portal, channel) VALUES (:portal, :channel) ON CONFLICT DO"
                        + " NOTHING")
                .bind("portal", channel.portal())
                .bind("channel", channel.code())
                .execute();
        boolean fresh = tx.createUpdate(
                                """
                                INSERT INTO delivery (id, portal, channel, address, state)
                                SELECT :id, :portal, :kind, :channel, :state
                                WHERE NOT EXISTS (SELECT FROM channel_health h WHERE h.portal = :portal
                                                  AND h.channel = :channel AND h.off_since IS NOT NULL)
                                ON CONFLICT DO NOTHING""")
                        .bind("id", id)
                        .bind("portal", channel.portal())
                        .bind("channel", channel.code())
                        .bind("kind", Delivered.Channel.valueOf(kind.name()).name())
                        .bind("state", DeliveryState.QUEUED.name())
                        .execute()
                == 1;
        if (fresh) {
            tx.createUpdate(
                            """
                            INSERT INTO channel_post
                              (id, portal, channel, event_id, event, response_id, response_version, ticket_key,
                               support_groups, body)
                            VALUES (:id, :portal, :channel, :eventId, :event, :response, :version, :key, :groups, :body)""")
                    .bind("id", id)
                    .bind("portal", channel.portal())
                    .bind("channel", channel.code())
                    .bind("eventId", post.eventId())
                    .bind("event", post.event().name())
                    .bind("response", post.responseId())
                    .bind("version", post.responseVersion())
                    .bind("key", post.key())
                    .bindArray("groups", String.class, post.groups())
                    .bind("body", post.body())
                    .execute();
            ToldCases.add(tx, id, post.caseId() == null ? List.of() : List.of(post.caseId()));
        }
    }

    /** Whether a response was posted on a channel by one of these events. */
    public boolean told(Handle tx, ChannelId channel, String responseId, List<ChannelEvent> events) {
        return tx.createQuery(
                                """
                                SELECT count(*) FROM channel_post WHERE portal = :portal AND channel = :channel
                                AND response_id = :response AND event = ANY (:events)""")
                        .bind("portal", channel.portal())
                        .bind("channel", channel.code())
                        .bind("response", responseId)
                        .bindArray(
                                "events",
                                String.class,
                                events.stream().map(ChannelEvent::name).toList())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Whether a later decision says that nobody is to act any more on the response that a delivery posts (B4). */
    boolean takenBack(Handle handle, UUID delivery) {
        return handle.createQuery(
                        """
                        SELECT c.decision FROM channel_post p JOIN candidate c
                          ON c.portal = p.portal AND c.response_id = p.response_id
                         AND c.response_version > p.response_version
                        WHERE p.id = :id""")
                .bind("id", delivery)
                .map((row, context) -> !stands(row.getBytes("decision")))
                .findOne()
                .orElse(false);
    }

    private static boolean stands(byte @Nullable [] json) {
        if (json == null) {
            return false;
        }
        try {
            return Json.read(json, RecoveryDecided.class).stands();
        } catch (IOException e) {
            throw new UncheckedIOException("a stored decision cannot be read", e);
        }
    }

    /** What a delivery posts. */
    StoredPost of(Handle handle, UUID delivery) {
        return handle.createQuery("SELECT event_id, body FROM channel_post WHERE id = :id")
                .bind("id", delivery)
                .map((row, context) -> new StoredPost(row.getString("event_id"), row.getBytes("body")))
                .one();
    }
}
