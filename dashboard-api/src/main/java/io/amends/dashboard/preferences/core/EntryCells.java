package io.amends.dashboard.preferences.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.directory.EntryType;
import java.util.ArrayList;
import java.util.List;

/** Entries as lines of a file: the code, then the fields by the names that they have in the API. */
public final class EntryCells {
    /** The first column. */
    public static final String CODE = "code";

    private EntryCells() {}

    /** The columns of a file of that type, in their order. */
    public static List<String> columns(EntryType type) {
        List<String> columns = new ArrayList<>();
        columns.add(CODE);
        columns.addAll(EntryShape.of(type).keySet());
        return columns;
    }

    /** The cells of an entry in these columns, guarded. */
    public static List<String> of(List<String> columns, String code, Record entry) {
        ObjectNode json = Json.MAPPER.valueToTree(entry);
        return columns.stream()
                .map(column -> column.equals(CODE) ? code : FieldKind.text(json.path(column)))
                .map(GuardedCell::guarded)
                .toList();
    }
}
