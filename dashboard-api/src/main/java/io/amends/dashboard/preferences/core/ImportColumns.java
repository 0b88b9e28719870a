package io.amends.dashboard.preferences.core;

import io.amends.dashboard.preferences.core.CsvFile.CsvRow;
import io.amends.dashboard.preferences.core.ImportPlan.Trouble;
import io.amends.dashboard.preferences.core.ImportPlan.TroubleKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a file that is imported, as its first line names them, in any order and case. */
public final class ImportColumns {
    // Some more than ours are named one by one, so that they can be mended; a file of thousands is no such file.
    private static final int MOST_TIMES_OURS = 4;

    private final List<@Nullable String> columns = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    /**
     * Reads the first line.
     *
     * @param ours the columns that a file can have
     * @param needed those that it must have
     */
    public ImportColumns(List<String> header, List<String> ours, List<String> needed) {
        if (header.size() > MOST_TIMES_OURS * ours.size()) {
            troubles.add(new Trouble(1, "", TroubleKind.TOO_MANY_COLUMNS, ""));
            return;
        }
        Map<String, String> known = new HashMap<>();
        ours.forEach(our -> known.put(our.toLowerCase(Locale.ROOT), our));
        Set<String> named = new HashSet<>();
        for (String cell : header) {
            String name = cell.strip();
            String column = known.get(name.toLowerCase(Locale.ROOT));
            if (column == null) {
                troubles.add(new Trouble(1, name, TroubleKind.COLUMN_UNKNOWN, name));
            } else if (!named.add(column)) {
                troubles.add(new Trouble(1, column, TroubleKind.COLUMN_TWICE, name));
            }
            columns.add(column);
        }
        needed.stream()
                .filter(column -> !named.contains(column))
                .forEach(column -> troubles.add(new Trouble(1, column, TroubleKind.COLUMN_MISSING, "")));
    }

    /** What is wrong with the first line; empty if nothing is. */
    public List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    /** The texts of a line by their columns; empty where the line has more cells than there are columns. */
    public Optional<Map<String, String>> cells(CsvRow row) {
        if (row.cells().size() > columns.size()) {
            return Optional.empty();
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (column != null) {
                cells.put(
                        column,
                        i < row.cells().size() ? GuardedCell.read(row.cells().get(i)) : "");
            }
        }
        return Optional.of(cells);
    }
}
