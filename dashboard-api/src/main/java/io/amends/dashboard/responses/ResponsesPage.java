package io.amends.dashboard.responses;

import io.amends.contracts.Reason;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.page.Frame;
import io.amends.dashboard.page.Frames;
import io.amends.dashboard.responses.report.ReportItem;
import io.amends.dashboard.responses.report.ReportQuery;
import io.amends.dashboard.responses.report.Sort;
import io.amends.dashboard.responses.report.Srn;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** The survey responses report as a page (F1). What cannot be shown is said on the page, with a way back. */
@Path("/portals/{cpc}/responses")
@Blocking
public class ResponsesPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance responses(Frame frame, ResponsesView view);
    }

    private final Report report;
    private final Directory directory;
    private final Frames frames;
    private final ResponsesViews views;

    ResponsesPage(Report report, Directory directory, Frames frames, ResponsesViews views) {
        this.report = report;
        this.directory = directory;
        this.frames = frames;
        this.views = views;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance responses(@PathParam("cpc") String cpc, @BeanParam ReportParameters asked) {
        Portal portal = report.require(cpc);
        Map<String, Group> groups = directory.groups(cpc);
        String headline = views.headline(report.waiting(cpc, portal));
        ReportQuery.Reading reading = ReportQuery.read(asked.written());
        if (reading instanceof ReportQuery.Reading.Wrong wrong) {
            ReportQuery plain = new ReportQuery(Srn.Y, null, null, null, null, Sort.NEWEST_FIRST);
            List<String> errors = wrong.reasons().stream().map(Reason::reason).toList();
            Page<ReportItem> none = new Page<>(List.of(), 0, 1, 0);
            return Templates.responses(
                    frames.of(cpc, portal.name(), asked.q == null ? "" : asked.q, Frame.Place.RESPONSES),
                    views.view(cpc, plain, none, headline, errors, portal, groups)
                            .asked(asked.q, asked.from, asked.to));
        }
        ReportQuery query = ((ReportQuery.Reading.Ok) reading).query();
        Page<ReportItem> page = report.page(cpc, query, PageRequest.of(asked.page(), asked.size()));
        return Templates.responses(
                frames.of(cpc, portal.name(), query.q() == null ? "" : query.q(), Frame.Place.RESPONSES),
                views.view(cpc, query, page, headline, List.of(), portal, groups));
    }
}
