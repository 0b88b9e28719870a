package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceMapping;
import io.amends.kit.secrets.Hmac;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        // A list of responses, as it is fetched in bulk, has them in its data.
        List<JsonNode> responses = new ArrayList<>();
        (fetched.path("data").isArray() ? fetched.get("data") : List.of(fetched)).forEach(responses::add);
        if (responses.isEmpty()
                || !responses.stream().allMatch(each -> each.path("pages").isArray())) {
            throw new UnreadableBody("is not a response with its details, as it is fetched: it has no pages");
        }
        return List.copyOf(responses);
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
                add(answers, question);
            }
        }
        answers.addAll(Bodies.members(body, "/custom_variables", Set.of()));
        return answers;
    }

    @Override
    public Optional<Fetching> fetching() {
        return Optional.of(FETCHING);
    }

    /**
     * The answer to a question by its names. The rows of a matrix, and a comment beside a choice, are answers of their own:
     * {@code <question>/<row>} and {@code <question>/other}.
     */
    private static void add(List<VendorAnswer> answers, JsonNode question) {
        List<String> names = Bodies.names(question, "/id", "/variable_id", "/variable_name");
        if (names.isEmpty()) {
            return;
        }
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        List<JsonNode> all = new ArrayList<>();
        List<JsonNode> chosen = new ArrayList<>();
        List<JsonNode> written = new ArrayList<>();
        for (JsonNode answer : question.path("answers")) {
            boolean other = answer.hasNonNull("other_id");
            all.add(answer);
            (other ? written : chosen).add(answer);
            if (!other) {
                String row = Objects.requireNonNullElse(Bodies.text(answer, "/row_id"), "");
                rows.computeIfAbsent(row, any -> new ArrayList<>()).add(answer);
            }
        }
        boolean beside = chosen.size() == 1 && !written.isEmpty();
        boolean inParts = rows.size() > 1;
        addAnswer(answers, names, beside ? chosen : all, inParts);
        if (inParts) {
            rows.forEach((row, said) -> addAnswer(answers, List.of(names.get(0) + "/" + row, row), said, false));
        }
        if (beside || inParts) {
            written.forEach(said -> addAnswer(
                    answers,
                    List.of(names.get(0) + "/other", said.path("other_id").asText()),
                    List.of(said),
                    false));
        }
    }

    /** One is a text, the words of a choice or its weight, and its id; several are lists of these. */
    private static void addAnswer(
            List<VendorAnswer> answers, List<String> names, List<JsonNode> said, boolean inParts) {
        List<JsonNode> values = Stream.of(told(said, "/text", "/simple_text"), told(said, "/choice_metadata/weight"))
                .flatMap(Optional::stream)
                .toList();
        List<JsonNode> codes = told(said, "/choice_id").stream().toList();
        VendorAnswer answer = new VendorAnswer(names, values, codes, inParts);
        if (!answer.isEmpty()) {
            answers.add(answer);
        }
    }

    /** What is at the first of the pointers that has something, of each. */
    private static Optional<JsonNode> told(List<JsonNode> said, String... pointers) {
        List<JsonNode> values = said.stream()
                .map(answer -> Stream.of(pointers)
                        .map(answer::at)
                        .filter(value -> value.isValueNode() && !value.isNull())
                        .findFirst())
                .flatMap(Optional::stream)
                .toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                said.size() == 1
                        ? values.get(0)
                        : JsonNodeFactory.instance.arrayNode().addAll(values));
    }

    private static Optional<String> path(JsonNode event) {
        String told = Bodies.text(event, "/resources/survey_id");
        String survey = told == null && event.path("filter_type").asText().equals("survey")
                ? Bodies.text(event, "/filter_id")
                : told;
        String response = Bodies.text(event, "/object_id");
        return Bodies.isPlainId(survey) && Bodies.isPlainId(response)
                ? Optional.of("/v3/surveys/" + survey + "/responses/" + response + "/details?simple=true")
                : Optional.empty();
    }
}
