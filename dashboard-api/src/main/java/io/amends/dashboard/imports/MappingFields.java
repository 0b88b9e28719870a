package io.amends.dashboard.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreset.TimeWriting;
import io.amends.contracts.mapping.TargetField.ResponseField;
import jakarta.ws.rs.FormParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form that says what the columns of a file mean, as it is posted. */
public class MappingFields {
    private static final List<String> TIMES =
            List.of(ResponseField.SUBMITTED_AT.word(), ResponseField.UPDATED_AT.word());

    @FormParam("name")
    @Nullable
    String name;

    /** The preset by which the file was looked at, which may say more than this form. */
    @FormParam("preset")
    @Nullable
    String preset;

    /** The columns by their headers, in their order. */
    @FormParam("header")
    List<String> header = List.of();

    /** What each of them becomes; empty: it is left out. */
    @FormParam("field")
    List<String> field = List.of();

    @FormParam("supportGroup")
    @Nullable
    String supportGroup;

    @FormParam("format")
    @Nullable
    String format;

    @FormParam("zone")
    @Nullable
    String zone;

    static String text(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    /** The preset that the form makes of another. */
    ImportPreset over(ImportPreset before) {
        Map<String, String> columns = new LinkedHashMap<>(before.columns());
        for (int i = 0; i < Math.min(header.size(), field.size()); i++) {
            columns.put(header.get(i), field.get(i));
        }
        Map<String, JsonNode> defaults = new LinkedHashMap<>(before.defaults());
        defaults.remove(ResponseField.SUPPORT_GROUP.word());
        if (!text(supportGroup).isEmpty()) {
            defaults.put(ResponseField.SUPPORT_GROUP.word(), TextNode.valueOf(text(supportGroup)));
        }
        Map<String, TimeWriting> formats = new LinkedHashMap<>(before.formats());
        TIMES.forEach(formats::remove);
        String written = text(format).isEmpty() ? null : text(format);
        String named = text(zone).isEmpty() ? null : text(zone);
        if (written != null || named != null) {
            TIMES.forEach(time -> formats.put(time, new TimeWriting(written, named)));
        }
        return new ImportPreset(columns, defaults, before.values(), formats);
    }
}
