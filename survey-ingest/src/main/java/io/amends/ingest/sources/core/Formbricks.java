package io.amends.ingest.sources.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceMapping;
import io.amends.contracts.mapping.TargetField.ResponseField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Formbricks: Standard Webhooks, one event a body, which is an object or an array of one (docs/sources/formbricks.md). */
final class Formbricks implements Vendor {
    private static final SourceMapping PRESET = Preset.of("formbricks").mapping();
    private static final Set<String> EVENTS = Set.of("responseCreated", "responseUpdated", "responseFinished");
    private static final String TEST = "testEvent";
    private static final int LARGEST_TEST = 1_000;
    private static final String LANGUAGE = "/data/language";
    private static final String TAGS = "/data/tags";

    @Override
    public boolean genuine(Webhook webhook, String secret, SourceDefaults defaults, Instant now) {
        return Signatures.isStandard(webhook, secret, now);
    }

    @Override
    public @Nullable String secretFault(String secret) {
        return Signatures.standardFault(secret);
    }

    @Override
    public @Nullable String messageId(Webhook webhook) {
        return webhook.header("webhook-id");
    }

    /** The address is tried before there is a secret to sign with. */
    @Override
    public boolean asksWhetherSomebodyListens(Webhook webhook) {
        if (webhook.body().length > LARGEST_TEST) {
            return false;
        }
        try {
            ObjectNode body = Bodies.object(webhook.body());
            return TEST.equals(body.path("event").textValue()) && !body.has("data");
        } catch (UnreadableBody e) {
            return false;
        }
    }

    @Override
    public List<VendorEvent> events(byte[] body, @Nullable String messageId) throws UnreadableBody {
        List<VendorEvent> events = new ArrayList<>();
        for (ObjectNode each : Bodies.objects(body)) {
            String event = each.path("event").asText();
            String response = Bodies.text(each, "/data/id");
            String version = response + "/" + event + "/" + Bodies.text(each, "/data/updatedAt");
            String id = messageId == null ? version : messageId + "/" + version;
            boolean known = EVENTS.contains(event) && response != null;
            events.add(
                    known
                            ? VendorEvent.response(id, response, each)
                            : new VendorEvent(id, VendorEvent.EventKind.OTHER, response, each));
        }
        return events;
    }

    @Override
    public SourceMapping preset(JsonNode body) {
        String language = Bodies.text(body, LANGUAGE);
        // A survey in one language calls that "default", which is the name of no language.
        return language == null || language.equals("default")
                ? PRESET
                : Preset.pointing(PRESET, ResponseField.LANGUAGE, LANGUAGE);
    }

    @Override
    public List<VendorAnswer> answers(JsonNode body) {
        List<VendorAnswer> answers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> answer : body.at("/data/data").properties()) {
            if (!answer.getValue().isNull()) {
                answers.add(new VendorAnswer(
                        List.of(answer.getKey(), Reason.at("/data/data", answer.getKey())),
                        List.of(answer.getValue())));
            }
        }
        answers.addAll(Bodies.members(body, "/data/variables", Set.of()));
        answers.addAll(Bodies.members(body, "/data/contactAttributes", Set.of()));
        VendorAnswer tags = Bodies.labels(body, TAGS);
        if (!tags.isEmpty()) {
            answers.add(tags);
        }
        return answers;
    }
}
