package io.amends.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/**
 * The JSON of each clause, put together of its parts: by the writer from a tree, and by the builder from what somebody has
 * typed, right or wrong.
 */
public final class ClauseJson {
    /** What {@code comment} asks where it asks for no text in it. */
    public static final String PRESENT = "present";

    public static final String ABSENT = "absent";

    /** The key of the text that a {@code comment} contains. */
    public static final String CONTAINS = "contains";

    static final String DAYS_OF_WEEK = "daysOfWeek";
    static final String BETWEEN = "between";
    static final String LTE_THRESHOLD = "lteThreshold";

    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);

    private ClauseJson() {}

    /** {@code all} or {@code any} of these. */
    public static ObjectNode combined(ClauseKind kind, Collection<? extends JsonNode> of) {
        return JSON.objectNode().set(kind.json(), JSON.arrayNode().addAll(of));
    }

    /** {@code not} this. */
    public static ObjectNode not(JsonNode of) {
        return JSON.objectNode().set(ClauseKind.NOT.json(), of);
    }

    /** A {@code measure}, {@code field} or {@code property} with its comparison. */
    public static ObjectNode compared(ClauseKind kind, String subject, Operator operator, JsonNode with) {
        return named(kind, subject).set(operator.json(), with);
    }

    /** A {@code tag} or {@code factor}; a subject that is not compared with anything yet. */
    public static ObjectNode named(ClauseKind kind, String name) {
        return JSON.objectNode().put(kind.json(), name);
    }

    /** A {@code comment} that is {@link #PRESENT} or {@link #ABSENT}. */
    public static ObjectNode comment(String asked) {
        return named(ClauseKind.COMMENT, asked);
    }

    /** A {@code comment} with that text in it. */
    public static ObjectNode commentContains(String text) {
        return JSON.objectNode()
                .set(ClauseKind.COMMENT.json(), JSON.objectNode().put(CONTAINS, text));
    }

    /**
     * {@code submitted} then.
     *
     * @param days empty for any
     * @param between start and end; empty for any time
     */
    public static ObjectNode submitted(Collection<String> days, List<String> between) {
        ObjectNode moment = JSON.objectNode();
        if (!days.isEmpty()) {
            moment.set(DAYS_OF_WEEK, texts(days));
        }
        if (!between.isEmpty()) {
            moment.set(BETWEEN, texts(between));
        }
        return JSON.objectNode().set(ClauseKind.SUBMITTED.json(), moment);
    }

    /** {@code overall} at or below the threshold. */
    public static ObjectNode overallLow() {
        return named(ClauseKind.OVERALL, LTE_THRESHOLD);
    }

    /** A value that is compared with. */
    public static JsonNode value(Value value) {
        if (value instanceof Value.Text text) {
            return JSON.textNode(text.text());
        }
        return value instanceof Value.Numeric number
                ? JSON.numberNode(number.number())
                : JSON.booleanNode(((Value.Flag) value).yes());
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JSON.arrayNode(texts.size());
        texts.forEach(array::add);
        return array;
    }
}
