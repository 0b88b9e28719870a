package io.amends.ingest.sources.core;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A value in a body that has a name: the answer to a question, or a field that was sent along.
 *
 * @param names what the vendor calls it, such as the question's id and its ref, and the pointer to it where there is one; the
 *     first is its name as a property
 * @param values what it is, the plainest first: the label of a choice before its number
 * @param codes what the vendor calls the value, such as the id of a choice: {@code values} of a selector may name it, and
 *     it is never taken for a number
 * @param inParts whether its parts are answers of their own, so that they are kept as properties and it is not
 */
public record VendorAnswer(List<String> names, List<JsonNode> values, List<JsonNode> codes, boolean inParts) {

    /** One without codes. */
    VendorAnswer(List<String> names, List<JsonNode> values) {
        this(names, values, List.of(), false);
    }

    /** One with codes. */
    VendorAnswer(List<String> names, List<JsonNode> values, List<JsonNode> codes) {
        this(names, values, codes, false);
    }

    /** Whether nothing was answered. */
    boolean isEmpty() {
        return names.isEmpty() || (values.isEmpty() && codes.isEmpty());
    }

    /** The plainest way in which it is said. */
    JsonNode plainest() {
        return values.isEmpty() ? codes.get(0) : values.get(0);
    }
}
