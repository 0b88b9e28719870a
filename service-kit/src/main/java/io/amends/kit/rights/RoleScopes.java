package io.amends.kit.rights;

import io.amends.contracts.access.Role;
import io.amends.contracts.access.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What roles may do, in the scopes of API keys (H2): a key gives nobody a role that may do what the key may not, since its
 * holder could become that person. The scopes of a permission are those that {@code @Needs} names beside it.
 */
public final class RoleScopes {
    private RoleScopes() {}

    /** The scopes of all that a role may do by itself; what it may only propose, somebody else decides. */
    public static Set<Scope> of(Role role) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        Stream.of(Permission.values())
                .filter(permission -> byItself(RoleTable.reach(Set.of(role), permission)))
                .map(RoleScopes::of)
                .forEach(scopes::addAll);
        return scopes;
    }

    /** The scopes that whoever gives these roles lacks, and so cannot give away. */
    public static Set<Scope> lacking(Collection<Role> given, Set<Scope> held) {
        EnumSet<Scope> lacking = EnumSet.noneOf(Scope.class);
        given.stream().map(RoleScopes::of).forEach(lacking::addAll);
        lacking.removeAll(held);
        return lacking;
    }

    private static boolean byItself(Extent extent) {
        return extent != Extent.NONE && extent != Extent.PROPOSE;
    }

    private static Set<Scope> of(Permission permission) {
        return switch (permission) {
            case SEE_RESPONSES ->
                EnumSet.of(Scope.RESPONSES_READ, Scope.SURVEYS_READ, Scope.REPORTS_READ, Scope.CASES_READ);
            case WRITE_NOTES -> EnumSet.of(Scope.NOTES_WRITE);
            case FILE_REQUESTS -> EnumSet.of(Scope.REQUESTS_WRITE);
            case DECIDE_CASES -> EnumSet.of(Scope.CASES_WRITE, Scope.QUARANTINE_WRITE);
            case SEE_RULES -> EnumSet.of(Scope.RULES_READ);
            case DRAFT_RULES, PUBLISH_RULES -> EnumSet.of(Scope.RULES_WRITE);
            case SEE_DIRECTORY -> EnumSet.of(Scope.DIRECTORY_READ);
            case CHANGE_DIRECTORY, MAKE_PORTALS -> EnumSet.of(Scope.DIRECTORY_WRITE);
            case SEE_ADMINISTRATION -> EnumSet.of(Scope.PEOPLE_WRITE, Scope.KEYS_WRITE, Scope.SURVEYS_READ);
            // Who administers a portal makes keys of it, with every scope but the one of the installation.
            case ADMINISTER -> EnumSet.complementOf(EnumSet.of(Scope.OPS));
            case SEE_DELIVERIES, READ_DELIVERIES -> EnumSet.of(Scope.DELIVERIES_READ);
            case RESEND -> EnumSet.of(Scope.DELIVERIES_WRITE);
            case RUN_DIGESTS -> EnumSet.of(Scope.DIGESTS_RUN);
            case SEE_AUDIT -> EnumSet.of(Scope.AUDIT_READ);
            case SUBMIT_SURVEYS -> EnumSet.of(Scope.SURVEYS_WRITE);
        };
    }
}
