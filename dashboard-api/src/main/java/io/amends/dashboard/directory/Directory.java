package io.amends.dashboard.directory;

import io.amends.contracts.Json;
import io.amends.contracts.Topics;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.DirectoryEntry;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Segment;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import io.amends.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The directory's entries in the database; each change is published by the outbox of the same transaction (F6). */
@ApplicationScoped
public class Directory {
    private static final Logger LOG = Logger.getLogger(Directory.class);

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Clock clock;

    Directory(Jdbi jdbi, Outbox outbox, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Stores an entry over whatever was there; true if there was none. */
    public boolean put(EntryType type, String portal, String code, Record entry) {
        boolean created = jdbi.inTransaction(tx -> {
            boolean fresh = tx.createQuery(
                            """
                            insert into directory_entry (portal, type, code, entry, changed_at)
                            values (:portal, :type, :code, :entry::jsonb, :now)
                            on conflict (portal, type, code)
                            do update set entry = excluded.entry, changed_at = excluded.changed_at
                            returning xmax = 0
                            """)
                    .bind("portal", portal)
                    .bind("type", type.word())
                    .bind("code", code)
                    .bind("entry", new String(Json.write(entry), StandardCharsets.UTF_8))
                    .bind("now", OffsetDateTime.now(clock))
                    .mapTo(Boolean.class)
                    .one();
            publish(tx, type, portal, code, entry);
            return fresh;
        });
        told.remove(type.key(portal, code));
        outbox.wake();
        return created;
    }

    /** Deletes an entry, a portal with all that is in it; false if there is none. */
    public boolean delete(EntryType type, String portal, String code) {
        boolean deleted = jdbi.inTransaction(tx -> {
            List<EntryType> inside = type == EntryType.PORTAL
                    ? List.of(EntryType.GROUP, EntryType.CONTACT, EntryType.SEGMENT)
                    : List.of();
            if (!codes(tx, type, portal).contains(code)) {
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

    /** The codes of a type in a portal, of what cannot be read as well. */
    public Set<String> codes(EntryType type, String portal) {
        return jdbi.withHandle(h -> codes(h, type, portal));
    }

    /** A portal; empty if there is none that can be read. The same holds for what is in it. */
    public Optional<Portal> portal(String cpc) {
        return find(EntryType.PORTAL, cpc, cpc).flatMap(StoredEntry::entry).map(Portal.class::cast);
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
        Map<String, T> named = new HashMap<>();
        all(type, cpc).forEach(stored -> stored.entry().ifPresent(entry -> named.put(stored.code(), as.apply(entry))));
        return named;
    }

    private void remove(Handle tx, EntryType type, String portal, String code) {
        tx.createUpdate("delete from directory_entry where portal = :portal and type = :type and code = :code")
                .bind("portal", portal)
                .bind("type", type.word())
                .bind("code", code)
                .execute();
        publish(tx, type, portal, code, null);
    }

    private void publish(Handle tx, EntryType type, String portal, String code, @Nullable Record entry) {
        String key = type.key(portal, code);
        long change = tx.createQuery("select nextval('directory_change')")
                .mapTo(Long.class)
                .one();
        String id = Ids.v5(key, Long.toString(change)).toString();
        List<OutboundEvent> events = new ArrayList<>();
        events.add(
                entry == null
                        ? OutboundEvent.tombstone(Topics.DIRECTORY, key, id, type.eventType())
                        : OutboundEvent.of(
                                Topics.DIRECTORY,
                                key,
                                id,
                                type.eventType(),
                                new DirectoryEntry(portal, code, Json.MAPPER.valueToTree(entry))));
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

    private Optional<StoredEntry> find(Handle h, EntryType type, String portal, String code) {
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

    private StoredEntry stored(EntryType type, String portal, String code, String json) {
        EntryRules.Checked content = EntryRules.read(type, json.getBytes(StandardCharsets.UTF_8));
        String key = type.key(portal, code);
        if (content instanceof EntryRules.Checked.Wrong wrong && told.add(key)) {
            LOG.errorf(
                    "what is stored as %s cannot be read: %s. Until it is put anew, it is as good as not there.",
                    key, wrong.reasons().get(0));
        }
        return new StoredEntry(type, portal, code, content);
    }
}
