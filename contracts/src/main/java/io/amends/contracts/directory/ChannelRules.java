package io.amends.contracts.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.directory.AlertChannel.ChannelEvent;
import io.amends.contracts.directory.AlertChannel.ChannelKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What is right for a channel: an address in the open only where it is no secret (C8). */
final class ChannelRules {
    private static final List<String> KINDS =
            Arrays.stream(ChannelKind.values()).map(Enum::name).toList();
    private static final List<String> EVENTS =
            Arrays.stream(ChannelEvent.values()).map(Enum::name).toList();
    private static final Set<String> LATER = Set.of(ChannelEvent.CASE.name(), ChannelEvent.FOLLOWUP.name());
    private static final String KIND = "kind";
    private static final String URL = "url";

    private ChannelRules() {}

    static void check(EntryFields channel) {
        if (!channel.given(KIND)) {
            channel.wrong(KIND, "must be one of " + String.join(", ", KINDS));
        }
        channel.oneOf(KIND, KINDS);
        channel.hookAddress(URL);
        boolean webhook = channel.word(KIND, "").equals(ChannelKind.WEBHOOK.name());
        if (webhook && !channel.given(URL)) {
            channel.wrong(URL, "must be the address to which events are posted");
        }
        if (!webhook && channel.given(URL)) {
            channel.wrong(URL, "is a secret for this kind: it is set with the channel's secrets");
        }
        channel.someOf("events", EVENTS);
        for (JsonNode event : channel.value("events")) {
            if (LATER.contains(event.asText())) {
                channel.warning("events", event.asText() + " is not posted yet");
            }
        }
        channel.codes("regions", EntryLimits.CHANNEL_FILTER);
        channel.codes("groups", EntryLimits.CHANNEL_FILTER);
        channel.yesNo("active");
    }
}
