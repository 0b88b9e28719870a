package io.amends.kit.rights;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an action is about, as far as roles ask.
 *
 * @param groups the support groups that it belongs to; none: it is the portal's
 * @param recipient the contact that it was sent to; null where it was sent to nobody
 */
public record Subject(Set<String> groups, @Nullable String recipient) {
    /** The portal itself, and lists that are narrowed by {@link Sight}. */
    public static final Subject PORTAL = new Subject(Set.of(), null);

    /** Copies the groups. */
    public Subject {
        groups = Set.copyOf(groups);
    }

    /** Something of one support group, such as a response or a case. */
    public static Subject ofGroup(String group) {
        return new Subject(Set.of(group), null);
    }

    /** A digest or a delivery, to a contact, about groups. */
    public static Subject sentTo(@Nullable String recipient, Collection<String> groups) {
        return new Subject(Set.copyOf(groups), recipient);
    }
}
