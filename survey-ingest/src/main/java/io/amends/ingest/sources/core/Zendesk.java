package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceMapping;
import io.amends.kit.id.Sha256;
import io.amends.kit.secrets.Hmac;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Zendesk: a satisfaction rating, good or bad, or the answers of the newer survey, which customers can change until it
 * expires (docs/sources/zendesk.md).
 */
final class Zendesk implements Vendor {
    private static final Preset PRESETS = Preset.of("zendesk");
    private static final String SURVEY = "survey_response";
    private static final String RATING = "satisfaction_rating";
    private static final Set<String> NOT_RATED = Set.of("offered", "unoffered");

    @Override
    public boolean genuine(Webhook webhook, String secret, SourceDefaults defaults, Instant now) {
        String timestamp = webhook.text("X-Zendesk-Webhook-Signature-Timestamp");
        return Signatures.isRecent(Signatures.iso(timestamp), now)
                && Signatures.isBase64(
                        webhook.text("X-Zendesk-Webhook-Signature"),
                        Hmac.SHA256.of(secret.getBytes(UTF_8), timestamp.getBytes(UTF_8), webhook.body()));
    }

    @Override
    public List<VendorEvent> events(byte[] body, @Nullable String messageId) throws UnreadableBody {
        ObjectNode event = Bodies.object(body);
        JsonNode said = event.has(SURVEY) ? event.get(SURVEY) : event.has(RATING) ? event.get(RATING) : event;
        String response = Bodies.text(said, "/id");
        String version =
                said.path("answers").isArray() ? newest(said.get("answers")) : Bodies.text(said, "/updated_at");
        // A body that a trigger makes has what its author put there.
        String id = response == null || version == null ? Sha256.hex(body) : response + "/" + version;
        boolean rated = !NOT_RATED.contains(said.path("score").asText());
        return List.of(new VendorEvent(
                id, rated ? VendorEvent.EventKind.RESPONSE : VendorEvent.EventKind.OTHER, response, event));
    }

    @Override
    public SourceMapping preset(JsonNode body) {
        return PRESETS.mapping(body.has(SURVEY) ? SURVEY : body.has(RATING) ? RATING : "plain");
    }

    /** The answers of a survey by what they are (rating_scale, open_ended), by their question and by their own id. */
    @Override
    public List<VendorAnswer> answers(JsonNode body) {
        List<VendorAnswer> answers = new ArrayList<>();
        for (JsonNode answer : body.at("/" + SURVEY + "/answers")) {
            List<String> names = Stream.of("/type", "/question/id", "/question_id", "/id")
                    .map(pointer -> Bodies.text(answer, pointer))
                    .filter(Objects::nonNull)
                    .toList();
            List<JsonNode> values = Stream.of("/rating", "/value", "/choice_ids", "/rating_category")
                    .map(answer::at)
                    .filter(value -> !value.isMissingNode() && !value.isNull())
                    .toList();
            if (!names.isEmpty() && !values.isEmpty()) {
                answers.add(new VendorAnswer(names, values));
            }
        }
        return answers;
    }

    private static @Nullable String newest(JsonNode answers) {
        return StreamSupport.stream(answers.spliterator(), false)
                .map(answer -> Bodies.text(answer, "/updated_at"))
                .filter(Objects::nonNull)
                .max(String::compareTo)
                .orElse(null);
    }
}
