package io.amends.notes.dossier;

import static io.amends.contracts.testing.DirectoryEntries.portal;

import io.amends.contracts.directory.Calendar;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Region;
import io.amends.kit.directory.PortalDirectory;
import io.amends.notes.portal.PortalFacts;
import java.util.Map;

/** What a directory says of a portal in Berlin, for the tests of cases. */
final class DeskFacts {
    private DeskFacts() {}

    /** Groups that have no region there, and so work the usual week. */
    static PortalFacts of(Map<String, Group> groups) {
        return of(groups, Map.of(), Map.of());
    }

    static PortalFacts of(Map<String, Group> groups, Map<String, Region> regions, Map<String, Calendar> calendars) {
        return new PortalFacts(new PortalDirectory(
                "acme",
                portal("'timeZone':'Europe/Berlin'"),
                groups,
                Map.of(),
                Map.of(),
                regions,
                calendars,
                PortalDirectory.Connections.NONE));
    }
}
