package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceMapping;
import io.amends.kit.secrets.Hmac;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Typeform: answers are found by the ref or the id of their field (docs/sources/typeform.md). */
final class Typeform implements Vendor {
    private static final SourceMapping PRESET = Preset.of("typeform").mapping();

    @Override
    public boolean genuine(Webhook webhook, String secret, SourceDefaults defaults, Instant now) {
        return Signatures.isBase64(
                Signatures.after(Signatures.SHA256_EQUALS, webhook.text("Typeform-Signature")),
                Hmac.SHA256.of(secret.getBytes(UTF_8), webhook.body()));
    }

    @Override
    public List<VendorEvent> events(byte[] body, @Nullable String messageId) throws UnreadableBody {
        ObjectNode event = Bodies.object(body);
        String id = Bodies.text(event, "/event_id");
        String response = Bodies.text(event, "/form_response/token");
        if (id == null) {
            throw new UnreadableBody("has no event_id");
        }
        boolean answered = event.path("event_type").asText().equals("form_response");
        return List.of(new VendorEvent(
                id, answered ? VendorEvent.EventKind.RESPONSE : VendorEvent.EventKind.OTHER, response, event));
    }

    @Override
    public SourceMapping preset(JsonNode body) {
        return PRESET;
    }

    @Override
    public List<VendorAnswer> answers(JsonNode body) {
        List<VendorAnswer> answers = new ArrayList<>();
        int place = 0;
        for (JsonNode answer : body.at("/form_response/answers")) {
            String type = answer.path("type").asText();
            List<String> names = new ArrayList<>(Bodies.names(answer, "/field/ref", "/field/id"));
            names.add(Reason.at("/form_response/answers/" + place, type));
            VendorAnswer read = answer(List.copyOf(names), answer.path(type));
            if (!read.isEmpty()) {
                answers.add(read);
            }
            place++;
        }
        answers.addAll(Bodies.members(body, "/form_response/hidden", Set.of()));
        place = 0;
        for (JsonNode variable : body.at("/form_response/variables")) {
            String type = variable.path("type").asText();
            String key = Bodies.text(variable, "/key");
            JsonNode value = variable.path(type);
            if (key != null && value.isValueNode() && !value.isNull()) {
                answers.add(new VendorAnswer(
                        List.of(key, Reason.at("/form_response/variables/" + place, type)), List.of(value)));
            }
            place++;
        }
        return answers;
    }

    /** A value is in a member that is called as its type; of a choice there are label, ref and id. */
    private static VendorAnswer answer(List<String> names, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            return new VendorAnswer(names, List.of(value));
        }
        if (value.path("labels").isArray()) {
            ArrayNode labels = value.get("labels").deepCopy();
            if (value.path("other").isTextual()) {
                labels.add(value.get("other"));
            }
            return new VendorAnswer(
                    names,
                    List.of(labels),
                    Stream.of("refs", "ids")
                            .map(value::path)
                            .filter(JsonNode::isArray)
                            .toList());
        }
        return new VendorAnswer(names, plain(value, "label", "other"), plain(value, "ref", "id"));
    }

    private static List<JsonNode> plain(JsonNode value, String... members) {
        return Stream.of(members)
                .map(value::path)
                .filter(plain -> plain.isValueNode() && !plain.isNull())
                .toList();
    }
}
