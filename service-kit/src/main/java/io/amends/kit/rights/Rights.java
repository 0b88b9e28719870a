package io.amends.kit.rights;

import io.amends.contracts.access.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** May this person do that? The one place that answers (H1), for every service, page, list and button. */
public final class Rights {
    private static final Set<Action> BY_LINK = EnumSet.of(Action.SEE_RESPONSES, Action.WRITE_NOTES);

    private Rights() {}

    /** The answer. */
    public enum Answer {
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
    public static Answer may(Standing person, Action action, Subject subject) {
        return switch (answer(person, action, subject)) {
            case YES -> Answer.YES;
            case PROPOSE -> Answer.PROPOSE;
            case NO, UNSEEN ->
                action.seenBy() != action && answer(person, action.seenBy(), subject) == Answer.YES
                        ? Answer.NO
                        : Answer.UNSEEN;
        };
    }

    /** The roles that may do this by themselves, for whoever is told that they may not. */
    public static List<Role> roles(Action action) {
        return Stream.of(Role.values())
                .filter(role -> RoleTable.reach(Set.of(role), action).compareTo(Reach.PROPOSE) > 0)
                .toList();
    }

    /** What a person sees of a portal by a seeing action. */
    public static Sight sight(Standing person, Action action) {
        return switch (reach(person, action)) {
            case NONE -> Sight.NOTHING;
            case MINE -> new Sight(Set.of(), person.contact());
            case PROPOSE, OWN -> new Sight(person.groups(), person.contact());
            case ALL -> Sight.ALL;
        };
    }

    private static Answer answer(Standing person, Action action, Subject subject) {
        return switch (reach(person, action)) {
            case NONE -> Answer.UNSEEN;
            case MINE -> portal(subject) || mine(person, subject.recipient()) ? Answer.YES : Answer.UNSEEN;
            case PROPOSE -> person.groups().containsAll(subject.groups()) ? Answer.PROPOSE : Answer.UNSEEN;
            case OWN ->
                portal(subject)
                                || mine(person, subject.recipient())
                                || (!subject.groups().isEmpty()
                                        && person.groups().containsAll(subject.groups()))
                        ? Answer.YES
                        : Answer.UNSEEN;
            case ALL -> Answer.YES;
        };
    }

    private static boolean portal(Subject subject) {
        return subject.equals(Subject.PORTAL);
    }

    private static boolean mine(Standing person, @Nullable String recipient) {
        return recipient != null && recipient.equals(person.contact());
    }

    private static Reach reach(Standing person, Action action) {
        Reach byRole = RoleTable.reach(person.roles(), action);
        return person.link() && BY_LINK.contains(action) ? Reach.ALL : byRole;
    }
}
