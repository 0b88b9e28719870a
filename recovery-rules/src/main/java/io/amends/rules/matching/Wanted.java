package io.amends.rules.matching;

import io.amends.language.Clause;
import io.amends.language.Field;
import io.amends.language.PlacedLeaf;
import io.amends.language.Pointer;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What rules ask of a response, so that the rest need not be decoded (B9). Measures, tags, contact choice, times, ticket
 * and support group are always read: decisions need them.
 *
 * @param everything whether it is all wanted, whatever the other components say
 */
public record Wanted(boolean everything, Set<Field> fields, Set<String> properties, boolean factors, boolean comment) {
    public static final Wanted ALL = new Wanted(true, Set.of(), Set.of(), true, true);
    public static final Wanted NOTHING = new Wanted(false, Set.of(), Set.of(), false, false);

    private static final Wanted FACTORS = new Wanted(false, Set.of(), Set.of(), true, false);
    private static final Wanted COMMENT = new Wanted(false, Set.of(), Set.of(), false, true);

    private static final Clause.LeafCases<Wanted> BY_LEAF = new Clause.LeafCases<>() {
        @Override
        public Wanted measure(Clause.MeasureIs is) {
            return NOTHING;
        }

        @Override
        public Wanted field(Clause.FieldIs is) {
            return new Wanted(false, Set.of(is.field()), Set.of(), false, false);
        }

        @Override
        public Wanted property(Clause.PropertyIs is) {
            return new Wanted(false, Set.of(), Set.of(is.property()), false, false);
        }

        @Override
        public Wanted tag(Clause.HasTag has) {
            return NOTHING;
        }

        @Override
        public Wanted factor(Clause.HasFactor has) {
            return FACTORS;
        }

        @Override
        public Wanted comment(Clause.CommentIs is) {
            return COMMENT;
        }

        @Override
        public Wanted commentContains(Clause.CommentContains contains) {
            return COMMENT;
        }

        @Override
        public Wanted submitted(Clause.Submitted submitted) {
            return NOTHING;
        }

        @Override
        public Wanted overallLow(Clause.OverallLow low) {
            return NOTHING;
        }
    };

    /** What these rules ask for. */
    public static Wanted of(RuleSet rules) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        Set<String> properties = new HashSet<>();
        boolean factors = false;
        boolean comment = false;
        for (Rule rule : rules.rules()) {
            for (PlacedLeaf placed : PlacedLeaf.in(rule.when(), Pointer.WHEN).toList()) {
                Wanted one = placed.leaf().match(BY_LEAF);
                fields.addAll(one.fields);
                properties.addAll(one.properties);
                factors |= one.factors;
                comment |= one.comment;
            }
        }
        return new Wanted(false, Set.copyOf(fields), Set.copyOf(properties), factors, comment);
    }

    public boolean field(Field field) {
        return everything || fields.contains(field);
    }

    public boolean property(String name) {
        return everything || properties.contains(name);
    }

    /** What this or the other asks for. */
    public Wanted and(Wanted other) {
        Set<Field> bothFields = new HashSet<>(fields);
        bothFields.addAll(other.fields);
        Set<String> bothProperties = new HashSet<>(properties);
        bothProperties.addAll(other.properties);
        return new Wanted(
                everything || other.everything,
                Set.copyOf(bothFields),
                Set.copyOf(bothProperties),
                factors || other.factors,
                comment || other.comment);
    }
}
