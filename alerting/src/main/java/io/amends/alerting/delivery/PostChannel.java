package io.amends.alerting.delivery;

import io.amends.alerting.delivery.ChannelSecrets.OpenSecrets;
import io.amends.alerting.delivery.HookApi.HookReply;
import io.amends.alerting.delivery.Message.PostMessage;
import io.amends.alerting.delivery.PostStore.StoredPost;
import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.AlertChannel.ChannelKind;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.egress.TargetRule.TargetRefused;
import io.amends.kit.secrets.SecretBox.SealedShut;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Posts to Teams, Slack and programs (C8). What an answer means is told by its status alone. A post that the other side finds
 * wrong in itself is refused for good; all else may pass, also what an admin has to mend, such as a wrong address.
 */
@Singleton
final class PostChannel implements MessageChannel<PostMessage> {
    private static final int GONE = 410;
    /** What is wrong with this very post, and would be each time. */
    private static final Set<Integer> REFUSED = Set.of(400, 405, 411, 413, 414, 415, 422, 431);

    private static final String SECONDS = "[0-9]{1,6}";

    private final Jdbi jdbi;
    private final DirectoryView directory;
    private final PostStore posts;
    private final ChannelSecrets secrets;
    private final ChannelHealth health;
    private final HookApi api;
    private final Clock clock;

    PostChannel(
            Jdbi jdbi,
            DirectoryView directory,
            PostStore posts,
            ChannelSecrets secrets,
            ChannelHealth health,
            HookApi api,
            Clock clock) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.posts = posts;
        this.secrets = secrets;
        this.health = health;
        this.api = api;
        this.clock = clock;
    }

    @Override
    public PostMessage message(Claim claim) {
        return jdbi.withHandle(handle -> {
            StoredPost post = posts.of(handle, claim.id());
            if (posts.takenBack(handle, claim.id())) {
                return unsent(post, "nobody is to act on that response any more");
            }
            ChannelId id = ChannelId.of(claim);
            return health.isOff(handle, id) ? unsent(post, "the channel was switched off") : message(handle, id, post);
        });
    }

    /**
     * What is posted to a channel, whether that is switched off or not.
     *
     * @throws IllegalStateException if it has no address, or no secrets that can be used
     */
    PostMessage message(Handle handle, ChannelId id, StoredPost post) {
        PortalDirectory portal = directory.portal(id.portal());
        AlertChannel channel = portal == null ? null : portal.channels().get(id.code());
        if (channel == null) {
            return unsent(post, "there is no such channel any more");
        }
        if (!channel.active()) {
            return unsent(post, "the channel is not active");
        }
        OpenSecrets open;
        try {
            open = secrets.of(handle, id);
        } catch (SealedShut e) {
            throw new IllegalStateException("the secrets of the channel cannot be opened: " + e.getMessage(), e);
        }
        boolean webhook = channel.kind() == ChannelKind.WEBHOOK;
        String url = webhook ? channel.url() : open.url();
        List<String> signing = webhook ? open.signing().toList() : List.of();
        if (url == null || (webhook && signing.isEmpty())) {
            throw new IllegalStateException("the secrets of the channel are not set");
        }
        try {
            return new PostMessage(new URI(url), post.eventId(), post.body(), signing, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the address of the channel is none", e);
        }
    }

    private static PostMessage unsent(StoredPost post, String why) {
        return new PostMessage(null, post.eventId(), post.body(), List.of(), why);
    }

    @Override
    public ChannelReply send(PostMessage message) {
        URI url = message.url();
        if (url == null) {
            return new Unsent(String.valueOf(message.why()));
        }
        try {
            return answer(post(url, message));
        } catch (TargetRefused e) {
            return new Later("the address may not be called: " + e.getMessage(), null);
        } catch (IOException e) {
            return new Later(String.valueOf(e.getMessage()), null);
        }
    }

    /** Posts, and hands on the answer as it is. */
    HookReply post(URI url, PostMessage message) throws TargetRefused, IOException {
        Instant now = clock.instant();
        Map<String, String> headers = message.secrets().isEmpty()
                ? Map.of()
                : Map.of(
                        StandardWebhook.ID,
                        message.id(),
                        StandardWebhook.TIMESTAMP,
                        Long.toString(now.getEpochSecond()),
                        StandardWebhook.SIGNATURE,
                        StandardWebhook.signatures(message.secrets(), message.id(), now, message.body()));
        return api.post(url, headers, message.body());
    }

    /** What a reply says. */
    static ChannelReply answer(HookReply reply) {
        ServerAnswer said = new ServerAnswer(reply.status(), null);
        if (reply.status() / 100 == 2) {
            return new Sent(said);
        }
        String reason = "HTTP " + reply.status();
        if (reply.status() == GONE) {
            return new Refused(reason, true, said);
        }
        return REFUSED.contains(reply.status())
                ? new Refused(reason, false, said)
                : new Later(reason, seconds(reply.retryAfter()), said);
    }

    private static @Nullable Duration seconds(@Nullable String after) {
        return after != null && after.matches(SECONDS) ? Duration.ofSeconds(Long.parseLong(after)) : null;
    }
}
