package io.amends.ingest.replay.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.api.SourceReplay.OtherResponses;
import io.amends.contracts.api.SourceReplay.ReplayChanges;
import io.amends.contracts.api.SourceReplay.ReplayExample;
import io.amends.contracts.mapping.TargetField.ResponseField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a replay has found so far, in bounded room: a few examples of each field, and no more fields by name than a person
 * reads. Not thread-safe.
 */
public final class ReplayTally {
    private static final int MOST_EXAMPLES = 20;
    private static final int MOST_OF_A_FIELD = 5;
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_TEXT = 500;

    private final Map<String, Long> fields;
    private final List<ReplayExample> examples;
    private final List<ReplayExample> others;
    private long unchanged;
    private long changed;
    private long another;
    private long refused;

    private ReplayTally(Found from) {
        unchanged = from.unchanged();
        refused = from.refused();
        changed = from.changed().count();
        fields = new LinkedHashMap<>(from.changed().fields());
        examples = new ArrayList<>(from.changed().examples());
        another = from.another().count();
        others = new ArrayList<>(from.another().examples());
    }

    /** The same, to be kept. */
    public record Found(long unchanged, ReplayChanges changed, OtherResponses another, long refused) {
        private static final OtherResponses NONE = new OtherResponses(0, false, List.of());
        public static final Found NOTHING = new Found(0, new ReplayChanges(0, Map.of(), List.of()), NONE, 0);

        /** What was kept before others were counted has none. */
        public Found {
            another = Objects.requireNonNullElse(another, NONE);
        }
    }

    /** Goes on counting. */
    public static ReplayTally after(Found before) {
        return new ReplayTally(before);
    }

    /** No response can be made of a body. */
    public void refused() {
        refused++;
    }

    /** A body makes another response than it made before. */
    public void another(String before, String after) {
        another++;
        if (others.size() < MOST_EXAMPLES) {
            others.add(new ReplayExample(
                    before, ResponseField.RESPONSE_ID.word(), TextNode.valueOf(before), TextNode.valueOf(after)));
        }
    }

    /** A body was read, with what it changes. */
    public void read(String responseId, List<FieldChange> changes) {
        if (changes.isEmpty()) {
            unchanged++;
            return;
        }
        changed++;
        for (FieldChange change : changes) {
            String name = change.field().text();
            if (!fields.containsKey(name) && fields.size() >= MOST_FIELDS) {
                name = change.field().target().word();
            }
            fields.merge(name, 1L, Long::sum);
            if (examples.size() < MOST_EXAMPLES && ofField(name) < MOST_OF_A_FIELD) {
                examples.add(
                        new ReplayExample(responseId, name, shortened(change.before()), shortened(change.after())));
            }
        }
    }

    /** What was found. */
    public Found found() {
        ReplayChanges changes = new ReplayChanges(changed, new LinkedHashMap<>(fields), List.copyOf(examples));
        return new Found(unchanged, changes, new OtherResponses(another, false, List.copyOf(others)), refused);
    }

    private long ofField(String name) {
        return examples.stream().filter(example -> example.field().equals(name)).count();
    }

    private static JsonNode shortened(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : "";
        if (text.length() <= LONGEST_TEXT) {
            return value;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return TextNode.valueOf(text.substring(0, end) + "…");
    }
}
