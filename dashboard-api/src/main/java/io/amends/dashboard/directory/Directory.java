package io.amends.dashboard.directory;

import io.amends.contracts.Json;
import io.amends.contracts.Topics;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Segment;
import io.amends.dashboard.directory.rules.EntryType;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import io.amends.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The directory's entries in the database; each change is published by the outbox of the same transaction (F6). */
@ApplicationScoped
public class Directory {
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Clock clock;

    Directory(Jdbi jdbi, Outbox outbox, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Stores an entry; true if there was none. */
    public boolean put(StoredEntry entry) {
        boolean created = jdbi.inTransaction(tx -> {
            boolean fresh = tx.createQuery(
                            """
                            insert into directory_entry (portal, type, code, entry, changed_at)
                            values (:portal, :type, :code, :entry::jsonb, :now)
                            on conflict (portal, type, code)
                            do update set entry = excluded.entry, changed_at = excluded.changed_at
                            returning xmax = 0
                            """)
                    .bind("portal", entry.portal())
                    .bind("type", entry.type().word())
                    .bind("code", entry.code())
                    .bind("entry", new String(Json.write(entry.entry()), StandardCharsets.UTF_8))
                    .bind("now", OffsetDateTime.now(clock))
                    .mapTo(Boolean.class)
                    .one();
            publish(tx, entry.type(), entry.portal(), entry.code(), entry.published());
            return fresh;
        });
        outbox.wake();
        return created;
    }

    /** Deletes an entry, a portal with all that is in it; false if there is none. */
    public boolean delete(EntryType type, String portal, String code) {
        boolean deleted = jdbi.inTransaction(tx -> {
            List<EntryType> inside = type == EntryType.PORTAL
                    ? List.of(EntryType.GROUP, EntryType.CONTACT, EntryType.SEGMENT)
                    : List.of();
            if (find(tx, type, portal, code).isEmpty()) {
                return false;
            }
            for (EntryType child : inside) {
                codes(tx, child, portal).forEach(c -> remove(tx, child, portal, c));
            }
            remove(tx, type, portal, code);
            return true;
        });
        outbox.wake();
        return deleted;
    }

    /** The entry of that code. */
    public Optional<StoredEntry> find(EntryType type, String portal, String code) {
        return jdbi.withHandle(h -> find(h, type, portal, code));
    }

    /** All entries of a type in a portal, or all portals, by code. */
    public List<StoredEntry> all(EntryType type, @Nullable String portal) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select portal, code, entry from directory_entry
                        where type = :type and (:portal::text is null or portal = :portal) order by code
                        """)
                .bind("type", type.word())
                .bind("portal", portal)
                .map((rs, c) -> stored(type, rs.getString("portal"), rs.getString("code"), rs.getString("entry")))
                .list());
    }

    /** The codes of a type in a portal. */
    public Set<String> codes(EntryType type, String portal) {
        return jdbi.withHandle(h -> codes(h, type, portal));
    }

    public Optional<Portal> portal(String cpc) {
        return find(EntryType.PORTAL, cpc, cpc).map(e -> (Portal) e.entry());
    }

    public Map<String, Group> groups(String cpc) {
        return named(EntryType.GROUP, cpc, Group.class::cast);
    }

    public Map<String, Contact> contacts(String cpc) {
        return named(EntryType.CONTACT, cpc, Contact.class::cast);
    }

    public Map<String, Segment> segments(String cpc) {
        return named(EntryType.SEGMENT, cpc, Segment.class::cast);
    }

    private <T> Map<String, T> named(EntryType type, String cpc, Function<Record, T> as) {
        return all(type, cpc).stream().collect(Collectors.toMap(StoredEntry::code, e -> as.apply(e.entry())));
    }

    private void remove(Handle tx, EntryType type, String portal, String code) {
        tx.createUpdate("delete from directory_entry where portal = :portal and type = :type and code = :code")
                .bind("portal", portal)
                .bind("type", type.word())
                .bind("code", code)
                .execute();
        publish(tx, type, portal, code, null);
    }

    private void publish(Handle tx, EntryType type, String portal, String code, StoredEntry.@Nullable Published data) {
        String key = type.key(portal, code);
        long change = tx.createQuery("select nextval('directory_change')")
                .mapTo(Long.class)
                .one();
        String id = Ids.v5(key, Long.toString(change)).toString();
        List<OutboundEvent> events = new ArrayList<>();
        events.add(
                data == null
                        ? OutboundEvent.tombstone(Topics.DIRECTORY, key, id, type.eventType())
                        : OutboundEvent.of(Topics.DIRECTORY, key, id, type.eventType(), data));
        outbox.add(tx, events);
    }

    private static Set<String> codes(Handle h, EntryType type, String portal) {
        return new LinkedHashSet<>(
                h.createQuery("select code from directory_entry where portal = :portal and type = :type order by code")
                        .bind("portal", portal)
                        .bind("type", type.word())
                        .mapTo(String.class)
                        .list());
    }

    private static Optional<StoredEntry> find(Handle h, EntryType type, String portal, String code) {
        return h.createQuery(
                        """
                        select entry from directory_entry
                        where portal = :portal and type = :type and code = :code
                        """)
                .bind("portal", portal)
                .bind("type", type.word())
                .bind("code", code)
                .map((rs, c) -> stored(type, portal, code, rs.getString("entry")))
                .findOne();
    }

    private static StoredEntry stored(EntryType type, String portal, String code, String entry) {
        try {
            return new StoredEntry(type, portal, code, Json.read(entry.getBytes(StandardCharsets.UTF_8), type.shape()));
        } catch (IOException e) {
            throw new IllegalStateException("stored " + type.word() + " " + code + " cannot be read", e);
        }
    }
}
