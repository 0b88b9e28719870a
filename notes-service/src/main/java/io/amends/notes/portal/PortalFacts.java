package io.amends.notes.portal;

import io.amends.contracts.directory.Group;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.time.WorkingTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What the life of a case needs from the directory.
 *
 * @param portal as of one moment; null: the directory does not have it (deleted)
 */
public record PortalFacts(@Nullable PortalDirectory portal) {

    /** The portal's zone; UTC for one that the directory does not have. */
    public ZoneId zone() {
        return portal == null ? ZoneOffset.UTC : portal.portal().timeZone();
    }

    /** When the people of a group work: what is due is due by their calendar (D7). */
    public WorkingTime deskTime(String group) {
        return portal == null ? WorkingTime.usual(zone()) : portal.deskTime(group);
    }

    /** The first owner of a group's cases, its Support Lead (D7); null where it has none. */
    public @Nullable String lead(String group) {
        Group found = portal == null ? null : portal.groups().get(group);
        return found == null ? null : found.supportLead();
    }
}
