package io.amends.dashboard.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Json;
import io.amends.contracts.Topics;
import io.amends.contracts.directory.DirectoryEntry;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Source;
import io.amends.dashboard.directory.core.References;
import io.amends.kit.access.Caller;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.http.IfMatch;
import io.amends.kit.id.Ids;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows of the directory: a call is a transaction, and Hibernate's statements and JDBI's are on the same connection
 * in it. So an entry and the event that tells of it are stored together or not at all.
 */
@ApplicationScoped
class EntryChanges {
    private static final Set<EntryType> INSIDE = EnumSet.complementOf(EnumSet.of(EntryType.PORTAL));

    private final EntryRows rows;
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Caller caller;
    private final Clock clock;
    private final Event<PortalDeleted> portalDeleted;

    EntryChanges(
            EntryRows rows,
            Jdbi jdbi,
            Outbox outbox,
            AuditTrail trail,
            Caller caller,
            Clock clock,
            Event<PortalDeleted> portalDeleted) {
        this.rows = rows;
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
        this.portalDeleted = portalDeleted;
    }

    /**
     * What a put has made of an entry.
     *
     * @param created whether there was none
     * @param tag that it has now
     * @param entry as it is stored
     */
    record Result(boolean created, String tag, Record entry) {}

    /**
     * Stores an entry over whatever was there.
     *
     * @throws Problem 412 if the entry's version is not the one that was seen; 403 or 404 if it would make a portal, and
     *     the caller may not
     */
    @Transactional
    Result put(EntryType type, String portal, String code, Record sent, IfMatch seen) {
        return jdbi.withHandle(tx -> {
            lock(tx, portal);
            EntryRow row = rows.of(type, portal, code).orElse(null);
            require(seen, type, row);
            boolean created = row == null;
            if (created && type == EntryType.PORTAL) {
                caller.require(portal, Permission.MAKE_PORTALS, Matter.PORTAL, Problem.noPortal(portal));
            }
            long change = nextChange(tx);
            Record entry = made(type, row, sent, change);
            String json = new String(Json.write(entry), UTF_8);
            AuditChange audited =
                    EntryAudit.of(new EntryRow.Id(type, portal, code), row == null ? null : row.entry(), json);
            if (row == null) {
                row = new EntryRow(new EntryRow.Id(type, portal, code), json, clock.instant(), change);
                rows.persist(row);
            } else {
                row.become(json, clock.instant());
            }
            rows.flush();
            outbox.add(tx, List.of(event(type, row, change, entry)));
            trail.add(tx, caller.signature(), audited);
            return new Result(created, row.tag(), entry);
        });
    }

    /**
     * Stores entries of a type, all of them or none.
     *
     * @throws Problem 412 if the version of one of them is not the one that was seen
     */
    @Transactional
    void putAll(EntryType type, String portal, List<CheckedEntry> entries) {
        jdbi.useHandle(tx -> {
            lock(tx, portal);
            Map<String, EntryRow> there = rows.all(type, portal).stream()
                    .collect(Collectors.toMap(row -> row.id().code(), Function.identity()));
            Iterator<Long> numbers = nextChanges(tx, entries.size()).iterator();
            List<OutboundEvent> events = new ArrayList<>();
            List<AuditChange> audited = new ArrayList<>();
            for (CheckedEntry checked : entries) {
                EntryRow row = there.get(checked.code());
                require(checked.seen(), type, row);
                long change = numbers.next();
                EntryRow.Id id = new EntryRow.Id(type, portal, checked.code());
                Record entry = made(type, row, checked.entry(), change);
                String json = new String(Json.write(entry), UTF_8);
                audited.add(EntryAudit.of(id, row == null ? null : row.entry(), json));
                if (row == null) {
                    row = new EntryRow(id, json, clock.instant(), change);
                    rows.persist(row);
                } else {
                    row.become(json, clock.instant());
                }
                events.add(event(type, row, change, entry));
            }
            rows.flush();
            outbox.add(tx, events);
            trail.add(tx, caller.signature(), audited);
        });
    }

    /**
     * Deletes an entry, a portal with all that is in it; false if there is none.
     *
     * @throws Problem 412 if its version is not the one that was seen, 409 while another entry needs it
     */
    @Transactional
    boolean delete(EntryType type, String portal, String code, IfMatch seen) {
        return jdbi.withHandle(tx -> {
            lock(tx, portal);
            EntryRow row = rows.of(type, portal, code).orElse(null);
            if (row == null) {
                return false;
            }
            require(seen, type, row);
            requireUnused(type, row.id());
            List<EntryRow> gone = new ArrayList<>();
            if (type == EntryType.PORTAL) {
                portalDeleted.fire(new PortalDeleted(portal));
                INSIDE.forEach(inside -> gone.addAll(rows.all(inside, portal)));
            }
            gone.add(row);
            List<OutboundEvent> events =
                    gone.stream().map(one -> remove(tx, one)).toList();
            rows.flush();
            outbox.add(tx, events);
            trail.add(
                    tx,
                    caller.signature(),
                    gone.stream()
                            .map(one -> EntryAudit.of(one.id(), one.entry(), null))
                            .toList());
            return true;
        });
    }

    /** A source keeps for its life what tells it from others that have had its code, whatever is sent (H3). */
    private static Record made(EntryType type, @Nullable EntryRow row, Record sent, long change) {
        if (!(sent instanceof Source source)) {
            return sent;
        }
        return source.madeAs(
                row == null
                        ? Long.toString(change)
                        : EntryRules.read(type, row.entry().getBytes(UTF_8))
                                .readable()
                                .map(stored -> ((Source) stored).made())
                                .orElse(null));
    }

    private void requireUnused(EntryType type, EntryRow.Id id) {
        References.keeping(type).ifPresent(user -> rows.all(user, id.portal()).stream()
                .filter(row -> EntryRules.read(user, row.entry().getBytes(UTF_8))
                        .readable()
                        .filter(entry -> References.to(type, id.code(), entry))
                        .isPresent())
                .findFirst()
                .ifPresent(row -> {
                    throw Problem.conflict("The " + type.word() + " " + id.code() + " is that of the " + user.word()
                            + " " + row.id().code() + ", so it stays. Give the " + user.word() + " another one first.");
                }));
    }

    private OutboundEvent remove(Handle tx, EntryRow row) {
        rows.delete(row);
        EntryType type = EntryType.of(row.id().type()).orElseThrow();
        return event(type, row, nextChange(tx), null);
    }

    private static void require(IfMatch seen, EntryType type, @Nullable EntryRow row) {
        if (!seen.fits(row == null ? null : row.tag())) {
            throw Problem.of(
                    412,
                    "Precondition failed",
                    "Somebody else has changed this " + type.word() + " since you read it.");
        }
    }

    /** One change at a time in a portal, until the transaction ends; there may be no row to lock yet. */
    private static void lock(Handle tx, String portal) {
        tx.createQuery("select pg_advisory_xact_lock(hashtextextended('directory ' || :portal, 0))")
                .bind("portal", portal)
                .mapTo(String.class)
                .findOne();
    }

    /** Names a publication of an entry, so that a change back to an earlier value is an event of its own. */
    private static long nextChange(Handle tx) {
        return tx.createQuery("select nextval('directory_change')")
                .mapTo(Long.class)
                .one();
    }

    private static List<Long> nextChanges(Handle tx, int many) {
        return tx.createQuery("select nextval('directory_change') from generate_series(1, :many)")
                .bind("many", many)
                .mapTo(Long.class)
                .list();
    }

    private static OutboundEvent event(EntryType type, EntryRow row, long change, @Nullable Record entry) {
        String portal = row.id().portal();
        String code = row.id().code();
        String key = type.key(portal, code);
        String id = Ids.v5(key, Long.toString(change)).toString();
        return entry == null
                ? OutboundEvent.tombstone(Topics.DIRECTORY, key, id, type.eventType())
                : OutboundEvent.of(
                        Topics.DIRECTORY,
                        key,
                        id,
                        type.eventType(),
                        new DirectoryEntry(portal, code, Json.MAPPER.valueToTree(entry)));
    }
}
