package io.amends.dashboard.preferences.portal;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.kit.access.Opens;
import io.amends.kit.rights.Permission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The subjects of a portal's preferences, each with a line on how it stands (F6). */
@Opens(Permission.SEE_DIRECTORY)
@Path("/portals/{cpc}/preferences")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class OverviewPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance overview(Frame frame, String tab, OverviewView view);
    }

    private final OverviewPresenter presenter;
    private final Directory directory;
    private final Frames frames;

    OverviewPage(OverviewPresenter presenter, Directory directory, Frames frames) {
        this.presenter = presenter;
        this.directory = directory;
        this.frames = frames;
    }

    @GET
    public TemplateInstance overview(@PathParam("cpc") String cpc) {
        Portal portal = directory.require(cpc);
        Frame frame = frames.of(cpc, portal.name(), "", Frame.Place.PREFERENCES);
        return Templates.overview(frame, "overview", presenter.view(cpc, portal));
    }
}
