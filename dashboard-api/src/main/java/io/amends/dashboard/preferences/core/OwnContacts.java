package io.amends.dashboard.preferences.core;

import io.amends.contracts.directory.Group;
import io.amends.kit.rights.Sight;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which contacts somebody sees who sees the directory of their own groups alone (H1). */
public final class OwnContacts {
    private OwnContacts() {}

    /** The contacts who lead these groups, hear of them or manage them, and that person's own. */
    public static Set<String> of(Sight sight, Map<String, Group> groups) {
        Set<String> seen = new HashSet<>();
        if (sight.contact() != null) {
            seen.add(sight.contact());
        }
        groups.forEach((code, group) -> {
            if (sight.groups() != null && sight.groups().contains(code)) {
                seen.addAll(group.alsoAlerts());
                Stream.of(group.supportLead(), group.manager())
                        .flatMap(Stream::ofNullable)
                        .forEach(seen::add);
            }
        });
        return seen;
    }
}
