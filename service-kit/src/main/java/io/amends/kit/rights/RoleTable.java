package io.amends.kit.rights;

import static io.amends.kit.rights.Reach.ALL;
import static io.amends.kit.rights.Reach.MINE;
import static io.amends.kit.rights.Reach.NONE;
import static io.amends.kit.rights.Reach.OWN;
import static io.amends.kit.rights.Reach.PROPOSE;

import io.amends.contracts.access.Role;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** The table of roles of interfaces.md, "People, roles, keys, audit" (H1): a row an action, a column a role. */
final class RoleTable {
    private static final Map<Action, Map<Role, Reach>> TABLE = new EnumMap<>(Action.class);

    static {
        //                               agent    lead  admin ops   auditor
        row(Action.SEE_RESPONSES, OWN, OWN, ALL, NONE, ALL);
        row(Action.WRITE_NOTES, OWN, OWN, ALL, NONE, NONE);
        row(Action.DECIDE_CASES, PROPOSE, OWN, ALL, NONE, NONE);
        row(Action.SEE_RULES, NONE, ALL, ALL, NONE, ALL);
        row(Action.DRAFT_RULES, NONE, ALL, ALL, NONE, NONE);
        row(Action.PUBLISH_RULES, NONE, NONE, ALL, NONE, NONE);
        row(Action.SEE_DIRECTORY, NONE, OWN, ALL, NONE, ALL);
        row(Action.CHANGE_DIRECTORY, NONE, NONE, ALL, NONE, NONE);
        row(Action.SEE_ADMINISTRATION, NONE, NONE, ALL, NONE, ALL);
        row(Action.ADMINISTER, NONE, NONE, ALL, NONE, NONE);
        row(Action.SEE_DELIVERIES, MINE, OWN, ALL, ALL, ALL);
        row(Action.READ_DELIVERIES, MINE, OWN, ALL, NONE, ALL);
        row(Action.RESEND, NONE, OWN, ALL, ALL, NONE);
        row(Action.RUN_DIGESTS, NONE, NONE, ALL, NONE, NONE);
        row(Action.SEE_AUDIT, NONE, NONE, ALL, NONE, ALL);
        row(Action.SUBMIT_SURVEYS, NONE, NONE, NONE, NONE, NONE);
        row(Action.MAKE_PORTALS, NONE, NONE, NONE, NONE, NONE);
    }

    private RoleTable() {}

    /** How far the roles of one person go together. */
    static Reach reach(Collection<Role> roles, Action action) {
        Map<Role, Reach> row = TABLE.getOrDefault(action, Map.of());
        return roles.stream()
                .map(role -> row.getOrDefault(role, NONE))
                .max(Enum::compareTo)
                .orElse(NONE);
    }

    private static void row(Action action, Reach agent, Reach lead, Reach admin, Reach ops, Reach auditor) {
        Map<Role, Reach> row = new EnumMap<>(Role.class);
        row.put(Role.AGENT, agent);
        row.put(Role.LEAD, lead);
        row.put(Role.ADMIN, admin);
        row.put(Role.OPS, ops);
        row.put(Role.AUDITOR, auditor);
        TABLE.put(action, row);
    }
}
