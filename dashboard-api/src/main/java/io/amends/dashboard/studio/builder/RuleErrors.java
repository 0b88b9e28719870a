package io.amends.dashboard.studio.builder;

import com.fasterxml.jackson.core.JsonPointer;
import io.amends.contracts.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules found wrong, at its place in the builder's form.
 *
 * @param of this rule's
 * @param elsewhere those of other rules, and of the rule set as a whole
 */
public record RuleErrors(List<Placed> of, List<Elsewhere> elsewhere) {
    public static final RuleErrors NONE = new RuleErrors(List.of(), List.of());

    private static final Set<String> SUBJECTS = Set.of("measure", "field", "property");

    /**
     * An error of a field.
     *
     * @param field the form field's name, such as {@code when.0.value}; of the condition where it has several
     */
    public record Placed(String field, String reason) {}

    /**
     * An error of another place.
     *
     * @param rule its index; null where it is about the whole
     */
    public record Elsewhere(@Nullable Integer rule, String pointer, String reason) {}

    /** The errors of a whole rule set, seen from one of its rules. */
    public static RuleErrors of(List<Reason> errors, int rule) {
        List<Placed> here = new ArrayList<>();
        List<Elsewhere> elsewhere = new ArrayList<>();
        for (Reason error : errors) {
            JsonPointer pointer = pointer(error.pointer());
            Integer index = index(pointer);
            if (index != null && index == rule) {
                here.add(new Placed(field(pointer.tail().tail()), error.reason()));
            } else {
                elsewhere.add(new Elsewhere(index, error.pointer(), error.reason()));
            }
        }
        return new RuleErrors(List.copyOf(here), List.copyOf(elsewhere));
    }

    /** The index of the rule that a pointer leads into; null where it leads to none. */
    public static @Nullable Integer index(String pointer) {
        return index(pointer(pointer));
    }

    private static @Nullable Integer index(JsonPointer pointer) {
        boolean rule = pointer.mayMatchProperty() && "rules".equals(pointer.getMatchingProperty());
        int index = rule && pointer.tail().mayMatchElement() ? pointer.tail().getMatchingIndex() : -1;
        return index < 0 ? null : index;
    }

    /** The path of a condition, from a pointer within a rule: {@code /when/all/1/not} is {@code when.1.0}. */
    public static String path(String pointer) {
        JsonPointer inRule = index(pointer) == null
                ? pointer(pointer)
                : pointer(pointer).tail().tail();
        return clause(inRule).path();
    }

    private record Clause(String path, JsonPointer rest) {}

    private static Clause clause(JsonPointer inRule) {
        StringBuilder path = new StringBuilder("when");
        JsonPointer at = inRule.matches() ? inRule : inRule.tail();
        while (!at.matches()) {
            String key = at.getMatchingProperty();
            if ("not".equals(key)) {
                path.append(".0");
                at = at.tail();
            } else if (("all".equals(key) || "any".equals(key)) && !at.tail().matches()) {
                path.append('.').append(at.tail().getMatchingProperty());
                at = at.tail().tail();
            } else {
                break;
            }
        }
        return new Clause(path.toString(), at);
    }

    private static String field(JsonPointer inRule) {
        if (inRule.matches()) {
            return "name";
        }
        String first = inRule.getMatchingProperty();
        if (first.equals("then")) {
            return inRule.tail().matches() ? "then" : "then." + inRule.tail().getMatchingProperty();
        }
        if (!first.equals("when")) {
            return first;
        }
        Clause clause = clause(inRule);
        if (clause.rest().matches()) {
            return clause.path();
        }
        String key = clause.rest().getMatchingProperty();
        return clause.path() + (SUBJECTS.contains(key) ? ".subject" : ".value");
    }

    private static JsonPointer pointer(String written) {
        try {
            return JsonPointer.compile(written);
        } catch (IllegalArgumentException e) {
            return JsonPointer.empty();
        }
    }
}
