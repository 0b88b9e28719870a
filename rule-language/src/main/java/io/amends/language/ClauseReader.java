package io.amends.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.directory.Measure;
import io.amends.language.ComparisonReader.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one rule's clauses; counts them, and stops descending where they are nested too deep. */
final class ClauseReader {
    private static final Set<String> KEYS = Set.of(
            "all", "any", "not", "measure", "field", "property", "tag", "factor", "comment", "submitted", "overall");
    /** Those that have a comparison beside them. */
    private static final Set<String> COMPARED = Set.of("measure", "field", "property");

    private final Errors errors;
    private final Scalars scalars;
    private final ComparisonReader comparisons;
    private final MomentReader moments;
    private final @Nullable Map<String, Measure> measures;
    private int clauses;

    /** @param measures those the portal declares; null takes any */
    ClauseReader(Errors errors, @Nullable Map<String, Measure> measures) {
        this.errors = errors;
        this.scalars = new Scalars(errors);
        this.comparisons = new ComparisonReader(errors);
        this.moments = new MomentReader(errors);
        this.measures = measures;
    }

    /** How many clauses were met so far. */
    int clauses() {
        return clauses;
    }

    /** The clause at that pointer, or null where it is wrong. */
    @Nullable
    Clause read(JsonNode node, Pointer pointer, int depth) {
        clauses++;
        if (depth > Limits.DEPTH) {
            errors.add(pointer, "is nested deeper than " + Limits.DEPTH + " clauses");
            return null;
        }
        if (!node.isObject()) {
            errors.add(pointer, "must be an object with one of " + Scalars.sorted(KEYS));
            return null;
        }
        List<String> keys = new ArrayList<>(1);
        node.fieldNames().forEachRemaining(name -> {
            if (KEYS.contains(name)) {
                keys.add(name);
            }
        });
        if (keys.size() != 1) {
            errors.add(
                    pointer,
                    keys.isEmpty()
                            ? "needs one of " + Scalars.sorted(KEYS)
                            : "is more than one clause (" + Scalars.sorted(keys) + "); put them into an all or any");
            return null;
        }
        return clause(keys.get(0), node, pointer, depth);
    }

    private @Nullable Clause clause(String key, JsonNode node, Pointer pointer, int depth) {
        JsonNode value = node.get(key);
        Pointer at = pointer.at(key);
        if (!COMPARED.contains(key)) {
            scalars.only(node, pointer, Set.of(key));
        }
        return switch (key) {
            case "all" -> {
                List<Clause> of = several(value, at, depth);
                yield of == null ? null : new Clause.All(of);
            }
            case "any" -> {
                List<Clause> of = several(value, at, depth);
                yield of == null ? null : new Clause.Any(of);
            }
            case "not" -> {
                Clause of = read(value, at, depth + 1);
                yield of == null ? null : new Clause.Not(of);
            }
            case "measure" -> measure(node, value, pointer, at);
            case "field" -> field(node, value, pointer, at);
            case "property" -> property(node, value, pointer, at);
            case "tag" -> {
                String tag = scalars.text(value, at);
                yield tag == null ? null : new Clause.HasTag(tag);
            }
            case "factor" -> {
                String factor = scalars.text(value, at);
                yield factor == null ? null : new Clause.HasFactor(factor);
            }
            case "comment" -> comment(value, at);
            case "submitted" -> moments.read(value, at);
            default -> overall(value, at);
        };
    }

    private @Nullable List<Clause> several(JsonNode node, Pointer pointer, int depth) {
        if (!node.isArray() || node.isEmpty()) {
            errors.add(pointer, "must have at least one condition in it");
            return null;
        }
        List<@Nullable Clause> read = new ArrayList<>(node.size());
        for (int i = 0; i < node.size() && clauses <= Limits.CLAUSES_PER_RULE; i++) {
            read.add(read(node.get(i), pointer.at(i), depth + 1));
        }
        List<Clause> good = read.stream().filter(Objects::nonNull).toList();
        return good.size() == node.size() ? good : null;
    }

    private @Nullable Clause measure(JsonNode node, JsonNode value, Pointer pointer, Pointer at) {
        String name = scalars.text(value, at);
        Subject subject = name == null ? Subject.ANSWER : subject(name, at);
        Comparison comparison = comparisons.read(node, pointer, "measure", subject);
        return name == null || comparison == null ? null : new Clause.MeasureIs(name, comparison);
    }

    private Subject subject(String measure, Pointer at) {
        if (measures == null) {
            return Subject.ANSWER;
        }
        Measure declared = measures.get(measure);
        if (declared == null) {
            errors.add(at, "is not a measure of this portal; declared are " + Scalars.sorted(measures.keySet()));
            return Subject.ANSWER;
        }
        return declared.kind() == Measure.Kind.FCR ? Subject.YES_NO : Subject.SCORE;
    }

    private @Nullable Clause field(JsonNode node, JsonNode value, Pointer pointer, Pointer at) {
        Field field = value.isTextual() ? Field.named(value.textValue()) : null;
        if (field == null) {
            errors.add(at, "must be one of " + String.join(", ", Field.names()));
        }
        Subject subject = field == Field.CONTACT_CHOICE ? Subject.CONTACT_CHOICE : Subject.FIELD;
        Comparison comparison = comparisons.read(node, pointer, "field", subject);
        return field == null || comparison == null ? null : new Clause.FieldIs(field, comparison);
    }

    private @Nullable Clause property(JsonNode node, JsonNode value, Pointer pointer, Pointer at) {
        String name = scalars.text(value, at);
        Comparison comparison = comparisons.read(node, pointer, "property", Subject.PROPERTY);
        return name == null || comparison == null ? null : new Clause.PropertyIs(name, comparison);
    }

    private @Nullable Clause comment(JsonNode node, Pointer pointer) {
        if (node.isObject() && node.size() == 1 && node.has("contains")) {
            String text = scalars.text(node.get("contains"), pointer.at("contains"));
            return text == null ? null : new Clause.CommentContains(text);
        }
        if (node.isTextual() && Set.of("present", "absent").contains(node.textValue())) {
            return new Clause.CommentIs(node.textValue().equals("present"));
        }
        errors.add(pointer, "must be \"present\", \"absent\" or {\"contains\": \"…\"}");
        return null;
    }

    private @Nullable Clause overall(JsonNode node, Pointer pointer) {
        if (node.isTextual() && node.textValue().equals("lteThreshold")) {
            return new Clause.OverallLow();
        }
        errors.add(pointer, "must be \"lteThreshold\"");
        return null;
    }
}
