package io.amends.kit.rights;

import io.amends.contracts.access.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** May this person do that? The one place that answers (H1), for every service, page, list and button. */
public final class Rights {
    private static final Set<Permission> BY_LINK = EnumSet.of(Permission.SEE_RESPONSES, Permission.WRITE_NOTES);

    private Rights() {}

    /** The answer. */
    public enum Ruling {
        /** They may. */
        YES,
        /** They may propose it to who may. */
        PROPOSE,
        /** They see what it is about, and may not: 403 in words. */
        NO,
        /** What it is about does not exist for them: 404, like what is not there. */
        UNSEEN
    }

    /** Whether a person may do something to something. */
    public static Ruling may(PortalRoles person, Permission permission, Matter matter) {
        return switch (answer(person, permission, matter)) {
            case YES -> Ruling.YES;
            case PROPOSE -> Ruling.PROPOSE;
            case NO, UNSEEN ->
                permission.seenBy() != permission && answer(person, permission.seenBy(), matter) == Ruling.YES
                        ? Ruling.NO
                        : Ruling.UNSEEN;
        };
    }

    /** The roles that may do this by themselves, for whoever is told that they may not. */
    public static List<Role> roles(Permission permission) {
        return Stream.of(Role.values())
                .filter(role -> RoleTable.reach(Set.of(role), permission).compareTo(Extent.PROPOSE) > 0)
                .toList();
    }

    /** What a person sees of a portal by a permission to see. */
    public static Sight sight(PortalRoles person, Permission permission) {
        return switch (reach(person, permission)) {
            case NONE -> Sight.NOTHING;
            case MINE -> new Sight(Set.of(), person.contact());
            case PROPOSE, OWN -> new Sight(person.groups(), person.contact());
            case ALL -> Sight.ALL;
        };
    }

    private static Ruling answer(PortalRoles person, Permission permission, Matter matter) {
        return switch (reach(person, permission)) {
            case NONE -> Ruling.UNSEEN;
            case MINE -> portal(matter) || mine(person, matter.recipient()) ? Ruling.YES : Ruling.UNSEEN;
            case PROPOSE -> person.groups().containsAll(matter.groups()) ? Ruling.PROPOSE : Ruling.UNSEEN;
            case OWN ->
                portal(matter)
                                || mine(person, matter.recipient())
                                || (!matter.groups().isEmpty()
                                        && person.groups().containsAll(matter.groups()))
                        ? Ruling.YES
                        : Ruling.UNSEEN;
            case ALL -> Ruling.YES;
        };
    }

    private static boolean portal(Matter matter) {
        return matter.equals(Matter.PORTAL);
    }

    private static boolean mine(PortalRoles person, @Nullable String recipient) {
        return recipient != null && recipient.equals(person.contact());
    }

    private static Extent reach(PortalRoles person, Permission permission) {
        Extent byRole = RoleTable.reach(person.roles(), permission);
        return person.link() && BY_LINK.contains(permission) && byRole != Extent.ALL ? Extent.OWN : byRole;
    }
}
