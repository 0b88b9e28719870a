package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceMapping;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.kit.secrets.Hmac;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Delighted: the comment comes late, as an update; an unsubscribe is an opt-out (docs/sources/delighted.md). */
final class Delighted implements Vendor {
    private static final Preset PRESETS = Preset.of("delighted");
    private static final SourceMapping PRESET = PRESETS.mapping("response");
    /** What tells of an unsubscribe has the person without a wrapper, as Delighted's list of unsubscribes has. */
    private static final SourceMapping BARE_PERSON = PRESETS.mapping("unsubscribe");

    private static final String PERSON = "/event_data/person";
    private static final String TAGS = "/event_data/tags";
    private static final String UNSUBSCRIBED = "unsubscribe.created";
    private static final String RESPONSE = "survey_response.";
    private static final String SCORE = "/event_data/score";
    /** Kinds of surveys whose scale is the one that a portal has under that name; all others must be mapped. */
    private static final Set<String> SCALES = Set.of("nps", "csat", "ces");

    @Override
    public boolean genuine(Webhook webhook, String secret, SourceDefaults defaults, Instant now) {
        String written = webhook.text("X-Delighted-Webhook-Signature");
        return Signatures.isHex(
                Signatures.after(Signatures.SHA256_EQUALS, written),
                Hmac.SHA256.of(secret.getBytes(UTF_8), webhook.body()));
    }

    @Override
    public List<VendorEvent> events(byte[] body, @Nullable String messageId) throws UnreadableBody {
        ObjectNode event = Bodies.object(body);
        String type = event.path("event_type").asText();
        String id = Bodies.text(event, "/event_id");
        if (id == null) {
            throw new UnreadableBody("has no event_id");
        }
        VendorEvent.EventKind kind = type.equals(UNSUBSCRIBED)
                ? VendorEvent.EventKind.OPT_OUT
                : type.startsWith(RESPONSE) ? VendorEvent.EventKind.RESPONSE : VendorEvent.EventKind.OTHER;
        return List.of(new VendorEvent(id, kind, Bodies.text(event, "/event_data/id"), event));
    }

    @Override
    public SourceMapping preset(JsonNode body) {
        if (body.path("event_type").asText().equals(UNSUBSCRIBED)
                && !body.at(PERSON).isObject()) {
            return BARE_PERSON;
        }
        String kind = body.at("/event_data/survey_type").asText();
        SourceMapping preset =
                body.at(PERSON).isValueNode() ? Preset.pointing(PRESET, ResponseField.CUSTOMER_ID, PERSON) : PRESET;
        return SCALES.contains(kind) ? Preset.measuring(preset, kind, SCORE) : preset;
    }

    @Override
    public List<VendorAnswer> answers(JsonNode body) {
        List<VendorAnswer> answers = new ArrayList<>(Bodies.members(body, "/event_data/person_properties", Set.of()));
        for (JsonNode answer : body.at("/event_data/additional_answers")) {
            JsonNode value = answer.path("value");
            List<JsonNode> values = new ArrayList<>();
            for (String plain : List.of("free_response", "scale")) {
                if (value.hasNonNull(plain)) {
                    values.add(value.get(plain));
                }
            }
            List<JsonNode> codes = new ArrayList<>();
            if (value.path("select_one").isObject()) {
                values.add(value.at("/select_one/text"));
                codes.add(value.at("/select_one/id"));
            }
            if (value.path("select_many").isArray()) {
                values.add(Bodies.texts(value.get("select_many"), "text"));
                codes.add(Bodies.texts(value.get("select_many"), "id"));
            }
            String question = Bodies.text(answer, "/question/id");
            if (question != null && !values.isEmpty()) {
                answers.add(new VendorAnswer(List.of(question), values, codes));
            }
        }
        // Of a kind of survey that is no scale of its own the score is for a mapping to name.
        Stream.of(Bodies.plain(body, SCORE), Bodies.labels(body, TAGS))
                .filter(answer -> !answer.isEmpty())
                .forEach(answers::add);
        return answers;
    }
}
