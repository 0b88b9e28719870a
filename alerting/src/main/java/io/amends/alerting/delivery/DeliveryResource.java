package io.amends.alerting.delivery;

import io.amends.alerting.delivery.DeliveryStore.DeliveryFilter;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Delivered;
import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.DeliveryState;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Deliveries over HTTP: see every one with its attempts, send one again (C9). */
@Path("/v1")
@Blocking
public class DeliveryResource {
    private static final Logger LOG = Logger.getLogger(DeliveryResource.class);

    private final Jdbi jdbi;
    private final Caller caller;
    private final DirectoryView directory;
    private final DeliveryStore deliveries;
    private final DeliveryWorkers workers;
    private final AuditTrail trail;

    DeliveryResource(
            Jdbi jdbi,
            Caller caller,
            DirectoryView directory,
            DeliveryStore deliveries,
            DeliveryWorkers workers,
            AuditTrail trail) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.directory = directory;
        this.deliveries = deliveries;
        this.workers = workers;
        this.trail = trail;
    }

    @Needs(value = Scope.DELIVERIES_READ, may = Permission.SEE_DELIVERIES)
    @GET
    @Path("/portals/{cpc}/deliveries")
    public Page<DeliveryView> list(
            @PathParam("cpc") String cpc,
            @QueryParam("state") @Nullable String state,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        directory.require(cpc);
        PageRequest asked = PageRequest.of(page, size);
        DeliveryFilter wanted = new DeliveryFilter(
                one("state", DeliveryState.values(), state), one("channel", Delivered.Channel.values(), channel));
        Sight sight = caller.sight(cpc, Permission.SEE_DELIVERIES);
        return jdbi.withHandle(handle -> new Page<>(
                deliveries.list(handle, cpc, wanted, sight, asked.size(), asked.offset()),
                asked.page(),
                asked.size(),
                deliveries.count(handle, cpc, wanted, sight)));
    }

    /** The value that a parameter names; null where it is not given. */
    private static <E extends Enum<E>> @Nullable E one(String parameter, E[] values, @Nullable String named) {
        if (named == null) {
            return null;
        }
        String all = Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
        return Arrays.stream(values)
                .filter(value -> value.name().equals(named))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "There is no such " + parameter + ".",
                        List.of(new Reason("?" + parameter, "must be one of " + all))));
    }

    @Needs(value = Scope.DELIVERIES_WRITE, may = Permission.RESEND)
    @POST
    @Path("/deliveries/{id}/resend")
    public Response resend(@PathParam("id") String id) {
        DeliveryView delivery = resendable(id);
        UUID uuid = UUID.fromString(delivery.mail().id());
        boolean queued = jdbi.inTransaction(tx -> {
            boolean again = deliveries.resend(tx, uuid);
            if (again) {
                trail.add(
                        tx,
                        caller.signature(),
                        AuditChange.of(delivery.mail().portal(), AuditAction.DELIVERY_RESENT, "delivery/" + uuid));
            }
            return again;
        });
        if (!queued) {
            throw Problem.conflict("That delivery is on its way already.");
        }
        LOG.infof("delivery %s is sent again, as somebody has asked for", uuid);
        workers.wake();
        return Response.accepted(
                        jdbi.withHandle(handle -> deliveries.find(handle, uuid)).orElse(delivery))
                .build();
    }

    /** The delivery, if there is one and the caller may send it again. */
    private DeliveryView resendable(String id) {
        DeliveryView delivery = null;
        try {
            UUID uuid = UUID.fromString(id);
            delivery = jdbi.withHandle(handle -> deliveries.find(handle, uuid)).orElse(null);
        } catch (IllegalArgumentException e) {
            // An id that is no UUID names no delivery.
        }
        Problem missing = Problem.notFound("There is no delivery '" + id + "'.");
        if (delivery == null) {
            throw missing;
        }
        QueuedMail mail = delivery.mail();
        Set<String> groups = jdbi.withHandle(handle -> deliveries.groups(handle, mail));
        Matter matter = Matter.sentTo(mail.addressee().contactId(), groups);
        caller.require(mail.portal(), Permission.RESEND, matter, missing);
        return delivery;
    }
}
