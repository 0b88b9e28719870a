package io.amends.ingest.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableJson;
import io.amends.contracts.SurveyResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Reads a submitted survey response and checks its form (A5); every way in goes through here. Thread-safe. */
public final class SubmissionReader {
    /** The largest event, in bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final String SCHEMA = "/io/amends/contracts/schemas/survey-submitted.schema.json";

    private final JsonSchema schema = loaded();

    /**
     * Reads UTF-8 JSON.
     *
     * @throws Malformed with all reasons, if it is not a survey response
     */
    public Submission read(byte[] json) throws Malformed {
        if (json.length > MAX_BYTES) {
            throw Malformed.because("the event has " + json.length + " bytes; the limit is " + MAX_BYTES);
        }
        JsonNode body = storable(json);
        List<Reason> errors = schema.validate(body).stream()
                .map(m -> new Reason(m.getInstanceLocation().toString(), m.getMessage()))
                .toList();
        if (!errors.isEmpty()) {
            throw new Malformed(Malformed.readable(errors));
        }
        try {
            SurveyResponse response = Json.MAPPER.treeToValue(body, SurveyResponse.class);
            return new Submission(response, BodyHash.of(response));
        } catch (JsonProcessingException e) {
            throw Malformed.because(e.getOriginalMessage());
        }
    }

    /**
     * Reads some fields of a response, such as a person's corrections; their form is checked with the whole.
     *
     * @throws Malformed if it is not a JSON object
     */
    public static ObjectNode fields(byte[] json) throws Malformed {
        if (storable(json) instanceof ObjectNode object) {
            return object;
        }
        throw Malformed.because("not a JSON object");
    }

    private static JsonNode storable(byte[] json) throws Malformed {
        StorableJson checked = StorableJson.mended(tree(json));
        if (!checked.ok()) {
            throw new Malformed(Malformed.readable(checked.errors()));
        }
        return checked.json();
    }

    private static JsonNode tree(byte[] json) throws Malformed {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw Malformed.because("not JSON: " + e.getOriginalMessage() + where(e));
        } catch (IOException | NumberFormatException | ArithmeticException e) {
            throw Malformed.because("not JSON in UTF-8: " + e.getMessage());
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    private static JsonSchema loaded() {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        try (InputStream in = SubmissionReader.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + SCHEMA);
            }
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8),
                            InputFormat.JSON,
                            config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
