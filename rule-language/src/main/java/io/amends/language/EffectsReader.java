package io.amends.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads what a rule sets. */
final class EffectsReader {
    private static final Set<String> KEYS =
            Set.of(Effects.KIND, Effects.PRIORITY, Effects.TAGS, Effects.ALERT, Effects.FOLLOW_UP);

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
                optional(node, pointer, Effects.FOLLOW_UP, scalars::flag));
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
}
