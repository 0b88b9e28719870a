package io.amends.ingest.imports.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.Reason;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreview.ColumnOrigin;
import io.amends.contracts.api.ImportPreview.ColumnZone;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.contracts.mapping.TargetField.Takes;
import io.amends.ingest.imports.core.FileHead.HeadColumn;
import io.amends.ingest.imports.core.FileHead.Tool;
import io.amends.ingest.mapping.ResponseDraft;
import io.amends.kit.id.Ids;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the columns of one file mean, and what each of its rows says by that. */
public final class ColumnMapping {
    private static final TargetField ID = TargetField.of(ResponseField.RESPONSE_ID);
    private static final String SHORTENED =
            "was shortened by a spreadsheet, and several ids look the same so: format the column as text there";

    private final String portal;
    private final FileHead head;
    private final List<MappedColumn> columns;
    private final ImportPreset preset;
    private final Map<TargetField, JsonNode> defaults = new LinkedHashMap<>();
    private final Wording wording;
    private final TestAnswers tests;
    private final boolean decimalComma;
    /** Whether an id follows from what a row says: Google gives responses none. */
    private final boolean idOfRow;

    /**
     * A portal as far as a file needs it.
     *
     * @param zone of times that name none
     * @param measures that it declares
     */
    public record FilePortal(String cpc, ZoneId zone, Collection<String> measures) {}

    /**
     * A row as a response.
     *
     * @param response as far as its cells say one
     * @param reasons why it is none; empty where only the whole may still be wrong
     */
    public record MappedRow(JsonNode response, List<Reason> reasons) {}

    private ColumnMapping(
            FilePortal portal,
            FileHead head,
            Dialect dialect,
            ImportPreset preset,
            List<@Nullable TargetField> fields,
            List<@Nullable ColumnOrigin> origins) {
        this.portal = portal.cpc();
        this.head = head;
        this.preset = preset;
        this.wording = new Wording(head.tool());
        this.tests = new TestAnswers(head);
        this.decimalComma = dialect.decimalComma();
        this.columns = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            columns.add(MappedColumn.of(head.columns().get(i), fields.get(i), origins.get(i), portal, preset));
        }
        preset.defaults()
                .forEach((field, value) -> TargetField.of(field).ifPresent(target -> defaults.put(target, value)));
        this.idOfRow = head.tool() == Tool.GOOGLE_FORMS && !fields.contains(ID) && !defaults.containsKey(ID);
    }

    /**
     * What a preset says, and of the columns that it does not name what their own headers say.
     *
     * @param preset without faults ({@link PresetRules})
     */
    public static ColumnMapping of(FilePortal portal, FileHead head, Dialect dialect, ImportPreset preset) {
        List<@Nullable TargetField> fields = new ArrayList<>();
        List<@Nullable ColumnOrigin> origins = new ArrayList<>();
        Set<TargetField> taken = new HashSet<>();
        List<@Nullable String> names = named(head, preset);
        for (String named : names) {
            TargetField field = named == null ? null : TargetField.of(named).orElse(null);
            fields.add(field);
            origins.add(field == null ? null : ColumnOrigin.PRESET);
            if (field != null) {
                taken.add(field);
            }
        }
        Map<TargetField, Integer> best = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            HeadColumn column = head.columns().get(i);
            TargetField field = names.get(i) == null ? own(head, column, portal.measures()) : null;
            if (field != null && !taken.contains(field)) {
                Integer before = best.get(field);
                if (before == null
                        || rank(field, column) < rank(field, head.columns().get(before))) {
                    best.put(field, i);
                }
            }
        }
        best.forEach((field, at) -> {
            fields.set(at, field);
            origins.set(at, ColumnOrigin.HEADER);
        });
        return new ColumnMapping(portal, head, dialect, preset, fields, origins);
    }

    /** What every column means, whoever said so: by this the rest of the file is read, whatever becomes of the preset. */
    public ImportPreset whole() {
        Map<String, String> all = new LinkedHashMap<>();
        for (MappedColumn column : columns) {
            TargetField field = column.field();
            all.putIfAbsent(column.head().name(), field == null ? "" : field.text());
        }
        return new ImportPreset(all, preset.defaults(), preset.values(), preset.formats());
    }

    /** Why no row can become a response; empty where some can. */
    public List<Reason> problems() {
        Set<TargetField> filled = new HashSet<>(defaults.keySet());
        for (MappedColumn column : columns) {
            TargetField field = column.field();
            if (field != null) {
                filled.add(field);
            }
        }
        if (idOfRow) {
            filled.add(ID);
        }
        return MissingFields.of(head, preset, filled);
    }

    /** The headers of columns that are times, by their places, unless the preset says how these are written. */
    Map<Integer, String> timesByThemselves() {
        Map<Integer, String> times = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            TargetField field = columns.get(i).field();
            if (field != null && field.target().takes() == Takes.MOMENT && !PresetRules.saysFormat(preset, field)) {
                times.put(i, columns.get(i).head().name());
            }
        }
        return times;
    }

    /** The field that a column fills; there is one. */
    TargetField field(int at) {
        return Objects.requireNonNull(columns.get(at).field());
    }

    /** Whether the tool that wrote the file has the month first wherever it is used. */
    boolean isAmerican() {
        return head.tool() == Tool.SURVEYMONKEY;
    }

    /** The field of each column, in their order; null for one that is left out. */
    public List<@Nullable TargetField> fields() {
        return columns.stream().<@Nullable TargetField>map(MappedColumn::field).toList();
    }

    /** Who says what each column is, in their order; null for one that is left out. */
    public List<@Nullable ColumnOrigin> origins() {
        return columns.stream().<@Nullable ColumnOrigin>map(MappedColumn::by).toList();
    }

    /** In which zone the times of each column are that name none, in their order; null for one that has no such times. */
    public List<@Nullable ColumnZone> zones() {
        return columns.stream().<@Nullable ColumnZone>map(MappedColumn::zone).toList();
    }

    /** Why a row is no customer's answer, such as a test of the survey; null where it may be one. */
    public @Nullable Reason testAnswer(FileRow row) {
        return tests.of(row);
    }

    /** What a row says. */
    public MappedRow read(FileRow row) {
        ResponseDraft draft = new ResponseDraft(portal);
        List<Reason> reasons = new ArrayList<>();
        List<String> cells = row.cells();
        if (cells.size() > columns.size()
                && cells.subList(columns.size(), cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            reasons.add(new Reason(
                    "",
                    "has more cells than the file has headers, " + cells.size() + " and " + columns.size()
                            + ": put quotation marks around cells with a delimiter or a line break in them"));
        }
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            MappedColumn column = columns.get(i);
            String cell = Wording.text(cells.get(i));
            TargetField field = column.field();
            if (field != null && Wording.shortened(field, cell)) {
                reasons.add(new Reason(field.pointer(), SHORTENED));
            } else if (field != null) {
                JsonNode value = wording.value(field, cell, column.namesValues());
                draft.set(field, value, column.of(cell, decimalComma));
            } else if (column.ofPortal() && !cell.isBlank() && !cell.strip().equals(portal)) {
                reasons.add(new Reason(
                        "/portal", "is " + cell.strip() + ", and the file is imported into the portal " + portal));
            }
        }
        if (idOfRow) {
            draft.setAbsent(ID, TextNode.valueOf(id(row)));
        }
        defaults.forEach(draft::setAbsent);
        reasons.addAll(draft.reasons());
        return new MappedRow(draft.json(), told(row, reasons));
    }

    /** Reasons, each with the header of the column that is meant and with what stands in it. */
    public List<Reason> told(FileRow row, List<Reason> reasons) {
        List<Reason> told = new ArrayList<>();
        for (Reason reason : reasons) {
            String place = "";
            for (int i = columns.size() - 1; i >= 0; i--) {
                String cell = i < row.cells().size() ? row.cells().get(i) : "";
                if (columns.get(i).fills(reason.pointer()) && (place.isEmpty() || !cell.isBlank())) {
                    place = columns.get(i).place(cell);
                }
            }
            told.add(new Reason(reason.pointer(), reason.reason() + place));
        }
        return told;
    }

    /** The same for the same answers, also when the form has one more question at its end by then. */
    private String id(FileRow row) {
        List<String> parts = new ArrayList<>(List.of("row", portal));
        row.cells().stream().map(String::strip).forEach(parts::add);
        while (parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        return Ids.v5(parts.toArray(String[]::new)).toString();
    }

    private static @Nullable TargetField own(FileHead head, HeadColumn column, Collection<String> measures) {
        if (head.isIdColumn(column)) {
            return TargetField.of(ResponseField.RESPONSE_ID);
        }
        return HeaderNames.field(column.name(), measures)
                .or(() -> column.label() == null ? Optional.empty() : HeaderNames.field(column.label(), measures))
                .orElse(null);
    }

    private static int rank(TargetField field, HeadColumn column) {
        int rank = HeaderNames.rank(field.target(), column.name());
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    /** What the preset says of each column: a field, or nothing to leave it out; null where it does not name it. */
    private static List<@Nullable String> named(FileHead head, ImportPreset preset) {
        Map<String, String> said = new HashMap<>();
        preset.columns().forEach((header, field) -> said.putIfAbsent(FileHead.said(header), field));
        List<@Nullable String> named = new ArrayList<>();
        for (HeadColumn column : head.columns()) {
            String field = preset.columns().get(column.name());
            if (field == null) {
                field = said.get(FileHead.said(column.name()));
            }
            if (field == null && column.label() != null) {
                field = said.get(FileHead.said(column.label()));
            }
            named.add(field);
        }
        return named;
    }
}
