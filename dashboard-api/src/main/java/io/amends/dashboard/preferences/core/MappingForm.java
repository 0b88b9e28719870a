package io.amends.dashboard.preferences.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.SourceMapping;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.dashboard.studio.core.FormFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A source's mapping as a form with a row a field (A10): each field of a response, each measure and property. */
public final class MappingForm {
    private static final String MEASURES = ResponseField.MEASURES.word();
    private static final String PROPERTIES = ResponseField.PROPERTIES.word();
    /** Rows in which the next properties are named. */
    private static final int SPARE = 2;

    private MappingForm() {}

    /**
     * The rows of a mapping.
     *
     * @param measures that the portal has, mapped or not
     */
    public static List<MappingRow> rows(JsonNode mapping, Collection<String> measures) {
        List<MappingRow> rows = new ArrayList<>();
        Set<String> all = new TreeSet<>(measures);
        mapping.path(MEASURES).fieldNames().forEachRemaining(all::add);
        all.forEach(name -> rows.add(row(MEASURES, name, mapping.path(MEASURES).get(name))));
        SourceMapping.FIELDS.forEach(name -> rows.add(row("", name, mapping.get(name))));
        mapping.path(PROPERTIES).properties().forEach(one -> rows.add(row(PROPERTIES, one.getKey(), one.getValue())));
        return spared(rows);
    }

    private static MappingRow row(String group, String name, @Nullable JsonNode selector) {
        return selector == null || selector.isNull()
                ? MappingRow.empty(group, name)
                : MappingRow.of(group, name, selector);
    }

    /** The rows that were posted. */
    public static List<MappingRow> posted(FormFields form) {
        List<MappingRow> rows = new ArrayList<>();
        int count = form.all("row.name").size();
        for (int i = 0; i < count; i++) {
            rows.add(new MappingRow(
                    at(form, "group", i),
                    at(form, "name", i).strip(),
                    at(form, "way", i),
                    at(form, "place", i),
                    at(form, "fallback", i),
                    at(form, "values", i),
                    at(form, "format", i),
                    at(form, "zone", i)));
        }
        return spared(rows);
    }

    private static String at(FormFields form, String field, int row) {
        List<String> all = form.all("row." + field);
        return row < all.size() ? all.get(row) : "";
    }

    /** Always with some rows without a name at the end, in which the next properties are typed. */
    private static List<MappingRow> spared(List<MappingRow> rows) {
        List<MappingRow> all = new ArrayList<>(rows);
        long free = all.stream().filter(row -> row.unnamed() && row.blank()).count();
        for (long i = free; i < SPARE; i++) {
            all.add(MappingRow.empty(PROPERTIES, ""));
        }
        return List.copyOf(all);
    }

    /** The mapping that rows say; a row without a name says nothing, nor does one of a field that no form has. */
    public static ObjectNode mapping(List<MappingRow> rows) {
        ObjectNode mapping = Json.MAPPER.createObjectNode();
        for (MappingRow row : rows) {
            JsonNode selector = row.selector();
            if (selector != null && !row.unnamed() && known(row)) {
                ObjectNode holder = row.group().isEmpty() ? mapping : mapping.withObject("/" + row.group());
                holder.set(row.name(), selector);
            }
        }
        return mapping;
    }

    private static boolean known(MappingRow row) {
        return row.group().isEmpty()
                ? SourceMapping.FIELDS.contains(row.name())
                : row.group().equals(MEASURES) || row.group().equals(PROPERTIES);
    }

    /** Rows that name again what a row before them has named. */
    public static Set<MappingRow> repeated(List<MappingRow> rows) {
        Set<Map.Entry<String, String>> seen = new HashSet<>();
        Set<MappingRow> twice = new HashSet<>();
        for (MappingRow row : rows) {
            if (!row.unnamed() && !row.blank() && !seen.add(Map.entry(row.group(), row.name()))) {
                twice.add(row);
            }
        }
        return twice;
    }

    /**
     * Where an entry says what no source has, as pointers: it would be left out without a word.
     *
     * @param sent as it was typed
     * @param taken as it is stored
     */
    public static List<String> lost(JsonNode sent, JsonNode taken) {
        List<String> lost = new ArrayList<>();
        collect("", sent, taken, lost);
        return lost;
    }

    private static void collect(String at, JsonNode sent, JsonNode taken, List<String> lost) {
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            JsonNode value = member.getValue();
            String pointer = Reason.at(at, member.getKey());
            // A place alone is stored as a text.
            boolean place = taken.isTextual() && member.getKey().equals(MappingRow.AT);
            boolean nothing = value.isNull() || (value.isContainerNode() && value.isEmpty());
            if (!place && !nothing && !taken.has(member.getKey())) {
                lost.add(pointer);
            } else if (value.isObject()) {
                collect(pointer, value, taken.path(member.getKey()), lost);
            }
        }
    }
}
