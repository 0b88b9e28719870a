package io.amends.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.directory.EntryLimits;
import io.amends.contracts.directory.EntryRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads what a rule sets. */
final class EffectsReader {
    private static final Set<String> KEYS =
            Set.of(Effects.KIND, Effects.PRIORITY, Effects.TAGS, Effects.ALERT, Effects.FOLLOW_UP, Effects.ALSO);

    private final Errors errors;
    private final Scalars scalars;

    EffectsReader(Errors errors) {
        this.errors = errors;
        this.scalars = new Scalars(errors);
    }

    @Nullable
    Effects read(@Nullable JsonNode node, Pointer pointer) {
        if (node == null || !node.isObject()) {
            errors.add(pointer, "must be an object with any of " + Scalars.sorted(KEYS));
            return null;
        }
        scalars.only(node, pointer, KEYS);
        return new Effects(
                optional(node, pointer, Effects.KIND, (n, at) -> scalars.constant(n, at, Kind.class)),
                optional(node, pointer, Effects.PRIORITY, this::priority),
                optional(node, pointer, Effects.TAGS, this::tags),
                optional(node, pointer, Effects.ALERT, (n, at) -> scalars.constant(n, at, Alert.class)),
                optional(node, pointer, Effects.FOLLOW_UP, scalars::flag),
                optional(node, pointer, Effects.ALSO, this::also));
    }

    private static <T> @Nullable T optional(
            JsonNode node, Pointer pointer, String key, BiFunction<JsonNode, Pointer, @Nullable T> read) {
        JsonNode value = node.get(key);
        return value == null ? null : read.apply(value, pointer.at(key));
    }

    private @Nullable Integer priority(JsonNode node, Pointer pointer) {
        if (!node.isIntegralNumber()
                || !node.canConvertToInt()
                || node.intValue() < 1
                || node.intValue() > Limits.PRIORITY) {
            errors.add(pointer, "must be a whole number from 1 (most urgent) to " + Limits.PRIORITY);
            return null;
        }
        return node.intValue();
    }

    private @Nullable List<String> tags(JsonNode node, Pointer pointer) {
        if (node.isArray() && node.isEmpty()) {
            return List.of();
        }
        List<JsonNode> elements = scalars.list(node, pointer);
        if (elements == null) {
            return null;
        }
        List<String> tags = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            String tag = scalars.text(elements.get(i), pointer.at(i));
            if (tag != null) {
                tags.add(tag);
            }
        }
        return tags;
    }

    /** Whether the directory has them is not asked, as it is not of the groups that conditions name: they may come later. */
    private @Nullable List<String> also(JsonNode node, Pointer pointer) {
        if (!node.isArray() || node.size() > EntryLimits.ALSO_ALERTS) {
            errors.add(pointer, "must be a list of at most " + EntryLimits.ALSO_ALERTS + " codes of contacts");
            return null;
        }
        List<String> codes = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            String code = node.get(i).textValue();
            if (code == null || !EntryRules.isCode(code)) {
                errors.add(pointer.at(i), EntryRules.A_CODE);
            } else if (codes.contains(code)) {
                errors.add(pointer.at(i), "must be another one: this contact is named before");
            } else {
                codes.add(code);
            }
        }
        return List.copyOf(codes);
    }
}
