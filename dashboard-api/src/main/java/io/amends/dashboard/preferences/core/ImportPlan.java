package io.amends.dashboard.preferences.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryRules.Checked;
import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.directory.core.References;
import io.amends.dashboard.preferences.core.CsvFile.CsvRow;
import io.amends.dashboard.preferences.core.CsvFile.Reading.Table;
import io.amends.kit.id.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file would make of the entries that are there: every problem by line and column, or what is new, changed and as it
 * was. A column that the file does not have leaves what is stored; an empty cell empties it. Nothing is deleted.
 */
public final class ImportPlan {
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<Trouble> doubts = new ArrayList<>();
    private final List<PlannedEntry> entries = new ArrayList<>();
    private final EntryType type;
    private final Map<String, Known> known;
    private final Function<EntryType, Set<String>> codes;
    private final Map<String, Integer> lines = new HashMap<>();

    private ImportPlan(EntryType type, Map<String, Known> known, Function<EntryType, Set<String>> codes) {
        this.type = type;
        this.known = known;
        this.codes = codes;
    }

    /**
     * An entry that is there.
     *
     * @param entry null where it cannot be read
     */
    public record Known(String tag, @Nullable Record entry) {}

    /** What a line makes of the entry that it names. */
    public enum Effect {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /**
     * A line that can be applied.
     *
     * @param tag of the version that is there; null for a new one
     * @param columns those that it changes
     */
    public record PlannedEntry(
            int line, String code, Effect effect, Record entry, @Nullable String tag, List<String> columns) {}

    /** What can be wrong in a file. */
    public enum TroubleKind {
        COLUMN_UNKNOWN,
        COLUMN_TWICE,
        COLUMN_MISSING,
        /** The first line names several times as many columns as there are. */
        TOO_MANY_COLUMNS,
        CODE_UNFIT,
        CODE_TWICE,
        TOO_MANY_CELLS,
        /** The cell holds nothing that its field can be. */
        FIELD_UNFIT,
        /** It names what is not there yet. It is taken all the same, as by the API. */
        NOT_THERE,
        /** An earlier line has this login, maybe with other capitals. */
        LOGIN_TWICE,
        /** Somebody has this login, written with other capitals. */
        LOGIN_ALIKE,
        /** The portal would have no admin. */
        LAST_ADMIN,
        /** Somebody else than the portal looks after this person as well. They are taken all the same. */
        KNOWN_ELSEWHERE,
        /** What stands there is left as it is, since the person is known elsewhere. The others are taken all the same. */
        LEFT_AS_IT_IS
    }

    /**
     * Something that is wrong.
     *
     * @param column by its name; empty where the whole line is meant
     * @param text of the cell
     */
    public record Trouble(int line, String column, TroubleKind kind, String text) {}

    /**
     * Plans a file.
     *
     * @param known the entries of the type that are there, by code
     * @param codes those of a type that are there
     */
    public static ImportPlan of(
            EntryType type, Table table, Map<String, Known> known, Function<EntryType, Set<String>> codes) {
        ImportPlan plan = new ImportPlan(type, known, codes);
        ImportColumns columns =
                new ImportColumns(table.header(), EntryCells.columns(type), List.of(EntryCells.CODE, "name"));
        plan.troubles.addAll(columns.troubles());
        if (plan.troubles.isEmpty()) {
            table.rows().forEach(row -> plan.row(columns, row));
        }
        return plan;
    }

    /** Why the file is not applied; empty if it can be. */
    public List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    /** What may not be what was meant. */
    public List<Trouble> doubts() {
        return List.copyOf(doubts);
    }

    /** The lines of one effect. */
    public List<PlannedEntry> with(Effect effect) {
        return entries.stream().filter(entry -> entry.effect == effect).toList();
    }

    /** What each line does. */
    public List<Effect> effects() {
        return entries.stream().map(PlannedEntry::effect).toList();
    }

    /** What is applied. */
    public List<PlannedEntry> changing() {
        return entries.stream()
                .filter(entry -> entry.effect != Effect.UNCHANGED)
                .toList();
    }

    /** Differs as soon as applying would do something else than what was shown. */
    public String fingerprint() {
        return Sha256.hex(changing().stream()
                .map(entry -> entry.code + ":" + entry.tag + ":" + entry.line)
                .collect(Collectors.joining("\n")));
    }

    private void row(ImportColumns columns, CsvRow row) {
        Map<String, String> cells = columns.cells(row).orElse(null);
        if (cells == null) {
            trouble(row.line(), "", TroubleKind.TOO_MANY_CELLS, "");
            return;
        }
        String code = cells.getOrDefault(EntryCells.CODE, "").strip();
        if (!EntryRules.isCode(code)) {
            trouble(row.line(), EntryCells.CODE, TroubleKind.CODE_UNFIT, code);
        } else if (lines.putIfAbsent(code, row.line()) != null) {
            trouble(row.line(), EntryCells.CODE, TroubleKind.CODE_TWICE, code);
        }
        entry(row.line(), code, cells);
    }

    private void entry(int line, String code, Map<String, String> cells) {
        Known there = known.get(code);
        Record before = there == null ? null : there.entry;
        String tag = there == null ? null : there.tag;
        Map<String, String> stored = before == null ? Map.of() : stored(cells.keySet(), code, before);
        List<String> changed = cells.keySet().stream()
                .filter(column ->
                        !column.equals(EntryCells.CODE) && !Objects.equals(cells.get(column), stored.get(column)))
                .toList();
        if (before != null && changed.isEmpty()) {
            entries.add(new PlannedEntry(line, code, Effect.UNCHANGED, before, tag, List.of()));
            return;
        }
        Checked checked = EntryRules.check(type, read(before, cells));
        if (!(checked instanceof Checked.Ok ok)) {
            reasons(checked).stream()
                    .map(pointer -> pointer.split("/", -1)[1])
                    .distinct()
                    .forEach(column -> trouble(line, column, TroubleKind.FIELD_UNFIT, cells.getOrDefault(column, "")));
            return;
        }
        References.missing(ok.entry(), codes).forEach(missing -> {
            String column = missing.pointer().split("/", -1)[1];
            doubts.add(new Trouble(line, column, TroubleKind.NOT_THERE, cells.getOrDefault(column, "")));
        });
        Effect effect = there == null ? Effect.NEW : ok.entry().equals(before) ? Effect.UNCHANGED : Effect.CHANGED;
        entries.add(new PlannedEntry(line, code, effect, ok.entry(), tag, changed));
    }

    private static List<String> reasons(Checked checked) {
        List<Reason> reasons =
                checked instanceof Checked.Outdated outdated ? outdated.reasons() : ((Checked.Wrong) checked).reasons();
        return reasons.stream()
                .map(reason -> reason.pointer().isEmpty() ? "/name" : reason.pointer())
                .toList();
    }

    private ObjectNode read(@Nullable Record before, Map<String, String> cells) {
        ObjectNode base = before == null ? Json.MAPPER.createObjectNode() : Json.MAPPER.valueToTree(before);
        Map<String, FieldKind> fields = new LinkedHashMap<>(EntryShape.of(type));
        fields.keySet().retainAll(cells.keySet());
        return FieldKind.over(base, fields, column -> List.of(cells.getOrDefault(column, "")));
    }

    private static Map<String, String> stored(Set<String> columns, String code, Record entry) {
        List<String> names = List.copyOf(columns);
        List<String> cells = EntryCells.of(names, code, entry);
        Map<String, String> stored = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            stored.put(names.get(i), GuardedCell.read(cells.get(i)));
        }
        return stored;
    }

    private void trouble(int line, String column, TroubleKind kind, String text) {
        troubles.add(new Trouble(line, column, kind, text));
    }
}
