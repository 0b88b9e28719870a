package io.amends.rules.matching;

import io.amends.language.Clause;
import io.amends.language.Field;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
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

    /** What these rules ask for. */
    public static Wanted of(RuleSet rules) {
        Asked asked = new Asked();
        for (Rule rule : rules.rules()) {
            asked.clause(rule.when());
        }
        return new Wanted(false, Set.copyOf(asked.fields), Set.copyOf(asked.properties), asked.factors, asked.comment);
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

    private static final class Asked {
        private final Set<Field> fields = EnumSet.noneOf(Field.class);
        private final Set<String> properties = new HashSet<>();
        private boolean factors;
        private boolean comment;

        private void clause(Clause clause) {
            if (clause instanceof Clause.All all) {
                each(all.of());
            } else if (clause instanceof Clause.Any any) {
                each(any.of());
            } else if (clause instanceof Clause.Not not) {
                clause(not.of());
            } else if (clause instanceof Clause.FieldIs is) {
                fields.add(is.field());
            } else if (clause instanceof Clause.PropertyIs is) {
                properties.add(is.property());
            } else if (clause instanceof Clause.HasFactor) {
                factors = true;
            } else if (clause instanceof Clause.CommentIs || clause instanceof Clause.CommentContains) {
                comment = true;
            }
        }

        private void each(List<Clause> clauses) {
            clauses.forEach(this::clause);
        }
    }
}
