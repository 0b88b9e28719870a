package io.amends.ingest.watch;

import io.amends.contracts.OriginKind;
import io.amends.ingest.rhythm.HeardHour;
import io.amends.ingest.rhythm.Rhythm;
import io.amends.ingest.rhythm.WatchedOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** When each origin was heard, by minutes, and which of them are silent: the rows of A11. */
@ApplicationScoped
public class HeardOrigins {
    /** How many origins of one kind a portal has; those that were heard last stay. */
    static final int MOST = 1_000;
    /** Hours are kept for a little longer than is looked back. */
    private static final Duration KEPT = Rhythm.MEMORY.plusDays(7);
    /** Who was not heard for so long is forgotten, and is a new one when it comes again. */
    private static final Duration FORGOTTEN = Duration.ofDays(26 * 7);

    private static final int AT_ONCE = 10_000;
    private static final String ONE = " WHERE portal = :portal AND kind = :kind AND id = :id";
    private static final String ROW = "SELECT portal, kind, id, last_at, silent_since FROM heard_origin";

    private final Clock clock;

    HeardOrigins(Clock clock) {
        this.clock = clock;
    }

    /** An event that was recorded now for the first time; it was sent at that moment. */
    public record HeardEvent(WatchedOrigin origin, Instant at) {}

    /**
     * How it stands with an origin.
     *
     * @param silentSince since when it is silent; null while it is not, as far as was told
     */
    record OriginRow(WatchedOrigin origin, Instant lastAt, @Nullable Instant silentSince) {
        /** The moment until which its rhythm is learned: not from its silence. */
        Instant spokeUntil() {
            return silentSince == null ? lastAt : silentSince;
        }
    }

    private record OriginHour(WatchedOrigin origin, Instant hour) {}

    /**
     * Adds events, in the transaction that records them and as the last thing in it: whoever hears of the same origin waits
     * until it ends.
     */
    public void hear(Handle tx, Collection<HeardEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<WatchedOrigin, Instant> last = new TreeMap<>(); // sorted, so that two who write the same wait in turn
        Map<OriginHour, HeardHour> hours =
                new TreeMap<>(Comparator.comparing(OriginHour::origin).thenComparing(OriginHour::hour));
        for (HeardEvent event : events) {
            Instant at = event.at().isAfter(now) ? now : event.at(); // a sender's clock may be ahead
            HeardHour hour = HeardHour.of(at);
            last.merge(event.origin(), at, (one, other) -> one.isAfter(other) ? one : other);
            hours.merge(new OriginHour(event.origin(), hour.start()), hour, HeardHour::plus);
        }
        origins(
                        tx.createUpdate(
                                """
                                INSERT INTO heard_origin (portal, kind, id, last_at)
                                SELECT g.portal, g.kind, g.id, CAST(g.last AS timestamptz)
                                FROM unnest(:portals, :kinds, :ids, :lasts) AS g(portal, kind, id, last)
                                ON CONFLICT (portal, kind, id) DO UPDATE
                                SET last_at = greatest(heard_origin.last_at, EXCLUDED.last_at)"""),
                        last.keySet())
                .bindArray(
                        "lasts",
                        String.class,
                        last.values().stream().map(Instant::toString).toList())
                .execute();
        origins(
                        tx.createUpdate(
                                """
                                INSERT INTO heard_hour (portal, kind, id, hour, minutes, events)
                                SELECT g.portal, g.kind, g.id, CAST(g.hour AS timestamptz), g.minutes, g.events
                                FROM unnest(:portals, :kinds, :ids, :hours, :minutes, :events)
                                  AS g(portal, kind, id, hour, minutes, events)
                                ON CONFLICT (portal, kind, id, hour) DO UPDATE
                                SET minutes = heard_hour.minutes | EXCLUDED.minutes,
                                  events = heard_hour.events + EXCLUDED.events"""),
                        hours.keySet().stream().map(OriginHour::origin).toList())
                .bindArray(
                        "hours",
                        String.class,
                        hours.keySet().stream()
                                .map(hour -> hour.hour().toString())
                                .toList())
                .bindArray(
                        "minutes",
                        Long.class,
                        hours.values().stream().map(HeardHour::minutes).toList())
                .bindArray(
                        "events",
                        Long.class,
                        hours.values().stream().map(HeardHour::events).toList())
                .execute();
    }

    /** The hours in which it was heard until a moment, as far back as is looked, in their order. */
    List<HeardHour> hours(Handle db, WatchedOrigin origin, Instant until) {
        return one(
                        db.createQuery("SELECT hour, minutes, events FROM heard_hour" + ONE
                                + " AND hour > :from AND hour <= :until ORDER BY hour"),
                        origin)
                .bind("from", at(until.minus(Rhythm.MEMORY)))
                .bind("until", at(until))
                .map(HeardOrigins::hour)
                .list();
    }

    /** The first minute after a moment in which it was heard. */
    Optional<Instant> firstAfter(Handle db, WatchedOrigin origin, Instant moment) {
        return one(
                        db.createQuery("SELECT hour, minutes, events FROM heard_hour" + ONE
                                + " AND hour > :before ORDER BY hour LIMIT 2"),
                        origin)
                .bind("before", at(moment.minus(Duration.ofHours(1))))
                .map(HeardOrigins::hour)
                .list()
                .stream()
                .flatMap(hour -> hour.firstAfter(moment).stream())
                .findFirst();
    }

    /** How it stands with an origin; empty if it was never heard. */
    Optional<OriginRow> find(Handle db, WatchedOrigin origin) {
        return one(db.createQuery(ROW + ONE), origin).map(HeardOrigins::row).findOne();
    }

    /** The same, locked until the end of the transaction; empty too while somebody else has it, such as who hears of it. */
    Optional<OriginRow> claim(Handle tx, WatchedOrigin origin) {
        return one(tx.createQuery(ROW + ONE + " FOR UPDATE SKIP LOCKED"), origin)
                .map(HeardOrigins::row)
                .findOne();
    }

    /** Those that are silent, and those that were not heard since that moment. */
    List<OriginRow> quiet(Handle db, Instant since) {
        return db.createQuery(ROW + " WHERE silent_since IS NOT NULL OR last_at < :since ORDER BY portal, kind, id")
                .bind("since", at(since))
                .map(HeardOrigins::row)
                .list();
    }

    /** Notes since when it is silent; null: it is not. */
    void silent(Handle tx, WatchedOrigin origin, @Nullable Instant since) {
        one(tx.createUpdate("UPDATE heard_origin SET silent_since = :since" + ONE), origin)
                .bind("since", since == null ? null : at(since))
                .execute();
    }

    /** How many of a kind there are, and how many of them are silent, over all portals. */
    record OriginCount(long watched, long silent) {}

    Map<OriginKind, OriginCount> counts(Handle db) {
        Map<OriginKind, OriginCount> counts = new EnumMap<>(OriginKind.class);
        db.createQuery("SELECT kind, count(*), count(silent_since) FROM heard_origin GROUP BY kind")
                .map((row, context) -> Map.entry(
                        OriginKind.valueOf(row.getString(1)), new OriginCount(row.getLong(2), row.getLong(3))))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** Forgets what is too old and what is too many, a bounded number at a time. */
    void forget(Handle tx, Instant now) {
        // Of a silent one its hours stay: they say what is missing when it speaks again.
        tx.createUpdate(
                        """
                        DELETE FROM heard_hour WHERE ctid IN (
                          SELECT h.ctid FROM heard_hour h JOIN heard_origin o USING (portal, kind, id)
                          WHERE h.hour < :kept AND o.silent_since IS NULL LIMIT :atMost)""")
                .bind("kept", at(now.minus(KEPT)))
                .bind("atMost", AT_ONCE)
                .execute();
        // Rows that somebody writes are passed over, so that nobody waits for another in a circle.
        tx.createUpdate(
                        """
                        DELETE FROM heard_origin WHERE ctid IN (SELECT ctid FROM heard_origin
                          WHERE last_at < :forgotten LIMIT :atMost FOR UPDATE SKIP LOCKED)""")
                .bind("forgotten", at(now.minus(FORGOTTEN)))
                .bind("atMost", AT_ONCE)
                .execute();
        tx.createUpdate(
                        """
                        DELETE FROM heard_origin WHERE ctid IN (SELECT ctid FROM heard_origin
                          WHERE (portal, kind, id) IN (SELECT portal, kind, id FROM (
                            SELECT portal, kind, id,
                              row_number() OVER (PARTITION BY portal, kind ORDER BY last_at DESC, id) AS place
                            FROM heard_origin) placed WHERE place > :most)
                          LIMIT :atMost FOR UPDATE SKIP LOCKED)""")
                .bind("most", MOST)
                .bind("atMost", AT_ONCE)
                .execute();
    }

    private static <S extends SqlStatement<S>> S origins(S statement, Collection<WatchedOrigin> origins) {
        return statement
                .bindArray(
                        "portals",
                        String.class,
                        origins.stream().map(WatchedOrigin::portal).toList())
                .bindArray(
                        "kinds",
                        String.class,
                        origins.stream().map(origin -> origin.kind().name()).toList())
                .bindArray(
                        "ids",
                        String.class,
                        origins.stream().map(WatchedOrigin::id).toList());
    }

    private static <S extends SqlStatement<S>> S one(S statement, WatchedOrigin origin) {
        return statement
                .bind("portal", origin.portal())
                .bind("kind", origin.kind().name())
                .bind("id", origin.id());
    }

    private static OriginRow row(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime silentSince = row.getObject(5, OffsetDateTime.class);
        return new OriginRow(
                new WatchedOrigin(row.getString(1), OriginKind.valueOf(row.getString(2)), row.getString(3)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                silentSince == null ? null : silentSince.toInstant());
    }

    private static HeardHour hour(ResultSet row, StatementContext context) throws SQLException {
        return new HeardHour(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2), row.getLong(3));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
