package io.amends.ingest.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.mapping.TargetField.ResponseField;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a person corrected, as a JSON Merge Patch (RFC 7396): it stays over later versions from the source (A6, A8).
 * Immutable by convention: no method changes its fields.
 */
public record Corrections(ObjectNode fields) {
    /** The field that says whether the customer wants to be contacted. */
    public static final String CONTACT_CHOICE = ResponseField.CONTACT_CHOICE.word();

    /** Nothing corrected. */
    public static Corrections none() {
        return new Corrections(Json.MAPPER.createObjectNode());
    }

    /** Whether there is nothing corrected. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** These and later ones; the later win. */
    public Corrections and(ObjectNode later) {
        // Removing (null) must be remembered as such, hence no plain merge patch here.
        return new Corrections(overlaid(fields, later));
    }

    /**
     * The response with the corrections.
     *
     * @throws IllegalArgumentException if the result is not a response any more
     */
    public SurveyResponse over(SurveyResponse sent) {
        if (isEmpty()) {
            return sent;
        }
        try {
            return Json.read(merged(sent), SurveyResponse.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("the corrections do not fit: " + e.getMessage(), e);
        }
    }

    /** The response with the corrections as JSON, whether that is a response any more or not. */
    public byte[] merged(SurveyResponse sent) {
        try {
            // Through bytes: a tree made of the record writes ten as 1E+1, which is equal to nothing stored.
            return Json.write(patched(Json.MAPPER.readTree(Json.write(sent)), applicable(sent)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A customer's NO stands, whatever was corrected before it came (B4). */
    private ObjectNode applicable(SurveyResponse sent) {
        return sent.contactChoice() == ContactChoice.NO ? fields.deepCopy().without(CONTACT_CHOICE) : fields;
    }

    private static ObjectNode overlaid(ObjectNode earlier, ObjectNode later) {
        ObjectNode result = earlier.deepCopy();
        later.properties().forEach(field -> {
            JsonNode old = result.get(field.getKey());
            boolean both = old instanceof ObjectNode && field.getValue() instanceof ObjectNode;
            result.set(
                    field.getKey(),
                    both ? overlaid((ObjectNode) old, (ObjectNode) field.getValue()) : field.getValue());
        });
        return result;
    }

    private static JsonNode patched(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode fields)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : Json.MAPPER.createObjectNode();
        fields.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                JsonNode old = result.path(field.getKey());
                result.set(field.getKey(), patched(old, field.getValue()));
            }
        });
        return result;
    }
}
