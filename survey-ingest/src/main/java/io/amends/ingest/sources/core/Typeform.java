package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        for (JsonNode answer : body.at("/form_response/answers")) {
            List<String> names = Stream.of("/field/ref", "/field/id")
                    .map(pointer -> Bodies.text(answer, pointer))
                    .filter(name -> name != null)
                    .toList();
            List<JsonNode> values = values(answer);
            if (!names.isEmpty() && !values.isEmpty()) {
                answers.add(new VendorAnswer(names, values));
            }
        }
        answers.addAll(Bodies.members(body, "/form_response/hidden", Set.of()));
        return answers;
    }

    /** A value is in a member that is called as its type; of a choice there are label, ref and id. */
    private static List<JsonNode> values(JsonNode answer) {
        JsonNode value = answer.path(answer.path("type").asText());
        List<JsonNode> values = new ArrayList<>();
        if (value.isValueNode() && !value.isNull()) {
            values.add(value);
        } else if (value.path("labels").isArray()) {
            Stream.of("labels", "refs", "ids")
                    .map(value::path)
                    .filter(JsonNode::isArray)
                    .forEach(values::add);
        } else {
            Stream.of("label", "other", "ref", "id")
                    .map(value::path)
                    .filter(plain -> plain.isValueNode() && !plain.isNull())
                    .forEach(values::add);
        }
        return values;
    }
}
