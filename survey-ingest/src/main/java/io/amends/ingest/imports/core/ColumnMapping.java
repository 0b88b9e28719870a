package io.amends.ingest.imports.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.Reason;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreset.TimeWriting;
import io.amends.contracts.api.ImportPreview.ColumnOrigin;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.contracts.mapping.TargetField.Takes;
import io.amends.contracts.mapping.TimeFormat;
import io.amends.ingest.imports.core.FileHead.HeadColumn;
import io.amends.ingest.imports.core.FileHead.Tool;
import io.amends.ingest.mapping.ResponseDraft;
import io.amends.ingest.mapping.ValueReading;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the columns of one file mean, and what each of its rows says by that. */
public final class ColumnMapping {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern LISTED = Pattern.compile("[;|\\n]");
    // Qualtrics writes several answers of one question with commas between.
    private static final Pattern LISTED_BY_QUALTRICS = Pattern.compile("[;|,\\n]");
    private static final String QUALTRICS_TIMES = "yyyy-MM-dd HH:mm:ss";
    private static final List<ResponseField> NEEDED = List.of(ResponseField.RESPONSE_ID, ResponseField.SUBMITTED_AT);

    private final String portal;
    private final List<MappedColumn> columns;
    private final ImportPreset preset;
    private final Map<TargetField, JsonNode> defaults = new LinkedHashMap<>();
    private final Pattern listed;
    private final boolean decimalComma;

    /**
     * A column and what it fills.
     *
     * @param field null where it is left out
     * @param by who says so; null where it is left out
     * @param reading of a cell whose numbers have a point
     * @param comma the same of one whose numbers have a comma
     */
    private record MappedColumn(
            HeadColumn head,
            @Nullable TargetField field,
            @Nullable ColumnOrigin by,
            ValueReading reading,
            ValueReading comma) {

        ValueReading of(String cell, boolean decimalComma) {
            return decimalComma && cell.indexOf(',') >= 0 ? comma : reading;
        }
    }

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
        this.preset = preset;
        this.listed = head.tool() == Tool.QUALTRICS ? LISTED_BY_QUALTRICS : LISTED;
        this.decimalComma = dialect.decimalComma();
        this.columns = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            HeadColumn column = head.columns().get(i);
            ValueReading reading = reading(fields.get(i), column, portal, preset);
            ValueReading comma = new ValueReading(reading.values(), reading.format(), ',');
            columns.add(new MappedColumn(column, fields.get(i), origins.get(i), reading, comma));
        }
        preset.defaults()
                .forEach((field, value) -> TargetField.of(field).ifPresent(target -> defaults.put(target, value)));
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
        for (HeadColumn column : head.columns()) {
            String named = named(column, preset);
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
            TargetField field = named(column, preset) == null ? own(column, portal.measures()) : null;
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
        List<Reason> problems = new ArrayList<>();
        for (ResponseField needed : NEEDED) {
            TargetField field = TargetField.of(needed);
            if (!filled(field)) {
                problems.add(new Reason(field.pointer(), "is filled by no column and has no default"));
            }
        }
        boolean measured = columns.stream().anyMatch(column -> measures(column.field()))
                || defaults.keySet().stream().anyMatch(ColumnMapping::measures);
        if (!measured) {
            problems.add(new Reason(
                    "/" + ResponseField.MEASURES.word(), "is filled by no column: name one measures.csat or alike"));
        }
        return problems;
    }

    /** The field of each column, in their order; null for one that is left out. */
    public List<@Nullable TargetField> fields() {
        return columns.stream().<@Nullable TargetField>map(MappedColumn::field).toList();
    }

    /** Who says what each column is, in their order; null for one that is left out. */
    public List<@Nullable ColumnOrigin> origins() {
        return columns.stream().<@Nullable ColumnOrigin>map(MappedColumn::by).toList();
    }

    /** What a row says. */
    public MappedRow read(FileRow row) {
        ResponseDraft draft = new ResponseDraft(portal);
        List<Reason> reasons = new ArrayList<>();
        List<String> cells = row.cells();
        if (cells.size() > columns.size()
                && cells.subList(columns.size(), cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            reasons.add(new Reason("", "has more cells than the file has headers"));
        }
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            MappedColumn column = columns.get(i);
            TargetField field = column.field();
            if (field != null) {
                draft.set(field, value(field, cells.get(i)), column.of(cells.get(i), decimalComma));
            } else if (ofPortal(column)
                    && !cells.get(i).isBlank()
                    && !cells.get(i).strip().equals(portal)) {
                reasons.add(new Reason(
                        "/portal",
                        "is " + cells.get(i).strip() + ", and the file is imported into the portal " + portal));
            }
        }
        defaults.forEach(draft::setAbsent);
        reasons.addAll(draft.reasons());
        return new MappedRow(draft.json(), reasons);
    }

    private boolean filled(TargetField field) {
        return defaults.containsKey(field) || columns.stream().anyMatch(column -> field.equals(column.field()));
    }

    private static boolean measures(@Nullable TargetField field) {
        return field != null && field.target() == ResponseField.MEASURES;
    }

    private static boolean ofPortal(MappedColumn column) {
        return HeaderNames.PORTAL.contains(FileHead.plain(column.head().name()));
    }

    private JsonNode value(TargetField field, String cell) {
        if (field.target().takes() != Takes.TEXTS) {
            return TextNode.valueOf(cell);
        }
        ArrayNode items = NODES.arrayNode();
        listed.splitAsStream(cell).map(String::strip).forEach(items::add);
        return items;
    }

    private static @Nullable TargetField own(HeadColumn column, Collection<String> measures) {
        return HeaderNames.field(column.name(), measures)
                .or(() -> column.label() == null ? Optional.empty() : HeaderNames.field(column.label(), measures))
                .orElse(null);
    }

    private static int rank(TargetField field, HeadColumn column) {
        int rank = HeaderNames.rank(field.target(), column.name());
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    /** What the preset says of a column: a field, or nothing to leave it out; null where it does not name it. */
    private static @Nullable String named(HeadColumn column, ImportPreset preset) {
        String exact = preset.columns().get(column.name());
        if (exact != null) {
            return exact;
        }
        return preset.columns().entrySet().stream()
                .filter(entry -> column.isCalled(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static ValueReading reading(
            @Nullable TargetField field, HeadColumn column, FilePortal portal, ImportPreset preset) {
        if (field == null) {
            return ValueReading.PLAIN;
        }
        Map<String, JsonNode> values = preset.values().getOrDefault(field.text(), Map.of());
        TimeWriting writing = preset.formats().get(field.text());
        ZoneId zone = column.zone() == null ? portal.zone() : column.zone();
        TimeFormat format = TimeFormat.ISO;
        if (writing != null) {
            format = PresetRules.format(writing, zone);
        } else if (column.zone() != null) {
            format = PresetRules.format(new TimeWriting(QUALTRICS_TIMES, null), zone);
        }
        return new ValueReading(values, format, '.');
    }
}
