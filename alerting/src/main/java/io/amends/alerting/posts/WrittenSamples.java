package io.amends.alerting.posts;

import io.amends.alerting.delivery.SamplePosts;
import io.amends.alerting.rendering.ChatCards;
import io.amends.alerting.report.RequestMail;
import io.amends.contracts.Json;
import io.amends.contracts.directory.AlertChannel.ChannelKind;
import io.amends.kit.directory.PortalDirectory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** Samples in the forms of posts. */
@Singleton
class WrittenSamples implements SamplePosts {
    private static final String TYPE = "amends.channel.test";

    private final ChatWriters writers;

    WrittenSamples(ChatWriters writers) {
        this.writers = writers;
    }

    @Override
    public byte[] body(PortalDirectory portal, String channel, ChannelKind kind, Instant at) {
        RequestMail card = writers.posts(portal).test(portal.cpc(), channel);
        return switch (kind) {
            case WEBHOOK ->
                HookBody.of(TYPE, at, Json.write(Map.of("portal", portal.cpc(), "channel", channel, "test", true)));
            case TEAMS -> ChatCards.teams(card);
            case SLACK -> ChatCards.slack(card);
        };
    }
}
