package io.amends.kit.rights;

import io.amends.contracts.access.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person is in one portal (H1).
 *
 * @param roles none: the portal does not exist for them
 * @param groups the codes of their own groups: those whose Support Lead, Also Alert or manager their contact is, and
 *     those named for them
 * @param contact the contact of the portal that they are; null where nobody has said so
 * @param link whether they came by the link of a report: then they are nobody here, and see and note what it shows
 */
public record PortalRoles(Set<Role> roles, Set<String> groups, @Nullable String contact, boolean link) {
    /** Someone for whom the portal does not exist. */
    public static final PortalRoles STRANGER = new PortalRoles(Set.of(), Set.of(), null, false);

    /** Copies the sets. */
    public PortalRoles {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    /** A member of a portal. */
    public static PortalRoles member(Set<Role> roles, Set<String> groups, @Nullable String contact) {
        return new PortalRoles(roles, groups, contact, false);
    }

    /**
     * Whoever has the link of a report.
     *
     * @param groups those of the responses that the link opens; whoever signs for them has checked that what they ask about
     *     is one of these
     */
    public static PortalRoles link(Set<String> groups) {
        return new PortalRoles(Set.of(), groups, null, true);
    }

    /** Whether the portal exists for them. */
    public boolean here() {
        return link || !roles.isEmpty();
    }
}
