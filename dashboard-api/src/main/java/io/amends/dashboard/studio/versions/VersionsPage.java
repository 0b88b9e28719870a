package io.amends.dashboard.studio.versions;

import io.amends.contracts.StorableText;
import io.amends.contracts.api.Publication;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.RulesTag;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.core.FormFields;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The published versions (B7): the history, each version in words, and going back to one. */
@Path("/portals/{cpc}/rules/versions")
@Opens(Permission.SEE_RULES)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class VersionsPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance versions(Frame frame, VersionsView view);

        static native TemplateInstance version(Frame frame, VersionView view);
    }

    private final RulesService rules;
    private final VersionsPresenter presenter;
    private final VersionsMessages messages;
    private final Directory directory;
    private final Frames frames;
    private final FormReader forms;

    VersionsPage(
            RulesService rules,
            VersionsPresenter presenter,
            VersionsMessages messages,
            Directory directory,
            Frames frames,
            FormReader forms) {
        this.rules = rules;
        this.presenter = presenter;
        this.messages = messages;
        this.directory = directory;
        this.frames = frames;
        this.forms = forms;
    }

    @GET
    public TemplateInstance history(@PathParam("cpc") String cpc, @QueryParam("page") @Nullable Integer asked) {
        Portal portal = directory.require(cpc);
        int page = asked == null ? 0 : Math.min(100_000, Math.max(0, asked));
        return Templates.versions(frames.ofRules(cpc, portal), presenter.history(cpc, portal, page));
    }

    @GET
    @Path("/{version: [1-9][0-9]{0,8}}")
    public TemplateInstance one(@PathParam("cpc") String cpc, @PathParam("version") long version) {
        return page(cpc, version, "", null);
    }

    /** Goes back, from the version that the page showed as the newest: the old rules become the next version. */
    @Opens(Permission.PUBLISH_RULES)
    @POST
    @Path("/{version: [1-9][0-9]{0,8}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rollBack(@PathParam("cpc") String cpc, @PathParam("version") long version, String body) {
        directory.require(cpc);
        FormFields fields = forms.read(body);
        String given = fields.text("reason").strip();
        String seen = RulesService.etag(RulesTag.version(StudioAddress.versionNumber(fields.text("newest"))));
        Publication why = new Publication(StorableText.blank(given) ? messages.backTo(version) : given);
        try {
            RuleSetVersion published = rules.askFor(c -> c.rollBack(cpc, version, seen, why));
            return FormAnswers.to(StudioAddress.done(cpc, "published", Long.toString(published.version())));
        } catch (RefusedCall e) {
            return FormAnswers.again(422, page(cpc, version, given, e));
        }
    }

    private TemplateInstance page(String cpc, long version, String reason, @Nullable RefusedCall refused) {
        Portal portal = directory.require(cpc);
        return Templates.version(frames.ofRules(cpc, portal), presenter.version(cpc, portal, version, reason, refused));
    }
}
