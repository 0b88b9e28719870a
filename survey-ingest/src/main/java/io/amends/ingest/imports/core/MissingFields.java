package io.amends.ingest.imports.core;

import io.amends.contracts.Reason;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.ingest.imports.core.FileHead.HeadColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why no row of a file can become a response: what every response needs is filled by no column (A1). */
final class MissingFields {
    private static final List<ResponseField> NEEDED = List.of(ResponseField.RESPONSE_ID, ResponseField.SUBMITTED_AT);
    private static final int NAMED = 20;

    private MissingFields() {}

    /**
     * Finds them.
     *
     * @param filled every field that a column, a default or the row itself fills
     */
    static List<Reason> of(FileHead head, ImportPreset preset, Set<TargetField> filled) {
        String fault = head.fault();
        if (fault != null) {
            return List.of(new Reason("", fault));
        }
        List<Reason> missing = new ArrayList<>();
        for (ResponseField needed : NEEDED) {
            TargetField field = TargetField.of(needed);
            if (!filled.contains(field)) {
                String reason = "is filled by no column and has no default: " + absent(preset, field)
                        + "say in a preset which column it is";
                missing.add(new Reason(field.pointer(), reason));
            }
        }
        named(preset).filter(field -> !filled.contains(field)).forEach(field -> {
            String reason = "is filled by no column: " + absent(preset, field)
                    + "correct its name there, or take it out of the preset";
            missing.add(new Reason(field.pointer(), reason));
        });
        if (filled.stream().noneMatch(field -> field.target() == ResponseField.MEASURES)) {
            missing.add(new Reason(
                    "/" + ResponseField.MEASURES.word(), "is filled by no column: name one measures.csat or alike"));
        }
        if (!missing.isEmpty()) {
            Reason last = missing.remove(missing.size() - 1);
            missing.add(new Reason(last.pointer(), last.reason() + ". The file's headers are " + headers(head)));
        }
        return missing;
    }

    /** The fields for which the preset names columns, but for those that are needed anyway. */
    private static Stream<TargetField> named(ImportPreset preset) {
        return preset.columns().values().stream()
                .filter(name -> !name.isBlank())
                .flatMap(name -> TargetField.of(name).stream())
                .filter(field -> !NEEDED.contains(field.target()))
                .distinct();
    }

    /** Which columns the preset names for a field and the file has not; empty where there are none. */
    private static String absent(ImportPreset preset, TargetField field) {
        String names = preset.columns().entrySet().stream()
                .filter(entry -> field.text().equals(entry.getValue()))
                .map(entry -> quoted(entry.getKey()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "the file has no column " + names + ", which the preset names; ";
    }

    private static String headers(FileHead head) {
        List<String> names = head.columns().stream()
                .map(HeadColumn::name)
                .filter(name -> !name.isEmpty())
                .map(MissingFields::quoted)
                .toList();
        String some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? some + " and " + (names.size() - NAMED) + " more" : some;
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
