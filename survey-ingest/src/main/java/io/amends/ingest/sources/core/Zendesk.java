package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceMapping;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.kit.id.Sha256;
import io.amends.kit.secrets.Hmac;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Zendesk: a satisfaction rating, good or bad, or the answers of the newer survey, which customers can change until it
 * expires (docs/sources/zendesk.md).
 */
final class Zendesk implements Vendor {
    private static final Preset PRESETS = Preset.of("zendesk");
    private static final String SURVEY = "survey_response";
    private static final String RATING = "satisfaction_rating";
    private static final String ANSWERS = "answers";
    private static final String CREATED = "created_at";
    private static final String UPDATED = "updated_at";
    private static final String SCORE = "score";
    /** What is subscribed to as an event, and not made by a trigger, has a type that begins so. */
    private static final String NATIVE_EVENT = "zen:event-type:";

    private static final Set<String> NOT_RATED = Set.of("", "offered", "unoffered");

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
        ObjectNode event = opened(Bodies.object(body));
        JsonNode said = event.has(SURVEY) ? event.get(SURVEY) : event.has(RATING) ? event.get(RATING) : event;
        String response = Bodies.text(said, "/id");
        String version = said.path(ANSWERS).isArray()
                ? place(said.path(ANSWERS), UPDATED, Comparator.naturalOrder())
                        .map(place ->
                                said.path(ANSWERS).path(place).path(UPDATED).asText())
                        .orElse(null)
                : Bodies.text(said, "/updated_at");
        // A body that a trigger makes has what its author put there.
        String id = response == null || version == null ? Sha256.hex(body) : response + "/" + version;
        return List.of(new VendorEvent(
                id,
                isRated(event, said) ? VendorEvent.EventKind.RESPONSE : VendorEvent.EventKind.OTHER,
                response,
                event));
    }

    private static boolean isRated(JsonNode event, JsonNode said) {
        if (isNative(event) && !event.has(SURVEY) && !event.has(RATING)) {
            return false; // something else happened to a ticket
        }
        JsonNode score = said.path(SCORE);
        return score.isMissingNode()
                || !NOT_RATED.contains(score.asText().strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isNative(JsonNode event) {
        return event.path("type").asText().startsWith(NATIVE_EVENT);
    }

    /** A body as it is; what a subscription to events wraps into its event or its detail is beside these as well. */
    private static ObjectNode opened(ObjectNode body) {
        if (!isNative(body)) {
            return body;
        }
        ObjectNode opened = body.deepCopy();
        for (String wrapper : List.of("detail", "event")) {
            JsonNode inner = body.path(wrapper);
            for (String name : List.of(SURVEY, RATING)) {
                if (inner.path(name).isObject()) {
                    opened.set(name, inner.get(name));
                }
            }
            if (inner.path(ANSWERS).isArray()) {
                opened.set(SURVEY, inner);
            }
        }
        return opened;
    }

    @Override
    public SourceMapping preset(JsonNode body) {
        return body.has(SURVEY) ? survey(body.get(SURVEY)) : PRESETS.mapping(body.has(RATING) ? RATING : "plain");
    }

    /** The first of its answers says when it was given, the one that was changed last its version. */
    private static SourceMapping survey(JsonNode survey) {
        SourceMapping preset = PRESETS.mapping(SURVEY);
        JsonNode answers = survey.path(ANSWERS);
        Optional<Integer> first = place(answers, CREATED, Comparator.reverseOrder());
        if (first.isPresent()) {
            preset = Preset.pointing(preset, ResponseField.SUBMITTED_AT, at(ANSWERS, first.get(), CREATED));
        }
        Optional<Integer> newest = place(answers, UPDATED, Comparator.naturalOrder());
        if (newest.isPresent()) {
            preset = Preset.pointing(preset, ResponseField.UPDATED_AT, at(ANSWERS, newest.get(), UPDATED));
        }
        JsonNode subjects = survey.path("subjects");
        for (int place = 0; place < subjects.size(); place++) {
            if (subjects.path(place).path("type").asText().equals("ticket")) {
                return Preset.pointing(preset, ResponseField.TICKET_ID, at("subjects", place, "id"));
            }
        }
        for (JsonNode name : survey.path("subject_zrns")) {
            String ticket = Signatures.after("zen:ticket:", name.asText());
            if (!ticket.isEmpty()) {
                return Preset.saying(preset, ResponseField.TICKET_ID, ticket);
            }
        }
        return preset;
    }

    private static String at(String list, int place, String member) {
        return "/" + SURVEY + "/" + list + "/" + place + "/" + member;
    }

    /** Where the largest of the times is that are all written alike; empty where there is none. */
    private static Optional<Integer> place(JsonNode answers, String time, Comparator<String> order) {
        return IntStream.range(0, answers.size())
                .boxed()
                .filter(place -> !answers.path(place).path(time).asText().isBlank())
                .max(Comparator.comparing(
                        place -> answers.path(place).path(time).asText(), order));
    }

    /**
     * The answers of a survey by their question's alias and id, by their own id, and by what they are (rating_scale,
     * open_ended, closed_ended). Of several ratings the one of the customer's satisfaction comes first.
     */
    @Override
    public List<VendorAnswer> answers(JsonNode body) {
        List<VendorAnswer> satisfaction = new ArrayList<>();
        List<VendorAnswer> others = new ArrayList<>();
        for (JsonNode answer : body.at("/" + SURVEY + "/" + ANSWERS)) {
            List<JsonNode> values = Stream.of("/rating", "/value")
                    .map(answer::at)
                    .filter(value -> value.isValueNode() && !value.isNull())
                    .toList();
            List<JsonNode> codes = Stream.of(
                            Bodies.texts(answer.path("selections"), "option_id"),
                            answer.path("choice_ids"),
                            answer.path("rating_category"))
                    .filter(value -> value.isTextual() || !value.isEmpty())
                    .toList();
            List<String> names =
                    Bodies.names(answer, "/question/alias", "/question/id", "/question_id", "/id", "/type");
            VendorAnswer read = new VendorAnswer(names, values, codes);
            if (!read.isEmpty()) {
                boolean first = answer.at("/question/sub_type").asText().equals("customer_satisfaction");
                (first ? satisfaction : others).add(read);
            }
        }
        satisfaction.addAll(others);
        // Where the source maps measures of its own, the preset's are not taken: the rating is not lost then.
        VendorAnswer rating = Bodies.plain(body, "/" + RATING + "/" + SCORE);
        if (!rating.isEmpty()) {
            satisfaction.add(rating);
        }
        return satisfaction;
    }
}
