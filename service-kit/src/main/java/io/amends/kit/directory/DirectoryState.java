package io.amends.kit.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Segment;
import io.amends.kit.failure.PermanentFailure;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The directory built up from its topic, entry by entry. Entries may come before their portal. */
final class DirectoryState {
    private final Map<String, PortalDirectory> portals = new ConcurrentHashMap<>();
    private final Map<String, Instant> since = new ConcurrentHashMap<>();
    private final Map<String, Entries> early = new HashMap<>();

    /** Entries of a portal, whether the portal itself is there or not. */
    private record Entries(Map<String, Group> groups, Map<String, Contact> contacts, Map<String, Segment> segments) {
        static final Entries NONE = new Entries(Map.of(), Map.of(), Map.of());
    }

    /**
     * Applies one record.
     *
     * @param key {@code portal/type/code}
     * @param entry null: deleted
     * @return the portal that changed
     * @throws PermanentFailure if the record says nothing that can be understood
     */
    String apply(String key, @Nullable JsonNode entry, Instant at) {
        String[] parts = key.split("/", 3);
        if (parts.length != 3) {
            throw new PermanentFailure("a directory key is portal/type/code, not " + key);
        }
        String cpc = parts[0];
        String code = parts[2];
        PortalDirectory portal = portals.get(cpc);
        Entries entries = portal == null
                ? early.getOrDefault(cpc, Entries.NONE)
                : new Entries(portal.groups(), portal.contacts(), portal.segments());
        Entries changed =
                switch (parts[1]) {
                    case "group" ->
                        new Entries(
                                PortalDirectory.with(entries.groups, code, read(entry, Group.class)),
                                entries.contacts,
                                entries.segments);
                    case "contact" ->
                        new Entries(
                                entries.groups,
                                PortalDirectory.with(entries.contacts, code, read(entry, Contact.class)),
                                entries.segments);
                    case "segment" ->
                        new Entries(
                                entries.groups,
                                entries.contacts,
                                PortalDirectory.with(entries.segments, code, read(entry, Segment.class)));
                    default -> entries; // kinds that later versions add
                };
        Portal preferences =
                parts[1].equals("portal") ? read(entry, Portal.class) : portal == null ? null : portal.portal();
        if (preferences == null) {
            portals.remove(cpc);
            early.put(cpc, changed);
        } else {
            early.remove(cpc);
            since.putIfAbsent(cpc, at);
            portals.put(cpc, new PortalDirectory(cpc, preferences, changed.groups, changed.contacts, changed.segments));
        }
        return cpc;
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

    private static <T> @Nullable T read(@Nullable JsonNode entry, Class<T> shape) {
        try {
            return entry == null ? null : Json.MAPPER.treeToValue(entry, shape);
        } catch (JsonProcessingException e) {
            throw new PermanentFailure("not a " + shape.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
