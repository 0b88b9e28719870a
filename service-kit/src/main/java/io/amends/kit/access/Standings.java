package io.amends.kit.access;

import io.amends.contracts.access.Role;
import io.amends.kit.rights.Standing;
import java.util.Set;

/** What one person is in every portal (H1). */
public interface Standings {
    /** Someone for whom no portal exists. */
    Standings NOBODY = new Standings() {
        @Override
        public Standing in(String cpc) {
            return Standing.STRANGER;
        }

        @Override
        public Set<Role> everywhere() {
            return Set.of();
        }
    };

    /** What the person is in this portal; one that is not there has nobody but those who are something everywhere. */
    Standing in(String cpc);

    /** The roles over the whole installation: {@code *:admin} makes portals, {@code *:ops} sees what belongs to none. */
    Set<Role> everywhere();

    /** Someone who is the same in one portal alone, such as whoever a person token speaks of. */
    static Standings only(String portal, Standing standing) {
        return new Standings() {
            @Override
            public Standing in(String cpc) {
                return cpc.equals(portal) ? standing : Standing.STRANGER;
            }

            @Override
            public Set<Role> everywhere() {
                return Set.of();
            }
        };
    }

    /** Someone who has these roles in every portal, and no groups of their own. */
    static Standings everywhere(Set<Role> roles) {
        Standing standing = Standing.member(roles, Set.of(), null);
        return new Standings() {
            @Override
            public Standing in(String cpc) {
                return standing;
            }

            @Override
            public Set<Role> everywhere() {
                return roles;
            }
        };
    }
}
