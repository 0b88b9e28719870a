package io.amends.alerting.delivery;

import io.amends.contracts.AuditAction;
import io.amends.contracts.Reason;
import io.amends.contracts.StatedReason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.ListedDelivery;
import io.amends.contracts.api.ListedDelivery.DeliveredMessage;
import io.amends.contracts.api.NewResend;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    private final DeliveredMessages messages;
    private final Resends resends;
    private final DeliveryWorkers workers;
    private final AuditTrail trail;

    DeliveryResource(
            Jdbi jdbi,
            Caller caller,
            DirectoryView directory,
            DeliveryStore deliveries,
            DeliveredMessages messages,
            Resends resends,
            DeliveryWorkers workers,
            AuditTrail trail) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.directory = directory;
        this.deliveries = deliveries;
        this.messages = messages;
        this.resends = resends;
        this.workers = workers;
        this.trail = trail;
    }

    /**
     * A portal's deliveries, newest first, as far as the caller sees them.
     *
     * @param contact the code of a contact: what went to them
     * @param digest the id of a digest: its mail and text message
     * @param theCase the id of a case: what told of it
     */
    @Needs(value = Scope.DELIVERIES_READ, may = Permission.SEE_DELIVERIES)
    @GET
    @Path("/portals/{cpc}/deliveries")
    public Page<ListedDelivery> list(
            @PathParam("cpc") String cpc,
            @QueryParam("state") @Nullable String state,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("contact") @Nullable String contact,
            @QueryParam("digest") @Nullable String digest,
            @QueryParam("case") @Nullable String theCase,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        directory.require(cpc);
        PageRequest asked = PageRequest.of(page, size);
        DeliveryFilter wanted = DeliveryFilter.of(state, channel, contact, digest, theCase);
        Sight sight = caller.sight(cpc, Permission.SEE_DELIVERIES);
        boolean reads = caller.may(cpc, Permission.READ_DELIVERIES, Matter.PORTAL);
        return jdbi.withHandle(handle -> new Page<>(
                deliveries.list(handle, cpc, wanted, sight, asked.size(), asked.offset()).stream()
                        .map(one -> reads ? one : one.withoutContents())
                        .toList(),
                asked.page(),
                asked.size(),
                deliveries.count(handle, cpc, wanted, sight)));
    }

    /** One delivery with its attempts and, for who may read it, the message as it was sent. */
    @Needs(value = Scope.DELIVERIES_READ, may = Permission.SEE_DELIVERIES)
    @GET
    @Path("/deliveries/{id}")
    public ListedDelivery get(@PathParam("id") String id) {
        QueuedMail mail = visible(id, Permission.SEE_DELIVERIES);
        return caller.may(mail.portal(), Permission.READ_DELIVERIES, matter(mail))
                ? listed(mail, messages.of(mail))
                : listed(mail, null).withoutContents();
    }

    /** Sends a message again, by hand, for no reason that is told. */
    @Needs(value = Scope.DELIVERIES_WRITE, may = Permission.RESEND)
    @POST
    @Path("/deliveries/{id}/resend")
    @Consumes(MediaType.WILDCARD)
    public Response resend(@PathParam("id") String id) {
        return resend(id, null);
    }

    /**
     * Sends a message again, by hand.
     *
     * @param body why; absent: for no reason that is told
     */
    @Needs(value = Scope.DELIVERIES_WRITE, may = Permission.RESEND)
    @POST
    @Path("/deliveries/{id}/resend")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response resend(@PathParam("id") String id, @Nullable NewResend body) {
        QueuedMail mail = visible(id, Permission.RESEND);
        NewResend asked = body == null ? new NewResend(null, null, null) : body;
        String fault = asked.reason() == null ? null : StatedReason.fault(asked.reason());
        if (fault != null) {
            throw Problem.badRequest("The reason cannot be used.", List.of(new Reason("/reason", fault)));
        }
        jdbi.useTransaction(tx -> {
            resends.queue(tx, mail, asked);
            trail.add(
                    tx,
                    caller.signature(),
                    AuditChange.of(mail.portal(), AuditAction.DELIVERY_RESENT, "delivery/" + mail.id())
                            .because(asked.reason()));
        });
        LOG.infof("delivery %s is sent again, as somebody has asked for", mail.id());
        workers.wake();
        return Response.accepted(listed(visible(id, Permission.RESEND), null).withoutContents())
                .build();
    }

    private ListedDelivery listed(QueuedMail mail, @Nullable DeliveredMessage message) {
        return mail.listed(jdbi.withHandle(handle -> deliveries.attempts(handle, mail)), message);
    }

    /** The delivery, if there is one and the caller may do that with it. */
    private QueuedMail visible(String id, Permission permission) {
        QueuedMail mail = null;
        try {
            UUID uuid = UUID.fromString(id);
            mail = jdbi.withHandle(handle -> deliveries.find(handle, uuid)).orElse(null);
        } catch (IllegalArgumentException e) {
            // An id that is no UUID names no delivery.
        }
        Problem missing = Problem.notFound("There is no delivery '" + id + "'.");
        if (mail == null) {
            throw missing;
        }
        caller.require(mail.portal(), permission, matter(mail), missing);
        return mail;
    }

    private Matter matter(QueuedMail mail) {
        Set<String> groups = jdbi.withHandle(handle -> deliveries.groups(handle, mail));
        return Matter.sentTo(mail.addressee().contactId(), groups);
    }
}
