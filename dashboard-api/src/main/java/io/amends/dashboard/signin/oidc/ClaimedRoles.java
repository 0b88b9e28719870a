package io.amends.dashboard.signin.oidc;

import io.amends.contracts.AuditAction;
import io.amends.contracts.access.Role;
import io.amends.dashboard.signin.AuditedPerson;
import io.amends.kit.audit.AuditChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * The roles that people have by their claims, beside those that were given by hand (H1): the newest sign-in says what they
 * are. Where an admin has switched somebody off in a portal, that stays so.
 */
@ApplicationScoped
public class ClaimedRoles {
    /** Gives these roles and takes all others that claims had given; says what changed, an entry a portal. */
    List<AuditChange> replace(Handle tx, String login, Map<String, Set<Role>> claimed) {
        Map<String, List<String>> before = before(tx, login);
        Map<String, List<String>> after = new HashMap<>();
        claimed.forEach((portal, roles) ->
                after.put(portal, roles.stream().map(Role::word).sorted().toList()));
        Set<String> portals = new TreeSet<>(before.keySet());
        portals.addAll(after.keySet());
        List<AuditChange> changes = new ArrayList<>();
        for (String portal : portals) {
            List<String> was = before.getOrDefault(portal, List.of());
            List<String> is = after.getOrDefault(portal, List.of());
            if (!was.equals(is)) {
                write(tx, login, portal, is);
                changes.add(AuditChange.of(portal, AuditAction.ROLES_CLAIMED, AuditedPerson.subject(login))
                        .was(Map.of("roles", was))
                        .now(Map.of("roles", is)));
            }
        }
        return changes;
    }

    private static Map<String, List<String>> before(Handle tx, String login) {
        Map<String, List<String>> before = new HashMap<>();
        tx.createQuery("SELECT portal, claimed FROM membership WHERE login = :login AND claimed <> '{}' FOR UPDATE")
                .bind("login", login)
                .map((row, context) -> Map.entry(row.getString("portal"), (String[])
                        row.getArray("claimed").getArray()))
                .forEach(entry -> before.put(
                        entry.getKey(), Arrays.stream(entry.getValue()).sorted().toList()));
        return before;
    }

    private static void write(Handle tx, String login, String portal, List<String> roles) {
        // The version tells whoever has the row open that it is another one now.
        tx.createUpdate("INSERT INTO membership (portal, login, roles, active, version, claimed)"
                        + " VALUES (:portal, :login, '{}', true, 0, :roles)"
                        + " ON CONFLICT (portal, login) DO UPDATE"
                        + " SET claimed = excluded.claimed, version = membership.version + 1")
                .bind("portal", portal)
                .bind("login", login)
                .bind("roles", roles.toArray(String[]::new))
                .execute();
        // What claims alone had made goes with them; what an admin has said of somebody stays.
        tx.createUpdate("DELETE FROM membership WHERE portal = :portal AND login = :login AND claimed = '{}'"
                        + " AND roles = '{}' AND groups IS NULL AND contact IS NULL AND active")
                .bind("portal", portal)
                .bind("login", login)
                .execute();
    }
}
