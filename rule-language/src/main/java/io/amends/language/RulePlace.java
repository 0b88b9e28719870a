package io.amends.language;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a rule set, read back from the pointer of an error or a verdict.
 *
 * @param rule the index of the rule that it is in; null where it is in none
 * @param part the key within the rule: {@link Rule#NAME}, {@link Rule#WHEN} or {@link Rule#THEN}; empty for the whole rule
 * @param steps the way to the clause from the outermost one: the index of each clause among those beside it
 * @param key the key within the clause or the effects; empty for all of it
 */
public record RulePlace(@Nullable Integer rule, String part, List<Integer> steps, String key) {
    private static final RulePlace NOWHERE = new RulePlace(null, "", List.of(), "");

    /** The place of a pointer; in no rule where it leads into none, or is none. */
    public static RulePlace of(String pointer) {
        JsonPointer at = compiled(pointer);
        if (!RuleSet.RULES.equals(at.getMatchingProperty()) || !at.tail().mayMatchElement()) {
            return NOWHERE;
        }
        int rule = at.tail().getMatchingIndex();
        JsonPointer inRule = at.tail().tail();
        String part = key(inRule);
        List<Integer> steps = new ArrayList<>();
        JsonPointer inPart = part.isEmpty() ? inRule : inRule.tail();
        if (part.equals(Rule.WHEN)) {
            inPart = descend(inPart, steps);
        }
        return new RulePlace(rule, part, List.copyOf(steps), key(inPart));
    }

    /** Goes down to the innermost clause, and returns what is left of the way. */
    private static JsonPointer descend(JsonPointer clause, List<Integer> steps) {
        JsonPointer at = clause;
        while (true) {
            ClauseKind kind = ClauseKind.named(key(at));
            if (kind == ClauseKind.NOT) {
                steps.add(0);
                at = at.tail();
            } else if (kind != null && kind.group() && at.tail().mayMatchElement()) {
                steps.add(at.tail().getMatchingIndex());
                at = at.tail().tail();
            } else {
                return at;
            }
        }
    }

    private static String key(JsonPointer at) {
        return at.matches() ? "" : at.getMatchingProperty();
    }

    private static JsonPointer compiled(String pointer) {
        try {
            return JsonPointer.compile(pointer);
        } catch (IllegalArgumentException e) {
            return JsonPointer.empty();
        }
    }
}
