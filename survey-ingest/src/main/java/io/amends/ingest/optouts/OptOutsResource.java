package io.amends.ingest.optouts;

import io.amends.contracts.AuditAction;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.access.Scope;
import io.amends.ingest.optouts.OptOutForm.NamedCustomer;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.rights.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Which customers want no surveys. It holds for every survey, and not for mail about a case. To say the same twice changes
 * nothing.
 */
@Path("/v1/portals/{cpc}/opt-outs")
@Consumes(MediaType.APPLICATION_JSON)
@Needs(value = Scope.SURVEYS_WRITE, may = Permission.FILE_REQUESTS)
public class OptOutsResource {
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final DirectoryView directory;
    private final Caller caller;
    private final Clock clock;

    OptOutsResource(Jdbi jdbi, Outbox outbox, AuditTrail trail, DirectoryView directory, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.trail = trail;
        this.directory = directory;
        this.caller = caller;
        this.clock = clock;
    }

    /** This customer gets no surveys any more. */
    @POST
    public void optOut(@PathParam("cpc") String cpc, @Nullable OptOutForm body) {
        directory.require(cpc);
        OptOutForm form = body == null ? OptOutForm.NOTHING : body;
        NamedCustomer customer = form.checked();
        Signature by = caller.signature();
        UUID id = UUID.randomUUID();
        jdbi.useTransaction(tx -> {
            Instant now = now();
            boolean fresh = tx.createUpdate(
                                    """
                                    INSERT INTO opt_out (portal, kind, customer, id, reason, author, key, at)
                                    VALUES (:portal, :kind, :customer, :id, :reason, :author, :key, :at)
                                    ON CONFLICT DO NOTHING""")
                            .bind("portal", cpc)
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
                tell(tx, EventTypes.CUSTOMER_OPTED_OUT, customer, form, cpc, now);
                trail.add(tx, by, change(cpc, AuditAction.CUSTOMER_OPTED_OUT, id, customer, form));
            }
        });
        outbox.wake();
    }

    /** This customer gets surveys again. */
    @Needs(value = Scope.SURVEYS_WRITE, may = Permission.ADMINISTER)
    @POST
    @Path("/lift")
    public void lift(@PathParam("cpc") String cpc, @Nullable OptOutForm body) {
        directory.require(cpc);
        OptOutForm form = body == null ? OptOutForm.NOTHING : body;
        NamedCustomer customer = form.checked();
        jdbi.useTransaction(tx -> tx.createQuery(
                        """
                        DELETE FROM opt_out WHERE portal = :portal AND kind = :kind AND customer = :customer
                        RETURNING id""")
                .bind("portal", cpc)
                .bind("kind", customer.kind().name())
                .bind("customer", customer.value())
                .mapTo(UUID.class)
                .findOne()
                .ifPresent(id -> {
                    tell(tx, EventTypes.CUSTOMER_OPTED_IN, customer, form, cpc, now());
                    trail.add(tx, caller.signature(), change(cpc, AuditAction.CUSTOMER_OPTED_IN, id, customer, form));
                }));
        outbox.wake();
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
