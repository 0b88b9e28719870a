package io.amends.ingest.imports.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreset.TimeWriting;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.contracts.mapping.TargetField.Takes;
import io.amends.contracts.mapping.TimeFormat;
import io.amends.contracts.mapping.WrittenTime;
import io.amends.contracts.mapping.WrittenTime.DayOrder;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a preset, and what it says where nothing is. */
public final class PresetRules {
    private static final int MOST = 500;
    private static final int LONGEST = 1000;
    private static final List<String> CHOICES =
            Arrays.stream(ContactChoice.values()).map(ContactChoice::name).toList();

    private PresetRules() {}

    /** Every fault, with its pointer into the preset; empty where there is none. */
    public static List<Reason> faults(ImportPreset preset) {
        List<Reason> faults = new ArrayList<>();
        limit("/columns", preset.columns(), faults);
        preset.columns().forEach((header, field) -> {
            String at = Reason.at("/columns", header);
            text(at, header, faults);
            if (field == null) {
                faults.add(new Reason(at, "must be the name of a field, or empty for a column that is left out"));
            } else if (!field.isBlank() && TargetField.of(field).isEmpty()) {
                faults.add(new Reason(at, "there is no field '" + field + "'"));
            }
        });
        limit("/defaults", preset.defaults(), faults);
        preset.defaults().forEach((field, value) -> {
            known("/defaults", field, faults);
            if (field.equals(ResponseField.RESPONSE_ID.word())) {
                faults.add(new Reason(Reason.at("/defaults", field), "is another in every row, and has no default"));
            }
            if (value == null || value.isContainerNode()) {
                faults.add(new Reason(Reason.at("/defaults", field), "must be a text, a number, true or false"));
            }
        });
        limit("/values", preset.values(), faults);
        preset.values().forEach((field, values) -> values(field, values, faults));
        limit("/formats", preset.formats(), faults);
        preset.formats().forEach((field, writing) -> format(field, writing, faults));
        return faults;
    }

    /**
     * How times are written.
     *
     * @param zone of those whose text names none, unless the writing says one
     * @throws IllegalArgumentException if there is no such way, for {@link #faults} has found that
     */
    static TimeFormat format(TimeWriting writing, ZoneId zone) {
        Optional<TimeFormat.Fixed> fixed = fixed(writing);
        if (fixed.isPresent()) {
            return fixed.get();
        }
        String named = writing.zone();
        ZoneId of = named == null ? zone : ZoneId.of(named);
        String format = writing.format();
        if (format == null) {
            return new WrittenTime(null, of);
        }
        return Arrays.stream(DayOrder.values())
                .filter(order -> order.name().equals(format))
                .findFirst()
                .<TimeFormat>map(order -> new WrittenTime(order, of))
                .orElseGet(() -> TimeFormat.pattern(format, of));
    }

    /** The format that needs no zone; empty where times are written in another way. */
    static Optional<TimeFormat.Fixed> fixed(TimeWriting writing) {
        return Arrays.stream(TimeFormat.Fixed.values())
                .filter(one -> one.name().equals(writing.format()))
                .findFirst();
    }

    /** Whether a preset says how a time is written, and not only its zone. */
    static boolean saysFormat(ImportPreset preset, TargetField field) {
        TimeWriting writing = preset.formats().get(field.text());
        return writing != null && writing.format() != null;
    }

    private static void values(String field, Map<String, JsonNode> values, List<Reason> faults) {
        String at = Reason.at("/values", field);
        known("/values", field, faults);
        if (values == null) {
            faults.add(new Reason(at, "must be an object: what each value of the file stands for"));
            return;
        }
        limit(at, values, faults);
        values.forEach((value, meant) -> {
            if (meant == null || meant.isContainerNode()) {
                faults.add(new Reason(Reason.at(at, value), "must stand for a text, a number, true or false"));
            } else if (isChoice(field)
                    && !meant.isBoolean()
                    && !CHOICES.contains(meant.asText().strip().toUpperCase(Locale.ROOT))) {
                faults.add(new Reason(
                        Reason.at(at, value),
                        "must stand for one of " + String.join(", ", CHOICES) + ", true or false"));
            }
        });
    }

    private static boolean isChoice(String field) {
        return TargetField.of(field)
                .filter(target -> target.target().takes() == Takes.CHOICE)
                .isPresent();
    }

    private static void format(String field, TimeWriting writing, List<Reason> faults) {
        String at = Reason.at("/formats", field);
        Optional<TargetField> target = TargetField.of(field);
        if (target.isEmpty() || target.get().target().takes() != Takes.MOMENT) {
            faults.add(new Reason(at, "there is no time '" + field + "'"));
        }
        if (writing == null || (writing.format() == null && writing.zone() == null)) {
            faults.add(new Reason(at, "must say its format, or its zone, or both"));
            return;
        }
        try {
            format(writing, ZoneId.of("UTC"));
        } catch (DateTimeException e) {
            faults.add(new Reason(at + "/zone", "must be a zone such as Europe/Berlin"));
        } catch (IllegalArgumentException e) {
            faults.add(new Reason(at + "/format", String.valueOf(e.getMessage())));
        }
    }

    private static void known(String at, String field, List<Reason> faults) {
        if (TargetField.of(field).isEmpty()) {
            faults.add(new Reason(Reason.at(at, field), "there is no field '" + field + "'"));
        }
    }

    private static void limit(String at, Map<String, ?> entries, List<Reason> faults) {
        if (entries.size() > MOST) {
            faults.add(new Reason(at, "has at most " + MOST + " entries"));
        }
    }

    private static void text(String at, String text, List<Reason> faults) {
        String fault = StorableText.fault(text, LONGEST);
        if (fault != null) {
            faults.add(new Reason(at, fault));
        }
    }
}
