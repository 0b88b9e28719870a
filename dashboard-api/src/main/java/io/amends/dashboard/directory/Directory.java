package io.amends.dashboard.directory;

import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Segment;
import io.amends.kit.http.IfMatch;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The directory's entries in the database; each change is published by the outbox of the same transaction (F6). */
@ApplicationScoped
public class Directory {
    private static final Logger LOG = Logger.getLogger(Directory.class);

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final EntryRows rows;
    private final EntryChanges changes;
    private final Outbox outbox;

    Directory(EntryRows rows, EntryChanges changes, Outbox outbox) {
        this.rows = rows;
        this.changes = changes;
        this.outbox = outbox;
    }

    /**
     * Stores an entry over whatever was there.
     *
     * @throws Problem 412 if that is not what was seen
     */
    EntryChanges.Result put(EntryType type, String portal, String code, Record entry, IfMatch seen) {
        EntryChanges.Result put = changes.put(type, portal, code, entry, seen);
        told.remove(type.key(portal, code));
        outbox.wake();
        return put;
    }

    /**
     * Stores entries of a portal over whatever was there, all of them or none.
     *
     * @throws Problem 412 if one of them is not what was seen
     */
    void putAll(EntryType type, String portal, List<CheckedEntry> entries) {
        changes.putAll(type, portal, entries);
        entries.forEach(entry -> told.remove(type.key(portal, entry.code())));
        outbox.wake();
    }

    /**
     * Deletes an entry, a portal with all that is in it; false if there is none.
     *
     * @throws Problem 412 if it is not what was seen
     */
    boolean delete(EntryType type, String portal, String code, IfMatch seen) {
        boolean deleted = changes.delete(type, portal, code, seen);
        outbox.wake();
        return deleted;
    }

    /** The entry of that code. */
    public Optional<StoredEntry> find(EntryType type, String portal, String code) {
        return rows.of(type, portal, code).map(row -> stored(type, row));
    }

    /** All entries of a type in a portal, or all portals, by code. */
    public List<StoredEntry> all(EntryType type, @Nullable String portal) {
        return stored(type, rows.all(type, portal));
    }

    /** All portals that can be read, in the order of their codes. */
    public Map<String, Portal> portals() {
        Map<String, Portal> portals = new LinkedHashMap<>();
        all(EntryType.PORTAL, null)
                .forEach(stored -> stored.entry().ifPresent(entry -> portals.put(stored.code(), (Portal) entry)));
        return portals;
    }

    /** The entry of that code, if whoever has this sight of the directory sees it. */
    public Optional<StoredEntry> find(EntryType type, String portal, String code, Sight sight) {
        boolean seen = type != EntryType.CONTACT
                || sight.all()
                || contacts(portal, sight).contains(code);
        return seen ? find(type, portal, code) : Optional.empty();
    }

    /** All entries of a type in a portal that whoever has this sight of the directory sees, by code. */
    public List<StoredEntry> all(EntryType type, String portal, Sight sight) {
        return type != EntryType.CONTACT || sight.all()
                ? all(type, portal)
                : stored(type, rows.named(type, portal, contacts(portal, sight)));
    }

    /** The contacts of the groups that are somebody's own, who lead them, hear of them or manage them, and that person's own. */
    private Set<String> contacts(String portal, Sight sight) {
        Set<String> seen = new HashSet<>();
        if (sight.contact() != null) {
            seen.add(sight.contact());
        }
        Set<String> groups = Objects.requireNonNull(sight.groups());
        stored(EntryType.GROUP, rows.named(EntryType.GROUP, portal, groups))
                .forEach(stored ->
                        stored.entry().map(Group.class::cast).ifPresent(group -> seen.addAll(group.people())));
        return seen;
    }

    /** The codes of a type in a portal, of what cannot be read as well. */
    public Set<String> codes(EntryType type, String portal) {
        return new LinkedHashSet<>(rows.codes(type, portal));
    }

    /** A portal; empty if there is none that can be read. The same holds for what is in it. */
    public Optional<Portal> portal(String cpc) {
        return find(EntryType.PORTAL, cpc, cpc).flatMap(StoredEntry::entry).map(Portal.class::cast);
    }

    /**
     * A portal that has to be there.
     *
     * @throws Problem 404 if there is none that can be read
     */
    public Portal require(String cpc) {
        return portal(cpc).orElseThrow(() -> Problem.noPortal(cpc));
    }

    public Map<String, Group> groups(String cpc) {
        return named(EntryType.GROUP, cpc, Group.class::cast);
    }

    public Map<String, Contact> contacts(String cpc) {
        return named(EntryType.CONTACT, cpc, Contact.class::cast);
    }

    public Map<String, AlertChannel> channels(String cpc) {
        return named(EntryType.CHANNEL, cpc, AlertChannel.class::cast);
    }

    public Map<String, Segment> segments(String cpc) {
        return named(EntryType.SEGMENT, cpc, Segment.class::cast);
    }

    private <T> Map<String, T> named(EntryType type, String cpc, Function<Record, T> as) {
        Map<String, T> named = new HashMap<>();
        all(type, cpc).forEach(stored -> stored.entry().ifPresent(entry -> named.put(stored.code(), as.apply(entry))));
        return named;
    }

    private List<StoredEntry> stored(EntryType type, List<EntryRow> found) {
        return found.stream().map(row -> stored(type, row)).toList();
    }

    private StoredEntry stored(EntryType type, EntryRow row) {
        String portal = row.id().portal();
        String code = row.id().code();
        EntryRules.Checked content = EntryRules.read(type, row.entry().getBytes(StandardCharsets.UTF_8));
        String key = type.key(portal, code);
        if (content instanceof EntryRules.Checked.Wrong wrong && told.add(key)) {
            LOG.errorf(
                    "what is stored as %s cannot be read: %s. Until it is put anew, it is as good as not there.",
                    key, wrong.reasons().get(0));
        }
        return new StoredEntry(type, portal, code, content, row.tag());
    }
}
