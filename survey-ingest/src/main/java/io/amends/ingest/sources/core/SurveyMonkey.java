package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceMapping;
import io.amends.kit.secrets.Hmac;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SurveyMonkey: a webhook names the response, whose details are fetched (docs/sources/surveymonkey.md). */
final class SurveyMonkey implements Vendor {
    private static final SourceMapping PRESET = Preset.of("surveymonkey").mapping();
    private static final Set<String> COMPLETED =
            Set.of("response_completed", "response_updated", "response_created", "response_overquota");
    private static final String OF_THE_APP = "&";
    private static final Fetching FETCHING = new Fetching(
            "https://api.surveymonkey.com",
            Duration.ofMillis(500), // 120 calls a minute
            SurveyMonkey::path,
            token -> Map.of("Authorization", "Bearer " + token));

    /** The key is the client's id and the client's secret with an ampersand between; the id comes along where it is not set. */
    @Override
    public boolean genuine(Webhook webhook, String secret, SourceDefaults defaults, Instant now) {
        String key = secret.contains(OF_THE_APP) ? secret : webhook.text("Sm-Apikey") + OF_THE_APP + secret;
        return Signatures.isBase64(webhook.text("Sm-Signature"), Hmac.SHA1.of(key.getBytes(UTF_8), webhook.body()));
    }

    @Override
    public List<VendorEvent> events(byte[] body, @Nullable String messageId) throws UnreadableBody {
        ObjectNode event = Bodies.object(body);
        String id = Bodies.text(event, "/event_id");
        if (id == null) {
            throw new UnreadableBody("has no event_id");
        }
        boolean named = COMPLETED.contains(event.path("event_type").asText())
                && path(event).isPresent();
        return List.of(new VendorEvent(
                id,
                named ? VendorEvent.EventKind.NAMED : VendorEvent.EventKind.OTHER,
                Bodies.text(event, "/object_id"),
                event));
    }

    @Override
    public List<JsonNode> samples(byte[] body) throws UnreadableBody {
        ObjectNode fetched = Bodies.object(body);
        if (!fetched.path("pages").isArray()) {
            throw new UnreadableBody("is not a response with its details, as it is fetched: it has no pages");
        }
        return List.of(fetched);
    }

    @Override
    public SourceMapping preset(JsonNode body) {
        return PRESET;
    }

    @Override
    public List<VendorAnswer> answers(JsonNode body) {
        List<VendorAnswer> answers = new ArrayList<>();
        for (JsonNode page : body.path("pages")) {
            for (JsonNode question : page.path("questions")) {
                List<String> names = Stream.of("/id", "/variable_id", "/variable_name")
                        .map(pointer -> Bodies.text(question, pointer))
                        .filter(Objects::nonNull)
                        .toList();
                List<JsonNode> values = values(question.path("answers"));
                if (!names.isEmpty() && !values.isEmpty()) {
                    answers.add(new VendorAnswer(names, values));
                }
            }
        }
        answers.addAll(Bodies.members(body, "/custom_variables", Set.of()));
        return answers;
    }

    @Override
    public Optional<Fetching> fetching() {
        return Optional.of(FETCHING);
    }

    /** One answer is a text, the weight of a choice, its words, or its id; several are lists of these. */
    private static List<JsonNode> values(JsonNode answers) {
        if (answers.size() > 1) {
            return Stream.of("text", "simple_text", "choice_id")
                    .map(member -> Bodies.texts(answers, member))
                    .filter(list -> !list.isEmpty())
                    .map(list -> (JsonNode) list)
                    .toList();
        }
        JsonNode answer = answers.path(0);
        return Stream.of("/text", "/choice_metadata/weight", "/simple_text", "/choice_id")
                .map(answer::at)
                .filter(value -> value.isValueNode() && !value.isNull())
                .toList();
    }

    private static Optional<String> path(JsonNode event) {
        String survey = Bodies.text(event, "/resources/survey_id");
        String response = Bodies.text(event, "/object_id");
        return Bodies.isPlainId(survey) && Bodies.isPlainId(response)
                ? Optional.of("/v3/surveys/" + survey + "/responses/" + response + "/details?simple=true")
                : Optional.empty();
    }
}
