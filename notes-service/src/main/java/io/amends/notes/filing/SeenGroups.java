package io.amends.notes.filing;

import io.amends.kit.rights.Sight;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;

/** Narrows a query to the groups that the caller may see (H1): what they may not is never read, and never counted. */
public final class SeenGroups {
    private SeenGroups() {}

    /** The condition that a column with a group's code is one of them. */
    public static String in(String column) {
        return "(:everyGroup OR " + column + " = ANY(:seenGroups))";
    }

    /** The condition that a column with several codes has one of them. */
    static String among(String column) {
        return "(:everyGroup OR " + column + " && CAST(:seenGroups AS text[]))";
    }

    /** Says which they are. */
    public static <S extends SqlStatement<S>> S bind(S sql, Sight sight) {
        Set<String> groups = sight.groups();
        return sql.bind("everyGroup", sight.all())
                .bindArray("seenGroups", String.class, groups == null ? List.of() : List.copyOf(groups));
    }
}
