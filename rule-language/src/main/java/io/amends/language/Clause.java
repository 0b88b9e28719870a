package io.amends.language;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a rule: a leaf that looks at the response, or a combination of others (B2).
 *
 * <p>Whoever treats kinds of clauses differently implements {@link Cases} or {@link LeafCases}. A new kind is one method
 * more there, so that everything that owes it something does not compile until it has paid.
 */
public sealed interface Clause {

    /** What somebody makes of this clause. */
    <T> T match(Cases<T> cases);

    /** The clauses that must all hold: those inside of an {@code all}, or this one alone. */
    default List<Clause> conjuncts() {
        return List.of(this);
    }

    /** Somebody who treats each combination in its own way, and all leaves alike. */
    interface Cases<T> {
        T all(All all);

        T any(Any any);

        T not(Not not);

        T leaf(Leaf leaf);
    }

    /** Somebody who treats each leaf in its own way. */
    interface LeafCases<T> {
        T measure(MeasureIs is);

        T field(FieldIs is);

        T property(PropertyIs is);

        T tag(HasTag has);

        T factor(HasFactor has);

        T comment(CommentIs is);

        T commentContains(CommentContains contains);

        T submitted(Submitted submitted);

        T overallLow(OverallLow low);
    }

    /** True where all are; never empty. */
    record All(List<Clause> of) implements Clause {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.all(this);
        }

        @Override
        public List<Clause> conjuncts() {
            return of;
        }
    }

    /** True where one is; never empty. */
    record Any(List<Clause> of) implements Clause {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.any(this);
        }
    }

    /** True where the other is false; unknown stays unknown. */
    record Not(Clause of) implements Clause {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.not(this);
        }
    }

    /** A clause that looks at the response itself. */
    sealed interface Leaf extends Clause {
        /** What somebody makes of this leaf. */
        <T> T match(LeafCases<T> cases);

        @Override
        default <T> T match(Cases<T> cases) {
            return cases.leaf(this);
        }
    }

    /** {@code measure}: a score, or yes/no for FCR. */
    record MeasureIs(String measure, Comparison comparison) implements Leaf {
        @Override
        public <T> T match(LeafCases<T> cases) {
            return cases.measure(this);
        }
    }

    /** {@code field}: one of the response's own fields. */
    record FieldIs(Field field, Comparison comparison) implements Leaf {
        @Override
        public <T> T match(LeafCases<T> cases) {
            return cases.field(this);
        }
    }

    /** {@code property}: a custom property. */
    record PropertyIs(String property, Comparison comparison) implements Leaf {
        @Override
        public <T> T match(LeafCases<T> cases) {
            return cases.property(this);
        }
    }

    /** {@code tag}: the response carries it. */
    record HasTag(String tag) implements Leaf {
        @Override
        public <T> T match(LeafCases<T> cases) {
            return cases.tag(this);
        }
    }

    /** {@code factor}: the customer chose it. */
    record HasFactor(String factor) implements Leaf {
        @Override
        public <T> T match(LeafCases<T> cases) {
            return cases.factor(this);
        }
    }

    /** {@code comment} {@code present} or {@code absent}; a blank comment is absent. */
    record CommentIs(boolean present) implements Leaf {
        @Override
        public <T> T match(LeafCases<T> cases) {
            return cases.comment(this);
        }
    }

    /** {@code comment} {@code contains}: case-insensitive, in any script. */
    record CommentContains(String text) implements Leaf {
        @Override
        public <T> T match(LeafCases<T> cases) {
            return cases.commentContains(this);
        }
    }

    /**
     * {@code submitted}: when the customer answered, in the portal's zone.
     *
     * @param daysOfWeek empty for any day
     * @param between null for any time
     */
    record Submitted(Set<DayOfWeek> daysOfWeek, @Nullable Hours between) implements Leaf {
        /** The days in the order of the week, as they are written. */
        public List<DayOfWeek> daysInOrder() {
            return daysOfWeek.stream().sorted().toList();
        }

        @Override
        public <T> T match(LeafCases<T> cases) {
            return cases.submitted(this);
        }
    }

    /** {@code overall} {@code lteThreshold}: at or below the Service Recovery Threshold in force (B1). */
    record OverallLow() implements Leaf {
        @Override
        public <T> T match(LeafCases<T> cases) {
            return cases.overallLow(this);
        }
    }

    /** Local times from (included) to (excluded); an end before the start goes past midnight. */
    record Hours(LocalTime from, LocalTime to) {
        public boolean contain(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }
}
