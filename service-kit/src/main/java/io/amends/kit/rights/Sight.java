package io.amends.kit.rights;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a portal a caller may see, for the WHERE of a query: lists, counts, searches, exports and streams are narrowed by
 * it where they are read, and not afterwards (H1).
 *
 * @param groups null: all of them; else these alone, and where there is none, nothing
 * @param contact to whom what they see besides was sent; null where they are no contact
 */
public record Sight(@Nullable Set<String> groups, @Nullable String contact) {
    /** All of the portal. */
    public static final Sight ALL = new Sight(null, null);

    /** Nothing of it. */
    public static final Sight NOTHING = new Sight(Set.of(), null);

    /** Copies the groups. */
    public Sight {
        groups = groups == null ? null : Set.copyOf(groups);
    }

    /** Whether nothing is hidden. */
    public boolean all() {
        return groups == null;
    }

    /** Whether something of this group is seen. */
    public boolean shows(String group) {
        return groups == null || groups.contains(group);
    }

    /** The groups as an SQL array, to be bound to {@code (:groups::text[] IS NULL OR support_group = ANY(:groups))}. */
    public String @Nullable [] array() {
        return groups == null ? null : groups.stream().sorted().toArray(String[]::new);
    }
}
