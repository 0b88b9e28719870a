package io.amends.dashboard.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.audit.core.AuditQuery;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.kit.access.Opens;
import io.amends.kit.page.Page;
import io.amends.kit.rights.Permission;
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

/** The audit log as a page (H4, F7). What cannot be shown is said on the page, with a way back. */
@Path("/portals/{cpc}/audit")
@Opens(Permission.SEE_AUDIT)
@Blocking
public class AuditPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance audit(Frame frame, AuditView view);
    }

    private final AuditLog log;
    private final Directory directory;
    private final Frames frames;
    private final AuditPresenter presenter;

    AuditPage(AuditLog log, Directory directory, Frames frames, AuditPresenter presenter) {
        this.log = log;
        this.directory = directory;
        this.frames = frames;
        this.presenter = presenter;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance audit(@PathParam("cpc") String cpc, @BeanParam AuditParameters asked) {
        Portal portal = directory.require(cpc);
        AuditQuery.Written written = asked.written();
        AuditQuery.Reading reading = AuditQuery.read(written);
        Page<ObjectNode> page = reading.reasons().isEmpty()
                ? log.page(cpc, reading.query(), portal.timeZone(), asked.paging())
                : new Page<>(List.of(), 0, 1, 0);
        return Templates.audit(
                frames.of(cpc, portal.name(), "", Frame.Place.AUDIT),
                presenter.view(cpc, portal.timeZone(), written, reading, page));
    }
}
