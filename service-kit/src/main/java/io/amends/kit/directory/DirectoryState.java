package io.amends.kit.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.StorableText;
import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.Calendar;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.EntryKey;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Region;
import io.amends.contracts.directory.Segment;
import io.amends.contracts.directory.Source;
import io.amends.kit.failure.PermanentFailure;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The directory built up from its topic, record by record. Entries may come before their portal. A record that cannot be
 * read changes nothing: what its key said before stays.
 */
final class DirectoryState {
    private static final int LONGEST_SHOWN = 500;

    private final Map<String, PortalDirectory> portals = new ConcurrentHashMap<>();
    private final Map<String, Instant> since = new ConcurrentHashMap<>();
    private final Map<String, Entries> early = new HashMap<>();
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    /** Entries of a portal, whether the portal itself is there or not. */
    private record Entries(
            Map<String, Group> groups,
            Map<String, Contact> contacts,
            Map<String, Segment> segments,
            Map<String, Region> regions,
            Map<String, Calendar> calendars,
            PortalDirectory.Connections connections) {
        static final Entries NONE =
                new Entries(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), PortalDirectory.Connections.NONE);

        static Entries of(PortalDirectory portal) {
            return new Entries(
                    portal.groups(),
                    portal.contacts(),
                    portal.segments(),
                    portal.regions(),
                    portal.calendars(),
                    portal.connections());
        }
    }

    /**
     * Applies one record.
     *
     * @param rawKey {@code portal/type/code}
     * @param value null: deleted
     * @return the portal that changed
     * @throws PermanentFailure if the record says nothing that can be understood
     */
    String apply(byte @Nullable [] rawKey, byte @Nullable [] value, Instant at) {
        String shown = shown(rawKey);
        try {
            String cpc = apply(shown, key(rawKey), value, at);
            unreadable.remove(shown);
            return cpc;
        } catch (RuntimeException e) {
            if (value == null) {
                unreadable.remove(shown);
            } else {
                unreadable.add(shown);
            }
            throw e;
        }
    }

    private String apply(String shown, EntryKey key, byte @Nullable [] value, Instant at) {
        EntryType type = EntryType.of(key.type()).orElse(null);
        if (type == null) {
            // A later version may add kinds; they are passed over.
            return key.portal();
        }
        Record entry = value == null ? null : read(shown, type, key, value);
        PortalDirectory portal = portals.get(key.portal());
        Entries entries = portal == null ? early.getOrDefault(key.portal(), Entries.NONE) : Entries.of(portal);
        Portal preferences = type == EntryType.PORTAL ? (Portal) entry : portal == null ? null : portal.portal();
        keep(key.portal(), preferences, with(entries, type, key.code(), entry), at);
        return key.portal();
    }

    private void keep(String cpc, @Nullable Portal preferences, Entries entries, Instant at) {
        if (preferences == null) {
            portals.remove(cpc);
            early.put(cpc, entries);
        } else {
            early.remove(cpc);
            since.putIfAbsent(cpc, at);
            portals.put(
                    cpc,
                    new PortalDirectory(
                            cpc,
                            preferences,
                            entries.groups,
                            entries.contacts,
                            entries.segments,
                            entries.regions,
                            entries.calendars,
                            entries.connections));
        }
    }

    @Nullable
    PortalDirectory portal(String cpc) {
        return portals.get(cpc);
    }

    Collection<PortalDirectory> all() {
        return portals.values();
    }

    @Nullable
    Instant since(String cpc) {
        return since.get(cpc);
    }

    /** How many keys have a newest record that cannot be read. */
    int unreadable() {
        return unreadable.size();
    }

    private static Entries with(Entries entries, EntryType type, String code, @Nullable Record entry) {
        Map<String, Group> groups = entries.groups;
        Map<String, Contact> contacts = entries.contacts;
        Map<String, Segment> segments = entries.segments;
        Map<String, Region> regions = entries.regions;
        Map<String, Calendar> calendars = entries.calendars;
        Map<String, Source> sources = entries.connections.sources();
        Map<String, AlertChannel> channels = entries.connections.channels();
        switch (type) {
            case PORTAL -> {
                // It is kept beside them.
            }
            case GROUP -> groups = PortalDirectory.with(groups, code, (Group) entry);
            case CONTACT -> contacts = PortalDirectory.with(contacts, code, (Contact) entry);
            case SEGMENT -> segments = PortalDirectory.with(segments, code, (Segment) entry);
            case REGION -> regions = PortalDirectory.with(regions, code, (Region) entry);
            case CALENDAR -> calendars = PortalDirectory.with(calendars, code, (Calendar) entry);
            case SOURCE -> sources = PortalDirectory.with(sources, code, (Source) entry);
            case CHANNEL -> channels = PortalDirectory.with(channels, code, (AlertChannel) entry);
        }
        return new Entries(
                groups, contacts, segments, regions, calendars, new PortalDirectory.Connections(sources, channels));
    }

    private static EntryKey key(byte @Nullable [] key) {
        return EntryKey.of(key == null ? "" : new String(key, UTF_8))
                .orElseThrow(() -> new PermanentFailure("its key " + shown(key) + " is not portal/type/code"));
    }

    private static Record read(String shown, EntryType type, EntryKey key, byte[] value) {
        EntryRules.Checked checked = EntryRules.published(type, key, value);
        if (checked instanceof EntryRules.Checked.Wrong wrong) {
            throw new PermanentFailure(line(wrong.reasons().stream()
                    .limit(3)
                    .map(reason -> (reason.pointer() + " " + reason.reason()).strip())
                    .collect(Collectors.joining("; ", shown + " cannot be read: ", ""))));
        }
        return checked.readable().orElseThrow();
    }

    private static String shown(byte @Nullable [] key) {
        return line(key == null ? "" : new String(key, UTF_8));
    }

    // Anybody may have written it, and it goes into one line of a log.
    private static String line(String text) {
        String line = StorableText.printable(text).replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
