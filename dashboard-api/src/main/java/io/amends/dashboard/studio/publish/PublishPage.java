package io.amends.dashboard.studio.publish;

import io.amends.contracts.StorableText;
import io.amends.contracts.api.DraftForecast;
import io.amends.contracts.api.Publication;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.client.RulesClient;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.dashboard.studio.publish.PublishView.Attempt;
import io.amends.dashboard.studio.shared.FormAnswers;
import io.amends.dashboard.studio.shared.FormReader;
import io.amends.dashboard.studio.shared.StudioAddress;
import io.amends.kit.access.Opens;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Publishing the draft (B7): what it changes and how much it would flag, then a reason. */
@Path("/portals/{cpc}/rules/publish")
@Opens(Permission.PUBLISH_RULES)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PublishPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance publish(Frame frame, PublishView view);
    }

    private final RulesService rules;
    private final RulesClient client;
    private final PublishPresenter presenter;
    private final PublishMessages messages;
    private final Directory directory;
    private final Frames frames;
    private final FormReader forms;

    PublishPage(
            RulesService rules,
            @RestClient RulesClient client,
            PublishPresenter presenter,
            PublishMessages messages,
            Directory directory,
            Frames frames,
            FormReader forms) {
        this.rules = rules;
        this.client = client;
        this.presenter = presenter;
        this.messages = messages;
        this.directory = directory;
        this.frames = frames;
        this.forms = forms;
    }

    @GET
    public TemplateInstance show(@PathParam("cpc") String cpc) {
        return page(cpc, directory.require(cpc), Attempt.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(@PathParam("cpc") String cpc, String body) {
        Portal portal = directory.require(cpc);
        FormFields fields = forms.read(body);
        String reason = fields.text("reason").strip();
        boolean confirmed = fields.has("confirm");
        DraftForecast forecast = rules.askOptional(c -> c.forecast(cpc));
        Attempt attempt = new Attempt(
                reason,
                confirmed,
                StorableText.blank(reason) ? messages.reasonMissing() : null,
                forecast != null && forecast.warns() && !confirmed ? messages.confirmMissing() : null,
                false,
                null);
        if (attempt.wrong()) {
            return wrong(cpc, portal, attempt);
        }
        try {
            String tag = RulesService.etag(fields.text("tag"));
            long version = client.publish(cpc, tag, new Publication(reason)).version();
            return FormAnswers.to(StudioAddress.done(cpc, "published", Long.toString(version)));
        } catch (RefusedCall e) {
            boolean stale = e.status() == 412;
            String why = stale ? null : RulesService.reasons(e).get(0).reason();
            return wrong(cpc, portal, new Attempt(reason, confirmed, null, null, stale, why));
        }
    }

    private Response wrong(String cpc, Portal portal, Attempt attempt) {
        return FormAnswers.again(422, page(cpc, portal, attempt));
    }

    private TemplateInstance page(String cpc, Portal portal, Attempt attempt) {
        return Templates.publish(frames.ofRules(cpc, portal), presenter.view(cpc, portal, attempt));
    }
}
