package io.amends.rules.matching;

import io.amends.contracts.api.Verdict;
import io.amends.language.Clause;
import io.amends.language.Comparison;
import java.math.BigDecimal;

/**
 * What a single leaf clause says about a response; docs/rules.md has the table of missing values. The index asks it all the
 * time, so it is one class for all kinds, through whose call the virtual machine sees, with what it needs at hand.
 *
 * @param name of what is looked at; of a comment the text that is looked for, in small letters; empty where there is none
 * @param test the kind of the comparison
 * @param comparison what a value is compared by; of no meaning where the leaf does not compare
 */
record LeafQuestion(Kind kind, Clause.Leaf leaf, String name, ValueTest test, Comparison comparison)
        implements Question {
    private static final Comparison NO_COMPARISON = new Comparison.Present(true);

    private static final Clause.LeafCases<LeafQuestion> OF = new Clause.LeafCases<>() {
        @Override
        public LeafQuestion measure(Clause.MeasureIs is) {
            return new LeafQuestion(Kind.MEASURE, is, is.measure(), is.comparison());
        }

        @Override
        public LeafQuestion field(Clause.FieldIs is) {
            return new LeafQuestion(Kind.FIELD, is, "", is.comparison());
        }

        @Override
        public LeafQuestion property(Clause.PropertyIs is) {
            return new LeafQuestion(Kind.PROPERTY, is, is.property(), is.comparison());
        }

        @Override
        public LeafQuestion tag(Clause.HasTag has) {
            return new LeafQuestion(Kind.TAG, has, has.tag(), NO_COMPARISON);
        }

        @Override
        public LeafQuestion factor(Clause.HasFactor has) {
            return new LeafQuestion(Kind.FACTOR, has, has.factor(), NO_COMPARISON);
        }

        @Override
        public LeafQuestion comment(Clause.CommentIs is) {
            return new LeafQuestion(Kind.COMMENT, is, "", NO_COMPARISON);
        }

        @Override
        public LeafQuestion commentContains(Clause.CommentContains contains) {
            return new LeafQuestion(Kind.COMMENT_CONTAINS, contains, Facts.lower(contains.text()), NO_COMPARISON);
        }

        @Override
        public LeafQuestion submitted(Clause.Submitted submitted) {
            return new LeafQuestion(Kind.SUBMITTED, submitted, "", NO_COMPARISON);
        }

        @Override
        public LeafQuestion overallLow(Clause.OverallLow low) {
            return new LeafQuestion(Kind.OVERALL_LOW, low, "", NO_COMPARISON);
        }
    };

    enum Kind {
        MEASURE,
        FIELD,
        PROPERTY,
        TAG,
        FACTOR,
        COMMENT,
        COMMENT_CONTAINS,
        SUBMITTED,
        OVERALL_LOW
    }

    private LeafQuestion(Kind kind, Clause.Leaf leaf, String name, Comparison comparison) {
        this(kind, leaf, name, ValueTest.of(comparison), comparison);
    }

    static LeafQuestion of(Clause.Leaf leaf) {
        return leaf.match(OF);
    }

    @Override
    public Verdict verdict(Facts facts) {
        return switch (kind) {
            case MEASURE -> test.verdict(comparison, facts.measure(name));
            case FIELD -> test.verdict(comparison, facts.field(((Clause.FieldIs) leaf).field()));
            case PROPERTY -> test.verdict(comparison, facts.property(name));
            case TAG -> Verdict.of(facts.tags().contains(name));
            case FACTOR -> Verdict.of(facts.factors().contains(name));
            case COMMENT -> Verdict.of((facts.comment() != null) == ((Clause.CommentIs) leaf).present());
            case COMMENT_CONTAINS -> contained(facts);
            case SUBMITTED -> submitted((Clause.Submitted) leaf, facts);
            case OVERALL_LOW -> overallLow(facts);
        };
    }

    private Verdict contained(Facts facts) {
        String comment = facts.lowerComment();
        return comment == null ? Verdict.UNKNOWN : Verdict.of(comment.contains(name));
    }

    private static Verdict submitted(Clause.Submitted clause, Facts facts) {
        var at = facts.submitted();
        boolean day = clause.daysOfWeek().isEmpty() || clause.daysOfWeek().contains(at.getDayOfWeek());
        Clause.Hours hours = clause.between();
        return Verdict.of(day && (hours == null || hours.contain(at.toLocalTime())));
    }

    private static Verdict overallLow(Facts facts) {
        BigDecimal overall = facts.overall();
        return overall == null ? Verdict.UNKNOWN : Verdict.of(overall.compareTo(facts.threshold()) <= 0);
    }
}
