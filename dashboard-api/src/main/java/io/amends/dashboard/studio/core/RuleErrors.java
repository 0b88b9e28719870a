package io.amends.dashboard.studio.core;

import io.amends.contracts.Reason;
import io.amends.language.ClauseKind;
import io.amends.language.Rule;
import io.amends.language.RulePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules found wrong, at its place in the builder's form.
 *
 * @param of this rule's
 * @param elsewhere those of other rules, and of the rule set as a whole
 */
public record RuleErrors(List<FieldError> of, List<OutsideError> elsewhere) {
    public static final RuleErrors NONE = new RuleErrors(List.of(), List.of());

    /**
     * An error of a field.
     *
     * @param field the form field's name, such as {@code when.0.value}; of the condition where it has several
     */
    public record FieldError(String field, String reason) {}

    /**
     * An error of another place.
     *
     * @param rule its index; null where it is about the whole
     */
    public record OutsideError(@Nullable Integer rule, String pointer, String reason) {}

    /** The errors of a whole rule set, seen from one of its rules. */
    public static RuleErrors of(List<Reason> errors, int rule) {
        List<FieldError> here = new ArrayList<>();
        List<OutsideError> elsewhere = new ArrayList<>();
        for (Reason error : errors) {
            RulePlace place = RulePlace.of(error.pointer());
            Integer index = place.rule();
            if (index != null && index == rule) {
                here.add(new FieldError(field(place), error.reason()));
            } else {
                elsewhere.add(new OutsideError(index, error.pointer(), error.reason()));
            }
        }
        return new RuleErrors(List.copyOf(here), List.copyOf(elsewhere));
    }

    /** The path of the condition that a place is in: after {@code /rules/0/when/all/1/not} it is {@code when.1.0}. */
    public static String path(RulePlace place) {
        return Stream.concat(Stream.of("when"), place.steps().stream().map(String::valueOf))
                .collect(Collectors.joining("."));
    }

    private static String field(RulePlace place) {
        return switch (place.part()) {
            case "" -> Rule.NAME;
            case Rule.THEN -> place.key().isEmpty() ? "then" : "then." + place.key();
            case Rule.WHEN -> path(place) + within(place.key());
            default -> place.part();
        };
    }

    /** Which of a condition's fields an error is about; none where it is about all of it. */
    private static String within(String key) {
        ClauseKind subject = ClauseKind.named(key);
        return key.isEmpty() ? "" : subject != null && subject.compares() ? ".subject" : ".value";
    }
}
