package io.amends.dashboard.preferences.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryRules.Checked;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.DirectoryRequests;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.preferences.core.EntryShape;
import io.amends.dashboard.preferences.core.PortalSetting;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.dashboard.studio.shared.FormReader;
import io.amends.kit.access.Opens;
import io.amends.kit.http.IfMatch;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a portal for people (F6). What changes much is shown once more, before and after, before it is saved. */
@Opens(Permission.SEE_DIRECTORY)
@Path("/portals/{cpc}/preferences/portal")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PortalPage {
    private static final int WRONG = 422;
    private static final int CHANGED = 412;
    private static final String TAB = "portal";

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance portal(Frame frame, String tab, PortalView view);

        static native TemplateInstance confirm(Frame frame, String tab, ConfirmView view);
    }

    private final PortalPresenter presenter;
    private final DirectoryRequests requests;
    private final Directory directory;
    private final FormReader forms;
    private final Frames frames;

    PortalPage(
            PortalPresenter presenter,
            DirectoryRequests requests,
            Directory directory,
            FormReader forms,
            Frames frames) {
        this.presenter = presenter;
        this.requests = requests;
        this.directory = directory;
        this.forms = forms;
        this.frames = frames;
    }

    /** The form, or what the settings are. */
    @GET
    public TemplateInstance settings(
            @PathParam("cpc") String cpc,
            @QueryParam("saved") @Nullable String saved,
            @QueryParam("same") @Nullable String same) {
        Portal portal = directory.require(cpc);
        return Templates.portal(frame(cpc, portal), TAB, presenter.stored(cpc, saved != null, same != null));
    }

    /** Saves the settings over the version that was seen, or asks first. */
    @Opens(Permission.CHANGE_DIRECTORY)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("cpc") String cpc, String body) {
        Portal before = directory.require(cpc);
        FormFields form = forms.read(body);
        ObjectNode sent = EntryShape.posted(EntryType.PORTAL, PortalPresenter.json(before), form);
        String tag = form.text("tag");
        Checked checked = EntryRules.check(EntryType.PORTAL, sent.deepCopy());
        if (!(checked instanceof Checked.Ok ok)) {
            List<Reason> reasons = checked instanceof Checked.Outdated outdated
                    ? outdated.reasons()
                    : ((Checked.Wrong) checked).reasons();
            return page(WRONG, cpc, before, presenter.again(cpc, sent, tag, reasons));
        }
        Portal after = (Portal) ok.entry();
        List<PortalSetting> changes =
                PortalSetting.differing(PortalPresenter.json(before), PortalPresenter.json(after));
        if (form.text("do").equals("form")) {
            return page(200, cpc, before, presenter.sent(cpc, sent, tag));
        }
        if (!presenter.isNewest(cpc, tag)) {
            return page(CHANGED, cpc, before, presenter.conflict(cpc, sent, after));
        }
        if (changes.isEmpty()) {
            return back(cpc, "same");
        }
        if (changes.stream().anyMatch(PortalSetting::wide) && !form.text("do").equals("confirmed")) {
            return Response.ok(Templates.confirm(
                            frame(cpc, before), TAB, presenter.confirm(cpc, before, after, changes, form)))
                    .build();
        }
        try {
            requests.save(EntryType.PORTAL, cpc, cpc, new IfMatch(tag), sent);
        } catch (Problem problem) {
            if (problem.status() != CHANGED) {
                throw problem;
            }
            return page(CHANGED, cpc, before, presenter.conflict(cpc, sent, after));
        }
        return back(cpc, "saved");
    }

    private Response page(int status, String cpc, Portal portal, PortalView view) {
        return Response.status(status)
                .entity(Templates.portal(frame(cpc, portal), TAB, view))
                .build();
    }

    private static Response back(String cpc, String what) {
        return Response.seeOther(URI.create("/portals/" + cpc + "/preferences/portal?" + what + "=yes"))
                .build();
    }

    private Frame frame(String cpc, Portal portal) {
        return frames.of(cpc, portal.name(), "", Frame.Place.PREFERENCES);
    }
}
