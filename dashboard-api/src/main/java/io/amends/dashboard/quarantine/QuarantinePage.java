package io.amends.dashboard.quarantine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.StorableText;
import io.amends.contracts.api.BulkRepaired;
import io.amends.contracts.api.NewBulkRepair;
import io.amends.contracts.api.ResponseStanding;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.quarantine.QuarantinePresenter.Before;
import io.amends.dashboard.quarantine.QuarantineView.Told;
import io.amends.kit.access.Opens;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What waits in quarantine (A5, A6, F7): why, since when, from whom, and its repair in place, one by one or many alike.
 * survey-ingest has it, decides again whether the person may, and writes the audit log.
 */
@Path("/portals/{cpc}/quarantine")
@Opens(Permission.SEE_ADMINISTRATION)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class QuarantinePage {
    private static final Logger LOG = Logger.getLogger(QuarantinePage.class);
    private static final int WRONG = 422;
    private static final int SIZE = 20;
    private static final int MOST_PAGES = 100_000;
    private static final String TAB = "quarantine";

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance quarantine(Frame frame, String tab, QuarantineView view);

        static native TemplateInstance alike(Frame frame, String tab, AlikeView view);

        static native TemplateInstance waiting(String url, @Nullable String words);
    }

    private final RepairClient client;
    private final QuarantinePresenter presenter;
    private final AlikePresenter alike;
    private final QuarantineMessages messages;
    private final Directory directory;
    private final Frames frames;

    QuarantinePage(
            @RestClient RepairClient client,
            QuarantinePresenter presenter,
            AlikePresenter alike,
            QuarantineMessages messages,
            Directory directory,
            Frames frames) {
        this.client = client;
        this.presenter = presenter;
        this.alike = alike;
        this.messages = messages;
        this.directory = directory;
        this.frames = frames;
    }

    /** The list, the newest first. */
    @GET
    public Response list(
            @PathParam("cpc") String cpc,
            @BeanParam QuarantineFilter filter,
            @QueryParam("page") @Nullable Integer page) {
        int asked = Math.min(PageRequest.of(page, SIZE).page(), MOST_PAGES);
        return list(200, cpc, filter, asked, Before.NOTHING);
    }

    /**
     * The line above the list of responses that leads here, with how many wait. It is asked for once that list is shown,
     * which so never waits for another service.
     */
    @GET
    @Path("/waiting")
    public TemplateInstance waiting(@PathParam("cpc") String cpc) {
        directory.require(cpc);
        String words = null;
        try {
            words = presenter.waiting(client.list(cpc, null, null, null, 0, 1).total());
        } catch (RefusedCall | ProcessingException e) {
            LOG.warnf("what waits in quarantine cannot be counted: %s", e.getMessage());
        }
        return Templates.waiting(new QuarantineFilter().address(cpc, 0), words);
    }

    /** Mends one. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mend(@PathParam("cpc") String cpc, @BeanParam QuarantineFilter filter, @BeanParam RepairForm form) {
        Portal portal = directory.require(cpc);
        String id = form.id();
        RepairForm.Corrected corrected = form.corrected(portal.timeZone());
        if (id == null || StorableText.fault(id) != null) {
            return list(WRONG, cpc, filter, 0, Before.refused(messages.gone(), null));
        }
        if (!corrected.wrong().isEmpty()) {
            String fields = presenter.unreadable(corrected.wrong());
            return list(WRONG, cpc, filter, 0, Before.refused(messages.lookAt(fields), form));
        }
        if (corrected.fields().isEmpty()) {
            return list(WRONG, cpc, filter, 0, Before.refused(messages.nothingTyped(), form));
        }
        try {
            ResponseStanding standing = client.repair(cpc, id, corrected.fields());
            String did = presenter.did(standing, portal.timeZone());
            return list(200, cpc, filter, 0, new Before(new Told(did, true), null));
        } catch (RefusedCall e) {
            return refused(e, cpc, filter, form);
        } catch (ProcessingException e) {
            return list(503, cpc, filter, 0, Before.refused(messages.notReached(), form));
        }
    }

    /** Tells what mending many would do, and does it once that was seen. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/many")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response many(@PathParam("cpc") String cpc, @BeanParam QuarantineFilter filter, @BeanParam AlikeForm form) {
        Portal portal = directory.require(cpc);
        ObjectNode corrections = form.corrections();
        if (corrections.isEmpty()) {
            return list(WRONG, cpc, filter, 0, Before.refused(messages.chooseWhat(), null));
        }
        if (form.ticked() ? form.ids().isEmpty() : !filter.narrows()) {
            String why = form.ticked() ? messages.tickOne() : messages.narrowFirst();
            return list(WRONG, cpc, filter, 0, Before.refused(why, null));
        }
        NewBulkRepair repair = new NewBulkRepair(
                cpc,
                form.ticked() ? form.ids() : null,
                form.ticked() ? null : filter.asked(),
                corrections,
                form.done() ? null : true);
        try {
            BulkRepaired answer = client.repairMany(repair);
            if (form.done()) {
                return list(200, cpc, filter, 0, new Before(new Told(alike.did(answer), true), null));
            }
            return Response.ok(Templates.alike(frame(cpc, portal), TAB, alike.would(cpc, filter, form, answer)))
                    .build();
        } catch (RefusedCall e) {
            return refused(e, cpc, filter, null);
        } catch (ProcessingException e) {
            return list(503, cpc, filter, 0, Before.refused(messages.notReached(), null));
        }
    }

    private Response refused(RefusedCall why, String cpc, QuarantineFilter filter, @Nullable RepairForm form) {
        return switch (why.status()) {
            case 403 -> throw Problem.forbidden(messages.notForYou());
            case 404 -> list(404, cpc, filter, 0, Before.refused(messages.gone(), form));
            case 409 -> list(409, cpc, filter, 0, Before.refused(messages.notWaiting(), form));
            case 400 ->
                list(WRONG, cpc, filter, 0, Before.refused(messages.lookAt(presenter.fields(why.errors())), form));
            default -> list(503, cpc, filter, 0, Before.refused(messages.notReached(), form));
        };
    }

    private Response list(int status, String cpc, QuarantineFilter filter, int page, Before before) {
        Portal portal = directory.require(cpc);
        Frame frame = frame(cpc, portal);
        try {
            QuarantineView view = presenter.list(
                    cpc,
                    portal,
                    filter,
                    client.list(cpc, filter.known(), filter.group(), filter.ofSegment(), page, SIZE),
                    before);
            return Response.status(status)
                    .entity(Templates.quarantine(frame, TAB, view))
                    .build();
        } catch (RefusedCall | ProcessingException e) {
            LOG.warnf("the quarantine cannot be listed: %s", e.getMessage());
            QuarantineView view = presenter.away(cpc, portal, filter, before);
            return Response.status(503)
                    .entity(Templates.quarantine(frame, TAB, view))
                    .build();
        }
    }

    private Frame frame(String cpc, Portal portal) {
        return frames.of(cpc, portal.name(), "", Frame.Place.PREFERENCES);
    }
}
