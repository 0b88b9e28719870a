package io.amends.kit.rights;

import static io.amends.kit.rights.Extent.ALL;
import static io.amends.kit.rights.Extent.MINE;
import static io.amends.kit.rights.Extent.NONE;
import static io.amends.kit.rights.Extent.OWN;
import static io.amends.kit.rights.Extent.PROPOSE;

import io.amends.contracts.access.Role;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** The table of roles of interfaces.md, "People, roles, keys, audit" (H1): a row a permission, a column a role. */
final class RoleTable {
    private static final Map<Permission, Map<Role, Extent>> TABLE = new EnumMap<>(Permission.class);

    static {
        //                               agent    lead  admin ops   auditor
        row(Permission.SEE_RESPONSES, OWN, OWN, ALL, NONE, ALL);
        row(Permission.WRITE_NOTES, OWN, OWN, ALL, NONE, NONE);
        row(Permission.FILE_REQUESTS, OWN, OWN, ALL, NONE, NONE);
        row(Permission.DECIDE_CASES, PROPOSE, OWN, ALL, NONE, NONE);
        row(Permission.SEE_RULES, NONE, ALL, ALL, NONE, ALL);
        row(Permission.DRAFT_RULES, NONE, ALL, ALL, NONE, NONE);
        row(Permission.PUBLISH_RULES, NONE, NONE, ALL, NONE, NONE);
        row(Permission.SEE_DIRECTORY, NONE, OWN, ALL, NONE, ALL);
        row(Permission.CHANGE_DIRECTORY, NONE, NONE, ALL, NONE, NONE);
        row(Permission.SEE_ADMINISTRATION, NONE, NONE, ALL, NONE, ALL);
        row(Permission.ADMINISTER, NONE, NONE, ALL, NONE, NONE);
        row(Permission.SEE_DELIVERIES, MINE, OWN, ALL, ALL, ALL);
        row(Permission.READ_DELIVERIES, MINE, OWN, ALL, NONE, ALL);
        row(Permission.RESEND, NONE, OWN, ALL, ALL, NONE);
        row(Permission.RUN_DIGESTS, NONE, NONE, ALL, NONE, NONE);
        row(Permission.SEE_AUDIT, NONE, NONE, ALL, NONE, ALL);
        row(Permission.SUBMIT_SURVEYS, NONE, NONE, NONE, NONE, NONE);
        row(Permission.MAKE_PORTALS, NONE, NONE, NONE, NONE, NONE);
    }

    private RoleTable() {}

    /** How far the roles of one person go together. */
    static Extent reach(Collection<Role> roles, Permission permission) {
        Map<Role, Extent> row = TABLE.getOrDefault(permission, Map.of());
        return roles.stream()
                .map(role -> row.getOrDefault(role, NONE))
                .max(Enum::compareTo)
                .orElse(NONE);
    }

    private static void row(
            Permission permission, Extent agent, Extent lead, Extent admin, Extent ops, Extent auditor) {
        Map<Role, Extent> row = new EnumMap<>(Role.class);
        row.put(Role.AGENT, agent);
        row.put(Role.LEAD, lead);
        row.put(Role.ADMIN, admin);
        row.put(Role.OPS, ops);
        row.put(Role.AUDITOR, auditor);
        TABLE.put(permission, row);
    }
}
