package io.amends.ingest.replay.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.ResponseField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A field in which two readings of a response differ.
 *
 * @param before null of JSON where it is not there
 * @param after null of JSON where it is not there any more
 */
public record FieldChange(TargetField field, JsonNode before, JsonNode after) {
    /** Numbers that are equal are the same, however many zeros they end with. */
    private static final Comparator<JsonNode> SAME_NUMBERS = (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : one.toString().compareTo(other.toString());
    };

    /**
     * All fields that differ.
     *
     * @param before null where the response is not recorded: then it is its id alone that is told
     */
    public static List<FieldChange> between(@Nullable SurveyResponse before, SurveyResponse after) {
        if (before == null) {
            return List.of(new FieldChange(
                    TargetField.of(ResponseField.RESPONSE_ID),
                    NullNode.getInstance(),
                    TextNode.valueOf(after.responseId())));
        }
        JsonNode was = tree(before);
        JsonNode is = tree(after);
        List<FieldChange> changes = new ArrayList<>();
        for (ResponseField target : ResponseField.values()) {
            for (TargetField field : fields(target, was, is)) {
                JsonNode old = value(was, field);
                JsonNode fresh = value(is, field);
                if (!old.equals(SAME_NUMBERS, fresh)) {
                    changes.add(new FieldChange(field, old, fresh));
                }
            }
        }
        return changes;
    }

    private static List<TargetField> fields(ResponseField target, JsonNode was, JsonNode is) {
        if (!target.named()) {
            return List.of(TargetField.of(target));
        }
        Set<String> names = new TreeSet<>();
        was.path(target.word()).fieldNames().forEachRemaining(names::add);
        is.path(target.word()).fieldNames().forEachRemaining(names::add);
        return names.stream().map(name -> new TargetField(target, name)).toList();
    }

    private static JsonNode value(JsonNode response, TargetField field) {
        JsonNode value = response.at(field.at());
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    private static JsonNode tree(SurveyResponse response) {
        try {
            // Through bytes: a tree that is made of the record writes ten as 1E+1.
            return Json.MAPPER.readTree(Json.write(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
