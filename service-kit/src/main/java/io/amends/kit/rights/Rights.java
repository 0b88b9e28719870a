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
    public static Ruling may(PortalRoles person, Permission action, Matter subject) {
        return switch (answer(person, action, subject)) {
            case YES -> Ruling.YES;
            case PROPOSE -> Ruling.PROPOSE;
            case NO, UNSEEN ->
                action.seenBy() != action && answer(person, action.seenBy(), subject) == Ruling.YES
                        ? Ruling.NO
                        : Ruling.UNSEEN;
        };
    }

    /** The roles that may do this by themselves, for whoever is told that they may not. */
    public static List<Role> roles(Permission action) {
        return Stream.of(Role.values())
                .filter(role -> RoleTable.reach(Set.of(role), action).compareTo(Extent.PROPOSE) > 0)
                .toList();
    }

    /** What a person sees of a portal by a seeing action. */
    public static Sight sight(PortalRoles person, Permission action) {
        return switch (reach(person, action)) {
            case NONE -> Sight.NOTHING;
            case MINE -> new Sight(Set.of(), person.contact());
            case PROPOSE, OWN -> new Sight(person.groups(), person.contact());
            case ALL -> Sight.ALL;
        };
    }

    private static Ruling answer(PortalRoles person, Permission action, Matter subject) {
        return switch (reach(person, action)) {
            case NONE -> Ruling.UNSEEN;
            case MINE -> portal(subject) || mine(person, subject.recipient()) ? Ruling.YES : Ruling.UNSEEN;
            case PROPOSE -> person.groups().containsAll(subject.groups()) ? Ruling.PROPOSE : Ruling.UNSEEN;
            case OWN ->
                portal(subject)
                                || mine(person, subject.recipient())
                                || (!subject.groups().isEmpty()
                                        && person.groups().containsAll(subject.groups()))
                        ? Ruling.YES
                        : Ruling.UNSEEN;
            case ALL -> Ruling.YES;
        };
    }

    private static boolean portal(Matter subject) {
        return subject.equals(Matter.PORTAL);
    }

    private static boolean mine(PortalRoles person, @Nullable String recipient) {
        return recipient != null && recipient.equals(person.contact());
    }

    private static Extent reach(PortalRoles person, Permission action) {
        Extent byRole = RoleTable.reach(person.roles(), action);
        return person.link() && BY_LINK.contains(action) && byRole != Extent.ALL ? Extent.OWN : byRole;
    }
}
