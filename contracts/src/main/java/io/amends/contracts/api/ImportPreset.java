package io.amends.contracts.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file mean (A1). Fields are those of {@link io.amends.contracts.mapping.TargetField}, written as its
 * text: {@code comment}, {@code measures.csat}.
 *
 * @param columns the field of each column, by its header; a column whose field is empty is left out, and one that is not
 *     named here is what its own header says
 * @param defaults what fields are where a line says nothing
 * @param values for some fields, what each value of the file stands for; a value that is not named refuses its line
 * @param formats for times, how they are written
 */
public record ImportPreset(
        Map<String, String> columns,
        Map<String, JsonNode> defaults,
        Map<String, Map<String, JsonNode>> values,
        Map<String, TimeWriting> formats) {

    /** Of nothing but what headers say. */
    public static final ImportPreset NONE = new ImportPreset(Map.of(), Map.of(), Map.of(), Map.of());

    public ImportPreset {
        columns = kept(columns);
        defaults = kept(defaults);
        values = kept(values);
        formats = kept(formats);
    }

    /**
     * How times are written.
     *
     * @param format {@code ISO}, {@code EPOCH_SECONDS}, {@code EPOCH_MILLIS}, or a pattern such as {@code dd.MM.yyyy HH:mm};
     *     null: it is recognised
     * @param zone of times whose text names none, such as {@code Europe/Berlin}; null: the one that the file says, else the
     *     portal's
     */
    public record TimeWriting(@Nullable String format, @Nullable String zone) {}

    private static <V> Map<String, V> kept(@Nullable Map<String, V> given) {
        return given == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }
}
