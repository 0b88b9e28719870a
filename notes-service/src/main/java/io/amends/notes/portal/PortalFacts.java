package io.amends.notes.portal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the life of a case needs from the directory.
 *
 * @param leads contact id of the Support Lead by group; a group without one is absent
 */
public record PortalFacts(WorkingHours hours, Map<String, String> leads) {

    /** The first owner of a group's cases (D7). */
    public @Nullable String lead(String group) {
        return leads.get(group);
    }
}
