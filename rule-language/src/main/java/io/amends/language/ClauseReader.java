package io.amends.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.directory.Measure;
import io.amends.language.ComparisonReader.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one rule's clauses; counts them, and stops descending where they are nested too deep. */
final class ClauseReader {
    private static final String KEYS = Scalars.sorted(
            Arrays.stream(ClauseKind.values()).map(ClauseKind::json).toList());

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
            errors.add(pointer, "must be an object with one of " + KEYS);
            return null;
        }
        List<ClauseKind> kinds = new ArrayList<>(1);
        node.fieldNames().forEachRemaining(name -> {
            ClauseKind kind = ClauseKind.named(name);
            if (kind != null) {
                kinds.add(kind);
            }
        });
        if (kinds.size() != 1) {
            String several = Scalars.sorted(kinds.stream().map(ClauseKind::json).toList());
            errors.add(
                    pointer,
                    kinds.isEmpty()
                            ? "needs one of " + KEYS
                            : "is more than one clause (" + several + "); put them into an all or any");
            return null;
        }
        return clause(kinds.get(0), node, pointer, depth);
    }

    private @Nullable Clause clause(ClauseKind kind, JsonNode node, Pointer pointer, int depth) {
        JsonNode value = node.get(kind.json());
        Pointer at = pointer.at(kind.json());
        if (!kind.compares()) {
            scalars.only(node, pointer, Set.of(kind.json()));
        }
        return switch (kind) {
            case ALL -> {
                List<Clause> of = several(value, at, depth);
                yield of == null ? null : new Clause.All(of);
            }
            case ANY -> {
                List<Clause> of = several(value, at, depth);
                yield of == null ? null : new Clause.Any(of);
            }
            case NOT -> {
                Clause of = read(value, at, depth + 1);
                yield of == null ? null : new Clause.Not(of);
            }
            case MEASURE -> measure(node, value, pointer, at);
            case FIELD -> field(node, value, pointer, at);
            case PROPERTY -> property(node, value, pointer, at);
            case TAG -> {
                String tag = scalars.text(value, at);
                yield tag == null ? null : new Clause.HasTag(tag);
            }
            case FACTOR -> {
                String factor = scalars.text(value, at);
                yield factor == null ? null : new Clause.HasFactor(factor);
            }
            case COMMENT -> comment(value, at);
            case SUBMITTED -> moments.read(value, at);
            case OVERALL -> overall(value, at);
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
        Comparison comparison = comparisons.read(node, pointer, ClauseKind.MEASURE, subject);
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
        Comparison comparison = comparisons.read(node, pointer, ClauseKind.FIELD, subject);
        return field == null || comparison == null ? null : new Clause.FieldIs(field, comparison);
    }

    private @Nullable Clause property(JsonNode node, JsonNode value, Pointer pointer, Pointer at) {
        String name = scalars.text(value, at);
        Comparison comparison = comparisons.read(node, pointer, ClauseKind.PROPERTY, Subject.PROPERTY);
        return name == null || comparison == null ? null : new Clause.PropertyIs(name, comparison);
    }

    private @Nullable Clause comment(JsonNode node, Pointer pointer) {
        if (node.isObject() && node.size() == 1 && node.has(ClauseJson.CONTAINS)) {
            String text = scalars.text(node.get(ClauseJson.CONTAINS), pointer.at(ClauseJson.CONTAINS));
            return text == null ? null : new Clause.CommentContains(text);
        }
        if (node.isTextual() && Set.of(ClauseJson.PRESENT, ClauseJson.ABSENT).contains(node.textValue())) {
            return new Clause.CommentIs(node.textValue().equals(ClauseJson.PRESENT));
        }
        errors.add(pointer, "must be \"present\", \"absent\" or {\"contains\": \"…\"}");
        return null;
    }

    private @Nullable Clause overall(JsonNode node, Pointer pointer) {
        if (node.isTextual() && node.textValue().equals(ClauseJson.LTE_THRESHOLD)) {
            return new Clause.OverallLow();
        }
        errors.add(pointer, "must be \"" + ClauseJson.LTE_THRESHOLD + "\"");
        return null;
    }
}
