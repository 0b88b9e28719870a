package io.amends.dashboard.signin;

import io.amends.contracts.access.Role;
import io.amends.kit.rights.PortalRoles;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The people that portals have added, as signing in needs them; whoever keeps them answers. */
public interface StoredPeople {
    /**
     * The person of that login as they are now; null where there is none.
     *
     * @throws JdbiException if the database is away
     */
    @Nullable
    StoredPerson named(String login);

    /**
     * A person.
     *
     * @param hash of their password; null where they have none
     * @param active whether they are anything anywhere, and so can sign in
     * @param portals what they are in each portal, by its code
     * @param everywhere their roles over the whole installation
     */
    record StoredPerson(
            String name,
            @Nullable String hash,
            boolean active,
            Map<String, PortalRoles> portals,
            Set<Role> everywhere) {}
}
