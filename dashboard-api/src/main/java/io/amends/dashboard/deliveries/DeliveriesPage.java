package io.amends.dashboard.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.StatedReason;
import io.amends.contracts.api.ListedDelivery;
import io.amends.contracts.api.ListedDelivery.DeliveredMessage;
import io.amends.contracts.api.ResendRefusal;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.deliveries.DeliveriesPresenter.ResendAttempt;
import io.amends.dashboard.deliveries.OneDeliveryView.ResendNews;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.links.DeliveriesAddress;
import io.amends.kit.access.Opens;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What went to whom, when and how (F7): the list, one message as it was sent, and sending it again (C9). */
@Path("/portals/{cpc}/deliveries")
@Opens(Permission.SEE_DELIVERIES)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DeliveriesPage {
    private static final int WRONG = 422;
    private static final int SIZE = 50;
    private static final int MOST_PAGES = 100_000;

    /** A mail is somebody's text: it runs nothing, loads nothing, and is shown within our page alone (H6). */
    private static final String ENCLOSED =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, DeliveriesView view);

        static native TemplateInstance one(Frame frame, OneDeliveryView view);
    }

    private final DeliveriesClient deliveries;
    private final DeliveriesPresenter presenter;
    private final DeliveryWords words;
    private final DeliveriesMessages messages;
    private final LayoutMessages layout;
    private final Directory directory;
    private final Frames frames;

    DeliveriesPage(
            @RestClient DeliveriesClient deliveries,
            DeliveriesPresenter presenter,
            DeliveryWords words,
            DeliveriesMessages messages,
            LayoutMessages layout,
            Directory directory,
            Frames frames) {
        this.deliveries = deliveries;
        this.presenter = presenter;
        this.words = words;
        this.messages = messages;
        this.layout = layout;
        this.directory = directory;
        this.frames = frames;
    }

    /** The list, the newest first. */
    @GET
    public Response list(
            @PathParam("cpc") String cpc, @BeanParam DeliveryQuery query, @QueryParam("page") @Nullable Integer asked) {
        Portal portal = directory.require(cpc);
        int page = Math.min(PageRequest.of(asked, SIZE).page(), MOST_PAGES);
        try {
            DeliveriesView view = presenter.list(
                    cpc,
                    portal,
                    query,
                    deliveries.list(
                            cpc,
                            query.state(),
                            query.channel(),
                            query.contact(),
                            query.digest(),
                            query.theCase(),
                            page,
                            SIZE));
            return page(200, Templates.list(frame(cpc, portal), view));
        } catch (RefusedCall e) {
            if (e.status() == 400) {
                throw Problem.notFound(layout.nothingHere()); // an id that is none
            }
            return page(503, Templates.list(frame(cpc, portal), presenter.away(cpc, portal, query, layout.partAway())));
        } catch (ProcessingException e) {
            return page(503, Templates.list(frame(cpc, portal), presenter.away(cpc, portal, query, layout.partAway())));
        }
    }

    /** One delivery, with the message as it was sent for who may read it. */
    @GET
    @Path("/{id}")
    public Response one(
            @PathParam("cpc") String cpc, @PathParam("id") String id, @QueryParam("resent") @Nullable String resent) {
        ResendNews news = resent == null ? null : new ResendNews(messages.resent(), true);
        return one(200, cpc, find(cpc, id), null, news);
    }

    /** The mail as it looked, for the frame of the page. */
    @Opens(Permission.READ_DELIVERIES)
    @GET
    @Path("/{id}/message")
    public Response message(
            @PathParam("cpc") String cpc, @PathParam("id") String id, @Context HttpServerResponse answer) {
        DeliveredMessage message = find(cpc, id).message();
        if (message == null || message.html() == null) {
            throw Problem.notFound(layout.nothingHere());
        }
        // In place of what every page says: a response of JAX-RS would only say it as well.
        answer.putHeader("Content-Security-Policy", ENCLOSED)
                .putHeader("X-Frame-Options", "SAMEORIGIN")
                .putHeader("Referrer-Policy", "no-referrer");
        // As bytes: in a page the marks of directions that a mail needs would be shown.
        return Response.ok(message.html().getBytes(UTF_8), MediaType.TEXT_HTML_TYPE.withCharset(UTF_8.name()))
                .build();
    }

    /** The PDF that went with a digest. */
    @Opens(Permission.READ_DELIVERIES)
    @GET
    @Path("/{id}/pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("cpc") String cpc, @PathParam("id") String id) {
        ListedDelivery delivery = find(cpc, id);
        DeliveredMessage message = delivery.message();
        String digest = delivery.digestId();
        if (message == null || message.attachments().isEmpty() || digest == null) {
            throw Problem.notFound(layout.nothingHere());
        }
        return Response.ok(asked(() -> deliveries.pdf(digest)), "application/pdf")
                .header(
                        "Content-Disposition",
                        "inline; filename=\"" + message.attachments().get(0).name() + "\"")
                .build();
    }

    /** Sends it again, for a reason. */
    @Opens(Permission.RESEND)
    @POST
    @Path("/{id}/resend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resend(@PathParam("cpc") String cpc, @PathParam("id") String id, @BeanParam ResendForm form) {
        ListedDelivery delivery = find(cpc, id);
        if (StatedReason.fault(form.why()) != null) {
            ResendAttempt faulty = new ResendAttempt(form, messages.reasonMissing(), form.wantedAgain != null);
            return one(WRONG, cpc, delivery, faulty, null);
        }
        try {
            deliveries.resend(delivery.id(), form.asked());
            return Response.seeOther(URI.create(DeliveriesAddress.list(cpc) + "/" + delivery.id() + "?resent=1"))
                    .build();
        } catch (RefusedCall e) {
            ResendRefusal cause = cause(e);
            String why = cause == null ? layout.away() : words.refusal(cause);
            ResendAttempt refused = new ResendAttempt(form, null, cause == ResendRefusal.STOPPED);
            return one(cause == null ? 503 : WRONG, cpc, find(cpc, id), refused, new ResendNews(why, false));
        } catch (ProcessingException e) {
            return one(503, cpc, delivery, new ResendAttempt(form, null, false), new ResendNews(layout.away(), false));
        }
    }

    /** The delivery, if there is one in that portal that the person sees. */
    private ListedDelivery find(String cpc, String id) {
        directory.require(cpc);
        Problem missing = Problem.notFound(layout.nothingHere());
        UUID named;
        try {
            named = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw missing;
        }
        ListedDelivery found = asked(() -> deliveries.find(named.toString()));
        if (!found.portal().equals(cpc)) {
            throw missing;
        }
        return found;
    }

    private <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (RefusedCall e) {
            throw e.status() == 404
                    ? Problem.notFound(layout.nothingHere())
                    : Problem.of(503, "Service unavailable", layout.partAway());
        } catch (ProcessingException e) {
            throw Problem.of(503, "Service unavailable", layout.partAway());
        }
    }

    private Response one(
            int status, String cpc, ListedDelivery delivery, @Nullable ResendAttempt sent, @Nullable ResendNews news) {
        Portal portal = directory.require(cpc);
        return page(status, Templates.one(frame(cpc, portal), presenter.one(cpc, portal, delivery, sent, news)));
    }

    private static @Nullable ResendRefusal cause(RefusedCall refused) {
        return Arrays.stream(ResendRefusal.values())
                .filter(cause -> cause.name().equals(refused.field("cause")))
                .findFirst()
                .orElse(null);
    }

    private Frame frame(String cpc, Portal portal) {
        return frames.of(cpc, portal.name(), "", Frame.Place.DELIVERIES);
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }
}
