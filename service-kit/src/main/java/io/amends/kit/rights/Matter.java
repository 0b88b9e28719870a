package io.amends.kit.rights;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a permission is about, as far as roles ask.
 *
 * @param groups the support groups that it belongs to; none: it is the portal's
 * @param recipient the contact that it was sent to; null where it is nothing that was sent
 */
public record Matter(Set<String> groups, @Nullable String recipient) {
    /** The portal itself, and lists that are narrowed by {@link Sight}. */
    public static final Matter PORTAL = new Matter(Set.of(), null);

    private static final String NO_CONTACT = "";

    /** Copies the groups. */
    public Matter {
        groups = Set.copyOf(groups);
    }

    /** Something of one support group, such as a response or a case. */
    public static Matter ofGroup(String group) {
        return new Matter(Set.of(group), null);
    }

    /**
     * A digest or a delivery, to a contact, about groups. What went to no contact and is about no group, such as a post on a
     * channel, is seen by who sees all of the portal.
     */
    public static Matter sentTo(@Nullable String recipient, Collection<String> groups) {
        return new Matter(Set.copyOf(groups), recipient == null ? NO_CONTACT : recipient);
    }
}
