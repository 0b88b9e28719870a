package io.amends.dashboard.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.AuditRecorded;
import io.amends.contracts.Json;
import io.amends.dashboard.audit.core.AuditQuery;
import io.amends.kit.access.Caller;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The audit log of a portal, newest first (H4). Whoever may see all portals sees with it what belongs to none, such as who
 * signed in.
 */
@ApplicationScoped
class AuditLog {
    private static final int FETCH = 500;
    private static final String WHERE =
            """
             from audit_entry where portal = any(:portals)
            and (cast(:from as timestamptz) is null or at >= :from) and (cast(:to as timestamptz) is null or at < :to)
            and (cast(:who as text) is null or who = :who) and (cast(:what as text) is null or what = :what)
            and (cast(:q as text) is null or position(:q in search) > 0)""";
    private static final String ORDER = " order by at desc, id desc";

    private final Jdbi jdbi;
    private final Caller caller;

    AuditLog(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /** Whether anything was ever recorded of a portal, which may be gone by now. */
    boolean knows(String cpc) {
        return jdbi.withHandle(db -> db.createQuery("select exists (select from audit_entry where portal = :portal)")
                .bind("portal", cpc)
                .mapTo(Boolean.class)
                .one());
    }

    /** A page of the entries that a query asks for, each as it was published. */
    Page<ObjectNode> page(String cpc, AuditQuery query, ZoneId zone, PageRequest page) {
        return jdbi.withHandle(db -> {
            long total = bound(db, "select count(*)" + WHERE, cpc, query, zone)
                    .mapTo(Long.class)
                    .one();
            List<ObjectNode> items = bound(
                            db, "select entry" + WHERE + ORDER + " limit :size offset :offset", cpc, query, zone)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .mapTo(String.class)
                    .map(AuditLog::entry)
                    .list();
            return new Page<>(items, page.page(), page.size(), total);
        });
    }

    /** Entries that are read when they are written out, one in memory at a time. */
    interface Entries {
        void each(Consumer<ObjectNode> to);
    }

    /** All entries that a query asks for. Who asks is known now; the entries are read later. */
    Entries all(String cpc, AuditQuery query, ZoneId zone) {
        List<String> portals = portals(cpc);
        return to -> jdbi.useTransaction(tx -> {
            try (Stream<String> all = bound(tx, "select entry" + WHERE + ORDER, portals, query, zone)
                    .setFetchSize(FETCH)
                    .mapTo(String.class)
                    .stream()) {
                all.map(AuditLog::entry).forEach(to);
            }
        });
    }

    private Query bound(Handle db, String sql, String cpc, AuditQuery query, ZoneId zone) {
        return bound(db, sql, portals(cpc), query, zone);
    }

    private static Query bound(Handle db, String sql, List<String> portals, AuditQuery query, ZoneId zone) {
        LocalDate to = query.days().to();
        String q = query.days().q();
        return db.createQuery(sql)
                .bindArray("portals", String.class, portals)
                .bind("from", start(query.days().from(), zone))
                .bind("to", start(to == null ? null : to.plusDays(1), zone))
                .bind("who", query.who())
                .bind("what", query.what() == null ? null : query.what().name())
                .bind("q", q == null ? null : q.toLowerCase(Locale.ROOT));
    }

    private List<String> portals(String cpc) {
        return caller.mayAll() ? List.of(cpc, AuditRecorded.INSTALLATION) : List.of(cpc);
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static ObjectNode entry(String json) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored audit entry cannot be read", e);
        }
    }
}
