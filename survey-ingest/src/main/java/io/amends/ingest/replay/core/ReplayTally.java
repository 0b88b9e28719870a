package io.amends.ingest.replay.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.api.SourceReplay.ReplayChanges;
import io.amends.contracts.api.SourceReplay.ReplayExample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private long unchanged;
    private long changed;
    private long refused;

    private ReplayTally(Found from) {
        unchanged = from.unchanged();
        refused = from.refused();
        changed = from.changed().count();
        fields = new LinkedHashMap<>(from.changed().fields());
        examples = new ArrayList<>(from.changed().examples());
    }

    /** The same, to be kept. */
    public record Found(long unchanged, ReplayChanges changed, long refused) {
        public static final Found NOTHING = new Found(0, new ReplayChanges(0, Map.of(), List.of()), 0);
    }

    /** Goes on counting. */
    public static ReplayTally after(Found before) {
        return new ReplayTally(before);
    }

    /** No response can be made of a body. */
    public void refused() {
        refused++;
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
        return new Found(unchanged, changes, refused);
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
