package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceMapping;
import io.amends.kit.secrets.Hmac;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Qualtrics: a form whose field MSG names the response, which is fetched (docs/sources/qualtrics.md). */
final class Qualtrics implements Vendor {
    private static final SourceMapping PRESET = Preset.of("qualtrics").mapping();
    private static final String MESSAGE = "MSG";
    private static final String VALUES = "/result/values";
    private static final Fetching FETCHING = new Fetching(
            null,
            Duration.ofMillis(250), // 240 calls a minute
            Qualtrics::path,
            token -> Map.of("X-API-TOKEN", token));
    /** What is about the visit and not about the answers; where somebody was is nobody's business here. */
    private static final Set<String> VISIT = Set.of(
            "startDate",
            "endDate",
            "status",
            "ipAddress",
            "progress",
            "duration",
            "finished",
            "recordedDate",
            "_recordId",
            "locationLatitude",
            "locationLongitude",
            "distributionChannel",
            "userLanguage",
            "recipientEmail",
            "recipientFirstName",
            "recipientLastName",
            "externalDataReference");

    @Override
    public boolean genuine(Webhook webhook, String secret, SourceDefaults defaults, Instant now) {
        Map<String, String> form = form(webhook.body());
        String message = form.get(MESSAGE);
        return message != null
                && Signatures.isHex(
                        form.getOrDefault("HMAC", ""), Hmac.SHA512.of(secret.getBytes(UTF_8), message.getBytes(UTF_8)));
    }

    @Override
    public List<VendorEvent> events(byte[] body, @Nullable String messageId) throws UnreadableBody {
        String message = form(body).get(MESSAGE);
        if (message == null) {
            throw new UnreadableBody("has no field " + MESSAGE);
        }
        ObjectNode event = Bodies.object(message.getBytes(UTF_8));
        String response = Bodies.text(event, "/ResponseID");
        if (response == null) {
            throw new UnreadableBody("has no ResponseID");
        }
        boolean named = path(event).isPresent();
        String id = response + "/" + Bodies.text(event, "/CompletedDate");
        return List.of(new VendorEvent(
                id, named ? VendorEvent.EventKind.NAMED : VendorEvent.EventKind.OTHER, response, event));
    }

    @Override
    public List<JsonNode> samples(byte[] body) throws UnreadableBody {
        ObjectNode fetched = Bodies.object(body);
        if (!fetched.at(VALUES).isObject()) {
            throw new UnreadableBody("is not a response as it is fetched: it has no result with values");
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
        for (Map.Entry<String, JsonNode> value : body.at(VALUES).properties()) {
            String name = value.getKey();
            if (!VISIT.contains(name) && !value.getValue().isNull()) {
                List<JsonNode> values = new ArrayList<>();
                JsonNode label = body.at("/result/labels").path(name);
                if (!label.isMissingNode() && !label.isNull()) {
                    values.add(label);
                }
                values.add(value.getValue());
                answers.add(new VendorAnswer(List.of(name, Reason.at(VALUES, name)), values));
            }
        }
        return answers;
    }

    @Override
    public Optional<Fetching> fetching() {
        return Optional.of(FETCHING);
    }

    private static Optional<String> path(JsonNode event) {
        String survey = Bodies.text(event, "/SurveyID");
        String response = Bodies.text(event, "/ResponseID");
        return Bodies.isPlainId(survey) && Bodies.isPlainId(response)
                ? Optional.of("/API/v3/surveys/" + survey + "/responses/" + response)
                : Optional.empty();
    }

    /** The fields of a form; of one that is there twice the first counts, so that no other one is read than is checked. */
    private static Map<String, String> form(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : new String(body, UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    fields.putIfAbsent(
                            URLDecoder.decode(pair.substring(0, equals), UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
                } catch (IllegalArgumentException e) {
                    return Map.of(); // a percent sign that nothing follows: no form
                }
            }
        }
        return fields;
    }
}
