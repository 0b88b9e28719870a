package io.amends.dashboard.signin;

import io.amends.contracts.access.Role;
import io.amends.kit.access.PersonRoles;
import io.amends.kit.rights.PortalRoles;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a person is: in each portal by their memberships, and in all of them by what they are over the installation.
 *
 * @param portals by code
 */
record MemberRoles(Map<String, PortalRoles> portals, Set<Role> everywhere) implements PersonRoles {
    MemberRoles {
        portals = Map.copyOf(portals);
        everywhere = Set.copyOf(everywhere);
    }

    @Override
    public PortalRoles in(String cpc) {
        PortalRoles member = portals.getOrDefault(cpc, PortalRoles.STRANGER);
        if (everywhere.isEmpty()) {
            return member;
        }
        Set<Role> roles = new HashSet<>(everywhere);
        roles.addAll(member.roles());
        return PortalRoles.member(roles, member.groups(), member.contact());
    }
}
