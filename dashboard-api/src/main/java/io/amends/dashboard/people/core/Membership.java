package io.amends.dashboard.people.core;

import io.amends.contracts.access.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person is in a portal (H1).
 *
 * @param groups the support groups that are theirs beside those of their contact; null: none were named
 * @param contact the contact of the portal that they are; null: nobody has said so
 * @param active whether it counts; one that does not is kept, and opens nothing
 */
public record Membership(Set<Role> roles, @Nullable List<String> groups, @Nullable String contact, boolean active) {
    /** Copies roles and groups; the roles stand in the order of the table. */
    public Membership {
        EnumSet<Role> copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        roles = Collections.unmodifiableSet(copy);
        groups = groups == null ? null : List.copyOf(groups);
    }

    /** Whether it makes somebody an admin. */
    public boolean admin() {
        return active && roles.contains(Role.ADMIN);
    }
}
