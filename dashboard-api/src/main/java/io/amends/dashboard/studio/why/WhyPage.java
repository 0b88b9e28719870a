package io.amends.dashboard.studio.why;

import io.amends.contracts.api.ExplainedDecision;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.core.DraftRules;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Opens;
import io.amends.kit.problem.AddressedId;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Why a response was flagged, or why not (B6): the decision, and for who may see the rules each of them with each of its
 * conditions.
 */
@Path("/portals/{cpc}/responses")
@Opens(Permission.SEE_RESPONSES)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class WhyPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance why(Frame frame, WhyView view);
    }

    private final RulesService rules;
    private final WhyPresenter presenter;
    private final Directory directory;
    private final Frames frames;
    private final Caller caller;

    WhyPage(RulesService rules, WhyPresenter presenter, Directory directory, Frames frames, Caller caller) {
        this.rules = rules;
        this.presenter = presenter;
        this.directory = directory;
        this.frames = frames;
        this.caller = caller;
    }

    /** Where the page of an id that a path can carry is known to be. */
    @GET
    @Path("/{responseId}/why")
    public TemplateInstance why(
            @PathParam("cpc") String cpc,
            @PathParam("responseId") String responseId,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("all") @Nullable String all) {
        return whyAny(cpc, responseId, rule, all);
    }

    /** The page of any id; with a rule, also what would make that rule match. */
    @GET
    @Path("/why")
    public TemplateInstance whyAny(
            @PathParam("cpc") String cpc,
            @QueryParam("responseId") @Nullable String asked,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("all") @Nullable String all) {
        String responseId = AddressedId.of(asked, "responseId");
        Portal portal = directory.require(cpc);
        ExplainedDecision explained = rules.ask(c -> c.explain(cpc, responseId, null));
        boolean rulesSeen = caller.may(cpc, Permission.SEE_RULES, Matter.PORTAL);
        ExplainedDecision oneRule = rule == null || rule.isBlank() || !rulesSeen
                ? null
                : rules.askOptional(c -> c.explain(cpc, responseId, rule));
        long version = explained.decision().ruleSetVersion();
        DraftRules deciding = version == 0 || !rulesSeen ? DraftRules.NONE : rules.version(cpc, version);
        return Templates.why(
                frames.of(cpc, portal.name(), "", Frame.Place.RESPONSES),
                presenter.view(
                        cpc,
                        portal,
                        new WhyPresenter.WhyRequest(
                                explained,
                                rulesSeen ? deciding : null,
                                new WhyPresenter.RuleQuestion(rule, oneRule),
                                all != null)));
    }
}
