package io.amends.dashboard.reassign;

import io.amends.contracts.StatedReason;
import io.amends.contracts.api.NewReassignProposal;
import io.amends.contracts.api.NewReassignment;
import io.amends.contracts.api.ReassignPreview;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.reassign.ReassignPresenter.Fault;
import io.amends.dashboard.reassign.ReassignView.KeptChoice;
import io.amends.dashboard.reassign.ReassignView.Outcome;
import io.amends.dashboard.responses.ReportNarrowing;
import io.amends.dashboard.responses.ResponsesReport;
import io.amends.dashboard.responses.core.ReportQuery;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Opens;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Rights;
import io.amends.kit.rights.Sight;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Gives responses of the report to another support group, those that are ticked or all that its filters find; who may only
 * propose files a proposal (A8, H1). survey-ingest decides again which of them the person may move, and writes the audit log.
 */
@Path("/portals/{cpc}/reassign")
@Opens(Permission.DECIDE_CASES)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ReassignPage {
    private static final int WRONG = 422;
    private static final int SHOWN = 50;
    private static final int MOST = 10_000;

    /** What a proposal holds at most. */
    private static final int MOST_PROPOSED = 500;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance reassign(Frame frame, ReassignView view);

        static native TemplateInstance look(Frame frame, Outcome view, String url, String back, List<KeptChoice> kept);

        static native TemplateInstance done(Frame frame, Outcome view, String back, boolean proposed);
    }

    private final ReassignClient client;
    private final ReassignPresenter presenter;
    private final ReassignMessages messages;
    private final Formats formats;
    private final ResponsesReport report;
    private final Directory directory;
    private final Frames frames;
    private final Caller caller;

    ReassignPage(
            @RestClient ReassignClient client,
            ReassignPresenter presenter,
            ReassignMessages messages,
            Formats formats,
            ResponsesReport report,
            Directory directory,
            Frames frames,
            Caller caller) {
        this.client = client;
        this.presenter = presenter;
        this.messages = messages;
        this.formats = formats;
        this.report = report;
        this.directory = directory;
        this.frames = frames;
        this.caller = caller;
    }

    /** The form, over the responses that the report has for this address. */
    @GET
    public Response begin(@PathParam("cpc") String cpc, @BeanParam ReportNarrowing asked) {
        return form(200, cpc, query(asked), new ReassignForm(), Fault.NONE);
    }

    /** Tells what would move, and moves or proposes it once that was seen. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(@PathParam("cpc") String cpc, @BeanParam ReportNarrowing asked, @BeanParam ReassignForm form) {
        directory.require(cpc);
        ReportQuery query = query(asked);
        Fault fault = fault(cpc, form);
        if (fault.words() != null) {
            return form(WRONG, cpc, query, form, fault);
        }
        if (!form.saysWhich()) {
            return form(WRONG, cpc, query, form, new Fault(messages.sayWhich(), null, null));
        }
        List<String> ids = form.ticked() ? form.ids() : found(cpc, query);
        if (ids.isEmpty() || ids.size() > MOST) {
            String why = ids.isEmpty() ? messages.tickOne() : messages.tooMany(formats.count(MOST));
            return form(WRONG, cpc, query, form, new Fault(why, null, null));
        }
        try {
            return taken(cpc, query, form, ids);
        } catch (RefusedCall e) {
            return switch (e.status()) {
                case 403 -> throw Problem.forbidden(messages.notForYou());
                case 400, 404, 409 -> form(WRONG, cpc, query, form, new Fault(messages.notThere(), null, null));
                default -> form(503, cpc, query, form, new Fault(messages.notReached(), null, null));
            };
        } catch (ProcessingException e) {
            return form(503, cpc, query, form, new Fault(messages.notReached(), null, null));
        }
    }

    private Response taken(String cpc, ReportQuery query, ReassignForm form, List<String> ids) {
        boolean proposes = caller.answer(cpc, Permission.DECIDE_CASES, Matter.PORTAL) == Rights.Ruling.PROPOSE;
        ReassignPreview preview = client.look(new NewReassignment(cpc, ids, form.group(), form.why(), true));
        long n = preview.would();
        if (proposes && n > MOST_PROPOSED) {
            String why = messages.proposalTooLarge(formats.count(MOST_PROPOSED));
            return form(WRONG, cpc, query, form, new Fault(why, null, null));
        }
        if (!form.done() || !form.saw(n) || n == 0) {
            String notice = form.done() ? messages.changedMeanwhile() : null;
            return page(
                    200,
                    Templates.look(
                            frame(cpc),
                            presenter.would(cpc, query, form, preview, proposes, notice),
                            ReassignPresenter.address(cpc, query),
                            ReassignPresenter.address(cpc, query),
                            ReassignPresenter.kept(form, preview)));
        }
        String back = ReassignPresenter.list(cpc, query);
        if (proposes) {
            int proposed = client.propose(new NewReassignProposal(cpc, ids, form.group(), form.why()))
                    .responseIds()
                    .size();
            return page(
                    200,
                    Templates.done(frame(cpc), presenter.proposed(cpc, form.group(), preview, proposed), back, true));
        }
        int moved = client.move(new NewReassignment(cpc, ids, form.group(), form.why(), null))
                .reassigned();
        return page(200, Templates.done(frame(cpc), presenter.moved(cpc, form.group(), preview, moved), back, false));
    }

    private Fault fault(String cpc, ReassignForm form) {
        String group = directory.groups(cpc).containsKey(form.group()) ? null : messages.groupMissing();
        String reason = StatedReason.fault(form.why()) == null ? null : messages.reasonMissing(StatedReason.LONGEST);
        return group == null && reason == null ? Fault.NONE : new Fault(messages.lookAtMarked(), group, reason);
    }

    /** All that the report has; one more than can be moved where it has too many. */
    private List<String> found(String cpc, ReportQuery query) {
        return report.ids(cpc, sight(cpc), query, MOST + 1);
    }

    private Response form(int status, String cpc, ReportQuery query, ReassignForm sent, Fault fault) {
        directory.require(cpc);
        ReassignView view = presenter.form(
                cpc, query, report.page(cpc, sight(cpc), query, PageRequest.of(0, SHOWN)), MOST, sent, fault);
        return page(status, Templates.reassign(frame(cpc), view));
    }

    private Sight sight(String cpc) {
        return caller.sight(cpc, Permission.SEE_RESPONSES);
    }

    /** What of an address is understood; the report says what is not. */
    private ReportQuery query(ReportNarrowing asked) {
        ReportQuery.Reading reading = ReportQuery.read(asked.written());
        if (!reading.faults().isEmpty()) {
            throw Problem.badRequest(messages.wrongAddress(), List.of());
        }
        return reading.query();
    }

    private Frame frame(String cpc) {
        Portal portal = directory.require(cpc);
        return frames.of(cpc, portal.name(), "", Frame.Place.RESPONSES);
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }
}
