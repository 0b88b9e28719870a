package io.amends.dashboard.people;

import io.amends.contracts.access.Role;
import io.amends.dashboard.people.core.Logins;
import io.amends.dashboard.signin.StoredPeople;
import io.amends.kit.rights.PortalRoles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads who a person is and what they are in every portal, by one question for each request (H1). */
@ApplicationScoped
class PeopleReader implements StoredPeople {
    /** The groups that name the contact are asked of the directory as it is stored, whether all of it can be read or not. */
    private static final String PERSON =
            """
            select p.name, p.password_hash, m.portal, m.roles || m.claimed as roles, m.contact,
                   array(select unnest(m.groups) union
                         select e.code from directory_entry e
                         where m.contact is not null and e.portal = m.portal and e.type = 'group'
                           and (e.entry->>'supportLead' = m.contact or e.entry->>'manager' = m.contact
                                or e.entry->'alsoAlerts' @> to_jsonb(m.contact))) as own_groups
            from person p left join membership m on m.login = p.login and m.active
            where p.login = :login""";

    private final Jdbi jdbi;

    PeopleReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of the question: a membership, or none where there is none. */
    private record Found(
            String name,
            @Nullable String hash,
            @Nullable String portal,
            Set<Role> roles,
            List<String> groups,
            @Nullable String contact) {}

    @Override
    public @Nullable StoredPerson named(String login) {
        List<Found> found = jdbi.withHandle(db -> db.createQuery(PERSON)
                .bind("login", login)
                .map((row, context) -> {
                    List<String> groups = PeopleList.texts(row, "own_groups");
                    return new Found(
                            row.getString("name"),
                            row.getString("password_hash"),
                            row.getString("portal"),
                            PeopleList.roles(PeopleList.texts(row, "roles")),
                            groups == null ? List.of() : groups,
                            row.getString("contact"));
                })
                .list());
        if (found.isEmpty()) {
            return null;
        }
        Map<String, PortalRoles> portals = new HashMap<>();
        Set<Role> everywhere = new HashSet<>();
        boolean active = false;
        for (Found membership : found) {
            String portal = membership.portal();
            if (portal == null) {
                continue;
            }
            active = true;
            if (portal.equals(Logins.INSTALLATION)) {
                everywhere.addAll(membership.roles());
            } else {
                portals.put(
                        portal,
                        PortalRoles.member(membership.roles(), Set.copyOf(membership.groups()), membership.contact()));
            }
        }
        Found person = found.get(0);
        return new StoredPerson(person.name(), person.hash(), active, portals, everywhere);
    }
}
