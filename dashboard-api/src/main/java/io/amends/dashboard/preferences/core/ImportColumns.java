package io.amends.dashboard.preferences.core;

import io.amends.dashboard.preferences.core.CsvFile.CsvRow;
import io.amends.dashboard.preferences.core.ImportPlan.Trouble;
import io.amends.dashboard.preferences.core.ImportPlan.TroubleKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a file that is imported, as its first line names them, in any order and case. */
public final class ImportColumns {
    private final List<@Nullable String> columns = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    /**
     * Reads the first line.
     *
     * @param ours the columns that a file can have
     * @param needed those that it must have
     */
    public ImportColumns(List<String> header, List<String> ours, List<String> needed) {
        for (String cell : header) {
            String name = cell.strip();
            String column = ours.stream()
                    .filter(our -> our.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(null);
            if (column == null) {
                troubles.add(new Trouble(1, name, TroubleKind.COLUMN_UNKNOWN, name));
            } else if (columns.contains(column)) {
                troubles.add(new Trouble(1, column, TroubleKind.COLUMN_TWICE, name));
            }
            columns.add(column);
        }
        needed.stream()
                .filter(column -> !columns.contains(column))
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
