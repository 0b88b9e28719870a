package io.amends.dashboard.preferences.beginning;

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

/** What comes next in a portal that was made: a contact, a group, a key and the first survey (F6). */
@Opens(Permission.SEE_DIRECTORY)
@Path("/portals/{cpc}/preferences/next")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class NextStepsPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance next(Frame frame, NextStepsView view);
    }

    private final BeginningPresenter presenter;
    private final Directory directory;
    private final Frames frames;

    NextStepsPage(BeginningPresenter presenter, Directory directory, Frames frames) {
        this.presenter = presenter;
        this.directory = directory;
        this.frames = frames;
    }

    @Opens(Permission.CHANGE_DIRECTORY)
    @GET
    public TemplateInstance next(@PathParam("cpc") String cpc) {
        Portal portal = directory.require(cpc);
        Frame frame = frames.of(cpc, portal.name(), "", Frame.Place.PREFERENCES);
        return Templates.next(frame, presenter.next(cpc, portal));
    }
}
