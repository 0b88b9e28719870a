package io.amends.dashboard.signin;

import io.amends.contracts.access.Role;
import io.amends.kit.access.Standings;
import io.amends.kit.rights.Standing;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a person is: in each portal by their memberships, and in all of them by what they are over the installation.
 *
 * @param portals by code
 */
record MemberStandings(Map<String, Standing> portals, Set<Role> everywhere) implements Standings {
    MemberStandings {
        portals = Map.copyOf(portals);
        everywhere = Set.copyOf(everywhere);
    }

    @Override
    public Standing in(String cpc) {
        Standing member = portals.getOrDefault(cpc, Standing.STRANGER);
        if (everywhere.isEmpty()) {
            return member;
        }
        Set<Role> roles = new HashSet<>(everywhere);
        roles.addAll(member.roles());
        return Standing.member(roles, member.groups(), member.contact());
    }
}
