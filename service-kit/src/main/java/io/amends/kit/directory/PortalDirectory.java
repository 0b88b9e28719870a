package io.amends.kit.directory;

import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.Calendar;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Region;
import io.amends.contracts.directory.Segment;
import io.amends.contracts.directory.Source;
import io.amends.kit.time.WorkingTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that the directory says about one portal, as of one moment; immutable. */
public record PortalDirectory(
        String cpc,
        Portal portal,
        Map<String, Group> groups,
        Map<String, Contact> contacts,
        Map<String, Segment> segments,
        Map<String, Region> regions,
        Map<String, Calendar> calendars,
        Connections connections) {

    /** With what a portal is connected: who sends to it, and where it posts. */
    public record Connections(Map<String, Source> sources, Map<String, AlertChannel> channels) {
        /** A portal without any. */
        public static final Connections NONE = new Connections(Map.of(), Map.of());
    }

    /** The sources of its surveys, by code (A10). */
    public Map<String, Source> sources() {
        return connections.sources();
    }

    /** The channels on which its events are posted, by code (C8). */
    public Map<String, AlertChannel> channels() {
        return connections.channels();
    }

    /**
     * When a support group works (D7): by the calendar of its region, in the region's zone. What is not there is the
     * portal's zone, and the usual week.
     */
    public WorkingTime deskTime(@Nullable String group) {
        Group found = group == null ? null : groups.get(group);
        Region region = found == null || found.region() == null ? null : regions.get(found.region());
        ZoneId zone = region == null || region.timeZone() == null ? portal.timeZone() : region.timeZone();
        Calendar calendar = region == null || region.calendar() == null ? null : calendars.get(region.calendar());
        return calendar == null ? WorkingTime.usual(zone) : new WorkingTime(calendar, zone);
    }

    static <V> Map<String, V> with(Map<String, V> entries, String code, @Nullable V entry) {
        Map<String, V> changed = new HashMap<>(entries);
        if (entry == null) {
            changed.remove(code);
        } else {
            changed.put(code, entry);
        }
        return Map.copyOf(changed);
    }
}
