package io.amends.dashboard.preferences.beginning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryRules.Checked;
import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.directory.DirectoryRequests;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.preferences.beginning.BeginningPresenter.Sent;
import io.amends.dashboard.preferences.shared.PreferencesDoor;
import io.amends.dashboard.studio.shared.FormReader;
import io.amends.kit.http.IfMatch;
import io.amends.kit.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Makes a portal that is usable in two minutes (F6). */
@Path("/portals/new")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class NewPortalPage {
    private static final int WRONG = 422;
    private static final int TAKEN = 412;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance make(Frame frame, NewPortalView view);
    }

    private final BeginningPresenter presenter;
    private final BeginningMessages messages;
    private final LayoutMessages layout;
    private final DirectoryRequests requests;
    private final PreferencesDoor door;
    private final FormReader forms;
    private final Frames frames;

    NewPortalPage(
            BeginningPresenter presenter,
            BeginningMessages messages,
            LayoutMessages layout,
            DirectoryRequests requests,
            PreferencesDoor door,
            FormReader forms,
            Frames frames) {
        this.presenter = presenter;
        this.messages = messages;
        this.layout = layout;
        this.requests = requests;
        this.door = door;
        this.forms = forms;
        this.frames = frames;
    }

    /** The form. */
    @GET
    public Response form() {
        door.requireMakesPortals(messages.notYou());
        return page(200, presenter.empty());
    }

    /** Makes the portal. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(String body) {
        door.requireMakesPortals(messages.notYou());
        Sent sent = Sent.of(forms.read(body));
        ObjectNode portal = sent.portal();
        List<Reason> reasons = new ArrayList<>();
        if (!EntryRules.isCode(sent.code())) {
            reasons.add(new Reason("/code", "is no code"));
        }
        Checked checked = EntryRules.check(EntryType.PORTAL, portal.deepCopy());
        if (checked instanceof Checked.Wrong wrong) {
            reasons.addAll(wrong.reasons());
        } else if (checked instanceof Checked.Outdated outdated) {
            reasons.addAll(outdated.reasons());
        }
        if (!reasons.isEmpty()) {
            return page(WRONG, presenter.again(sent, reasons, false));
        }
        try {
            requests.save(EntryType.PORTAL, sent.code(), sent.code(), IfMatch.none(), portal);
        } catch (Problem problem) {
            if (problem.status() != TAKEN) {
                throw problem;
            }
            return page(WRONG, presenter.again(sent, List.of(), true));
        }
        return Response.seeOther(URI.create("/portals/" + sent.code() + "/preferences/next"))
                .build();
    }

    private Response page(int status, NewPortalView view) {
        Frame frame = frames.of(null, layout.amends(), "", Frame.Place.NONE);
        return Response.status(status).entity(Templates.make(frame, view)).build();
    }
}
