package io.amends.kit.access;

import io.amends.contracts.access.Role;
import io.amends.kit.rights.PortalRoles;
import java.util.Set;

/** What one person is in every portal (H1). */
public interface PersonRoles {
    /** Someone for whom no portal exists. */
    PersonRoles NOBODY = only("", PortalRoles.STRANGER);

    /** What the person is in this portal; one that is not there has nobody but those who are something everywhere. */
    PortalRoles in(String cpc);

    /** The roles over the whole installation: {@code *:admin} makes portals, {@code *:ops} sees what belongs to none. */
    Set<Role> everywhere();

    /** Someone who is the same in one portal alone, such as whoever a person token speaks of. */
    static PersonRoles only(String portal, PortalRoles roles) {
        return new PersonRoles() {
            @Override
            public PortalRoles in(String cpc) {
                return cpc.equals(portal) ? roles : PortalRoles.STRANGER;
            }

            @Override
            public Set<Role> everywhere() {
                return Set.of();
            }
        };
    }
}
