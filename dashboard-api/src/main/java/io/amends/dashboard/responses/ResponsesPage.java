package io.amends.dashboard.responses;

import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.responses.core.ReportItem;
import io.amends.dashboard.responses.core.ReportQuery;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Opens;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
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
@Opens(Permission.SEE_RESPONSES)
@Blocking
public class ResponsesPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance responses(Frame frame, ResponsesView view);
    }

    private final ResponsesReport report;
    private final Directory directory;
    private final Frames frames;
    private final ResponsesPresenter views;
    private final Caller caller;

    ResponsesPage(ResponsesReport report, Directory directory, Frames frames, ResponsesPresenter views, Caller caller) {
        this.report = report;
        this.directory = directory;
        this.frames = frames;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance responses(@PathParam("cpc") String cpc, @BeanParam ReportParameters asked) {
        Portal portal = directory.require(cpc);
        ReportQuery.Input written = asked.written();
        ReportQuery.Reading reading = ReportQuery.read(written);
        ReportQuery query = reading.query();
        Sight sight = caller.sight(cpc, Permission.SEE_RESPONSES);
        Map<String, Group> groups = directory.groups(cpc);
        // Only a group of theirs can be chosen; another one is like one that is not there.
        groups.keySet().removeIf(group -> !sight.shows(group));
        Page<ReportItem> page = reading.faults().isEmpty()
                ? report.page(cpc, sight, query, PageRequest.of(asked.page(), asked.size()))
                : new Page<>(List.of(), 0, 1, 0);
        return Templates.responses(
                frames.of(cpc, portal.name(), written.search(), Frame.Place.RESPONSES),
                views.view(
                        cpc,
                        portal,
                        groups,
                        written,
                        reading,
                        page,
                        report.waiting(cpc, sight, portal, groups, query)));
    }
}
