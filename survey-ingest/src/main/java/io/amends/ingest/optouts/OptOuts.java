package io.amends.ingest.optouts;

import io.amends.contracts.AuditAction;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.api.ListedOptOut;
import io.amends.ingest.optouts.OptOutForm.NamedBy;
import io.amends.ingest.optouts.OptOutForm.NamedCustomer;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Which customers want no surveys, whoever told of it: staff, or a survey tool. To be told the same twice changes nothing. */
@ApplicationScoped
public class OptOuts {
    private static final String OF_PORTAL =
            """
             FROM opt_out WHERE portal = :portal
            AND (CAST(:kind AS text) IS NULL OR (kind = :kind AND customer = :customer))""";

    private final Outbox outbox;
    private final AuditTrail trail;

    OptOuts(Outbox outbox, AuditTrail trail) {
        this.outbox = outbox;
        this.trail = trail;
    }

    /**
     * A survey tool says that a customer wants no surveys any more: each thing that names them is kept, since any of them may
     * be all that a later survey knows.
     *
     * @param by the source
     * @return whether anything in it names a customer
     */
    public boolean unsubscribed(
            Handle tx,
            String portal,
            Signature by,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String id,
            Instant at) {
        List<OptOutForm> named = Stream.of(
                        new OptOutForm(email, null, null, null),
                        new OptOutForm(null, phone, null, null),
                        new OptOutForm(null, null, id, null))
                .filter(form -> form.faults().isEmpty())
                .toList();
        named.forEach(form -> optOut(tx, portal, by, form, at));
        return !named.isEmpty();
    }

    /**
     * This customer gets no surveys any more.
     *
     * @throws Problem 400 with all that is wrong
     */
    void optOut(Handle tx, String portal, Signature by, OptOutForm form, Instant at) {
        NamedCustomer customer = form.checked();
        UUID id = UUID.randomUUID();
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        boolean fresh = tx.createUpdate(
                                """
                                INSERT INTO opt_out (portal, kind, customer, id, reason, author, key, at)
                                VALUES (:portal, :kind, :customer, :id, :reason, :author, :key, :at)
                                ON CONFLICT DO NOTHING""")
                        .bind("portal", portal)
                        .bind("kind", customer.kind().name())
                        .bind("customer", customer.value())
                        .bind("id", id)
                        .bind("reason", form.why())
                        .bind("author", by.name())
                        .bind("key", by.key())
                        .bind("at", now)
                        .execute()
                == 1;
        if (fresh) {
            tell(tx, EventTypes.CUSTOMER_OPTED_OUT, customer, form, portal, now);
            trail.add(tx, by, change(portal, AuditAction.CUSTOMER_OPTED_OUT, id, customer, form));
        }
    }

    /**
     * This customer gets surveys again.
     *
     * @throws Problem 400 with all that is wrong
     */
    void lift(Handle tx, String portal, Signature by, OptOutForm form, Instant at) {
        NamedCustomer customer = form.checked();
        tx.createQuery(
                        """
                        DELETE FROM opt_out WHERE portal = :portal AND kind = :kind AND customer = :customer
                        RETURNING id""")
                .bind("portal", portal)
                .bind("kind", customer.kind().name())
                .bind("customer", customer.value())
                .mapTo(UUID.class)
                .findOne()
                .ifPresent(id -> {
                    Instant now = at.truncatedTo(ChronoUnit.MICROS);
                    tell(tx, EventTypes.CUSTOMER_OPTED_IN, customer, form, portal, now);
                    trail.add(tx, by, change(portal, AuditAction.CUSTOMER_OPTED_IN, id, customer, form));
                });
    }

    /**
     * Who wants no surveys, the latest first.
     *
     * @param only whom alone to look for; null: all of the portal
     */
    static Page<ListedOptOut> list(Handle db, String portal, @Nullable NamedCustomer only, PageRequest page) {
        List<ListedOptOut> items = bound(
                        db.createQuery("SELECT kind, customer, reason, author, at" + OF_PORTAL
                                + " ORDER BY at DESC, id LIMIT :size OFFSET :offset"),
                        portal,
                        only)
                .bind("size", page.size())
                .bind("offset", page.offset())
                .map(OptOuts::listed)
                .list();
        long total = bound(db.createQuery("SELECT count(*)" + OF_PORTAL), portal, only)
                .mapTo(Long.class)
                .one();
        return new Page<>(items, page.page(), page.size(), total);
    }

    private static Query bound(Query query, String portal, @Nullable NamedCustomer only) {
        return query.bind("portal", portal)
                .bind("kind", only == null ? null : only.kind().name())
                .bind("customer", only == null ? null : only.value());
    }

    private static ListedOptOut listed(ResultSet row, StatementContext context) throws SQLException {
        NamedCustomer customer = new NamedCustomer(NamedBy.valueOf(row.getString(1)), row.getString(2));
        return new ListedOptOut(
                customer.only(NamedBy.EMAIL),
                customer.only(NamedBy.PHONE),
                customer.only(NamedBy.ID),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant());
    }

    private void tell(Handle tx, String type, NamedCustomer customer, OptOutForm form, String cpc, Instant at) {
        String event = UUID.randomUUID().toString();
        outbox.add(
                tx, List.of(OutboundEvent.of(Topics.RECORDED, cpc, event, type, customer.event(cpc, form.why(), at))));
    }

    /** The log says by what the customer was named, and not who it is. */
    private static AuditChange change(String cpc, AuditAction what, UUID id, NamedCustomer customer, OptOutForm form) {
        return AuditChange.of(cpc, what, "opt-out/" + id)
                .now(Map.of("namedBy", customer.kind()))
                .because(form.why());
    }
}
