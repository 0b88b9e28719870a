package io.amends.language;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One condition of a rule: a leaf that looks at the response, or a combination of others (B2). */
public sealed interface Clause {

    /** True where all are; never empty. */
    record All(List<Clause> of) implements Clause {}

    /** True where one is; never empty. */
    record Any(List<Clause> of) implements Clause {}

    /** True where the other is false; unknown stays unknown. */
    record Not(Clause of) implements Clause {}

    /** A clause that looks at the response itself. */
    sealed interface Leaf extends Clause {}

    /** {@code measure}: a score, or yes/no for FCR. */
    record MeasureIs(String measure, Comparison comparison) implements Leaf {}

    /** {@code field}: one of the response's own fields. */
    record FieldIs(Field field, Comparison comparison) implements Leaf {}

    /** {@code property}: a custom property. */
    record PropertyIs(String property, Comparison comparison) implements Leaf {}

    /** {@code tag}: the response carries it. */
    record HasTag(String tag) implements Leaf {}

    /** {@code factor}: the customer chose it. */
    record HasFactor(String factor) implements Leaf {}

    /** {@code comment} {@code present} or {@code absent}; a blank comment is absent. */
    record CommentIs(boolean present) implements Leaf {}

    /** {@code comment} {@code contains}: case-insensitive, in any script. */
    record CommentContains(String text) implements Leaf {}

    /**
     * {@code submitted}: when the customer answered, in the portal's zone.
     *
     * @param daysOfWeek empty for any day
     * @param between null for any time
     */
    record Submitted(Set<DayOfWeek> daysOfWeek, @Nullable Hours between) implements Leaf {}

    /** {@code overall} {@code lteThreshold}: at or below the Service Recovery Threshold in force (B1). */
    record OverallLow() implements Leaf {}

    /** Local times from (included) to (excluded); an end before the start goes past midnight. */
    record Hours(LocalTime from, LocalTime to) {
        public boolean contain(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }
}
