package io.amends.dashboard.preferences.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.dashboard.studio.core.FormFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The measures of a portal as rows of a form: name, kind and the ends of the scale. A row without a name is none. */
public final class MeasureRows {
    /** The names of the fields of a row, which every row has. */
    public static final String NAME = "measureName";

    public static final String KIND = "measureKind";
    public static final String MIN = "measureMin";
    public static final String MAX = "measureMax";

    private MeasureRows() {}

    /** A row as it is typed. */
    public record MeasureRow(String name, String kind, String min, String max) {}

    /** The measures that a form posts, as the API has them. Of two with one name the later one counts. */
    public static ObjectNode posted(FormFields form) {
        ObjectNode measures = JsonNodeFactory.instance.objectNode();
        List<String> names = form.all(NAME);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            if (!name.isEmpty()) {
                ObjectNode measure = FieldKind.over(
                        measures.objectNode(),
                        Map.of("kind", FieldKind.TEXT, "min", FieldKind.NUMBER, "max", FieldKind.NUMBER),
                        new Row(form, i)::at);
                if ("fcr".equals(measure.path("kind").textValue())) {
                    measure.retain("kind");
                }
                measures.set(name, measure);
            }
        }
        return measures;
    }

    private record Row(FormFields form, int number) {
        List<String> at(String field) {
            String name =
                    switch (field) {
                        case "kind" -> KIND;
                        case "min" -> MIN;
                        default -> MAX;
                    };
            List<String> all = form.all(name);
            return number < all.size() ? List.of(all.get(number).strip()) : List.of();
        }
    }

    /** The rows of measures. */
    public static List<MeasureRow> of(JsonNode measures) {
        List<MeasureRow> rows = new ArrayList<>();
        measures.properties()
                .forEach(measure -> rows.add(new MeasureRow(
                        measure.getKey(),
                        measure.getValue().path("kind").asText(),
                        FieldKind.text(measure.getValue().path("min")),
                        FieldKind.text(measure.getValue().path("max")))));
        return rows;
    }
}
