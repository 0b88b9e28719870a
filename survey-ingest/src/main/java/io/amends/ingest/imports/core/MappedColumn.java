package io.amends.ingest.imports.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreset.TimeWriting;
import io.amends.contracts.api.ImportPreview.ColumnOrigin;
import io.amends.contracts.api.ImportPreview.ColumnZone;
import io.amends.contracts.api.ImportPreview.ZoneOrigin;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.Takes;
import io.amends.contracts.mapping.TimeFormat;
import io.amends.contracts.mapping.WrittenTime;
import io.amends.ingest.imports.core.ColumnMapping.FilePortal;
import io.amends.ingest.imports.core.FileHead.HeadColumn;
import io.amends.ingest.mapping.ValueReading;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column and what it fills.
 *
 * @param field null where it is left out
 * @param by who says so; null where it is left out
 * @param ofPortal whether it says of which portal a response is, which fills nothing
 * @param zone of its times that name none; null where it has no such times
 * @param reading of a cell whose numbers have a point
 * @param comma the same of one whose numbers have a comma
 */
record MappedColumn(
        HeadColumn head,
        @Nullable TargetField field,
        @Nullable ColumnOrigin by,
        boolean ofPortal,
        @Nullable ColumnZone zone,
        ValueReading reading,
        ValueReading comma) {
    /** What may be a thousand as well as a number with a fraction. */
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3},\\d{3}");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int SHOWN = 60;

    static MappedColumn of(
            HeadColumn head,
            @Nullable TargetField field,
            @Nullable ColumnOrigin by,
            FilePortal portal,
            ImportPreset preset) {
        ValueReading reading = field == null ? ValueReading.PLAIN : reading(field, head, portal, preset);
        boolean ofPortal = field == null && HeaderNames.PORTAL.contains(FileHead.plain(head.name()));
        return new MappedColumn(
                head,
                field,
                by,
                ofPortal,
                zone(field, head, portal, preset),
                reading,
                new ValueReading(reading.values(), reading.format(), ','));
    }

    private static @Nullable ColumnZone zone(
            @Nullable TargetField field, HeadColumn head, FilePortal portal, ImportPreset preset) {
        if (field == null || field.target().takes() != Takes.MOMENT) {
            return null;
        }
        TimeWriting writing = preset.formats().get(field.text());
        if (writing != null && PresetRules.fixed(writing).isPresent()) {
            return null; // such a time names its zone itself
        }
        if (writing != null && writing.zone() != null) {
            return new ColumnZone(writing.zone(), ZoneOrigin.PRESET);
        }
        ZoneId ofFile = head.zone();
        return ofFile == null
                ? new ColumnZone(portal.zone().getId(), ZoneOrigin.PORTAL)
                : new ColumnZone(ofFile.equals(ZoneOffset.UTC) ? "UTC" : ofFile.getId(), ZoneOrigin.FILE);
    }

    private static ValueReading reading(TargetField field, HeadColumn head, FilePortal portal, ImportPreset preset) {
        Map<String, JsonNode> values = preset.values().getOrDefault(field.text(), Map.of());
        TimeWriting writing = preset.formats().get(field.text());
        ZoneId zone = head.zone() == null ? portal.zone() : head.zone();
        TimeFormat format = writing == null ? new WrittenTime(null, zone) : PresetRules.format(writing, zone);
        return new ValueReading(values, format, '.');
    }

    /**
     * How a cell of it is read.
     *
     * @param decimalComma whether no comma can be anything else; where it can, a number that may be a thousand is none
     */
    ValueReading of(String cell, boolean decimalComma) {
        if (cell.indexOf(',') < 0) {
            return reading;
        }
        return decimalComma || !THOUSANDS.matcher(cell.strip()).matches() ? comma : reading;
    }

    /** Whether the preset says what each of its values stands for. */
    boolean namesValues() {
        return !reading.values().isEmpty();
    }

    /** Whether it fills what a pointer into the response leads to. */
    boolean fills(String pointer) {
        return field != null && (pointer + "/").startsWith(field.pointer() + "/");
    }

    /** Its header, and what a cell of it has, for whoever looks for the fault in the file. */
    String place(String cell) {
        String text = BLANKS.matcher(cell).replaceAll(" ").strip();
        String column = " (column \"" + head.name() + "\"";
        if (text.isEmpty()) {
            return column + ", which is empty here)";
        }
        return column + " has \"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "\")";
    }
}
