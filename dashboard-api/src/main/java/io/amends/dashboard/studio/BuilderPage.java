package io.amends.dashboard.studio;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.builder.ClauseForm;
import io.amends.dashboard.studio.builder.DraftRules;
import io.amends.dashboard.studio.builder.Fields;
import io.amends.dashboard.studio.builder.RuleErrors;
import io.amends.dashboard.studio.builder.RuleFields;
import io.amends.dashboard.studio.builder.RuleForm;
import io.amends.dashboard.studio.builder.Step;
import io.amends.dashboard.studio.builder.Unseen;
import io.amends.dashboard.studio.builder.Vocabulary;
import io.amends.kit.problem.Problem;
import io.amends.language.Rule;
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

/** The builder of one rule (F5). Each button posts the whole form; only saving changes the draft. */
@Path("/portals/{cpc}/rules")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BuilderPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance builder(Frame frame, BuilderView view);
    }

    private final Rules rules;
    private final Directory directory;
    private final Frames frames;
    private final Vocabularies vocabularies;
    private final BuilderViews views;

    BuilderPage(Rules rules, Directory directory, Frames frames, Vocabularies vocabularies, BuilderViews views) {
        this.rules = rules;
        this.directory = directory;
        this.frames = frames;
        this.vocabularies = vocabularies;
        this.views = views;
    }

    @GET
    @Path("/new")
    public TemplateInstance fresh(@PathParam("cpc") String cpc) {
        Portal portal = directory.require(cpc);
        return page(new Shown(cpc, portal, RulesAddress.of(cpc, "new")), rules.draft(cpc), "", RuleForm.fresh());
    }

    @GET
    @Path("/{number: [0-9]{1,5}}")
    public TemplateInstance edit(@PathParam("cpc") String cpc, @PathParam("number") int number) {
        Portal portal = directory.require(cpc);
        Rules.Draft draft = rules.draft(cpc);
        DraftRules all = draft.rules();
        if (!all.has(number - 1)) {
            throw Problem.notFound("There is no rule " + number + " in the draft. It may have been removed.");
        }
        Shown shown = new Shown(cpc, portal, RulesAddress.of(cpc, Integer.toString(number)));
        Rule rule = all.read(number - 1)
                .orElseThrow(() -> Problem.of(
                        409,
                        "Not to be shown",
                        "Rule " + number + " has a condition that this builder does not know. Edit it as JSON."));
        return page(shown, draft, all.name(number - 1), RuleForm.of(rule));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stepOfFresh(@PathParam("cpc") String cpc, String body) {
        return step(cpc, "new", body);
    }

    @POST
    @Path("/{number: [0-9]{1,5}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response step(@PathParam("cpc") String cpc, @PathParam("number") String number, String body) {
        Portal portal = directory.require(cpc);
        Fields fields = Forms.read(body);
        Step step = Step.of(fields.first("do"));
        RuleForm posted = RuleFields.read(fields, portal.overall());
        Shown shown = new Shown(cpc, portal, RulesAddress.of(cpc, number));
        if (step.action() == Step.Action.SAVE) {
            return save(shown, fields.text("was"), fields.text("tag"), posted);
        }
        Vocabulary vocabulary = vocabularies.of(cpc, portal);
        ClauseForm when = step.taken(posted.when(), portal.overall());
        RuleForm taken = posted.when(
                switch (step.action()) {
                    case SHOW -> vocabulary.fitted(when);
                    case USE -> when.with(step.path(), clause -> Unseen.mended(clause, vocabulary));
                    default -> when;
                });
        Rules.Draft draft = new Rules.Draft(rules.draft(cpc).rules(), fields.text("tag"));
        return Forms.again(
                200,
                Templates.builder(
                        frame(shown),
                        views.view(
                                shown.action(),
                                draft,
                                fields.text("was"),
                                taken,
                                vocabulary,
                                RuleErrors.NONE,
                                false,
                                step.action() == Step.Action.SHOW ? null : step.landsAt(posted.when(), taken.when()))));
    }

    private Response save(Shown shown, String was, String tag, RuleForm rule) {
        Rules.Draft draft = rules.draft(shown.cpc());
        int index = was.isEmpty() ? -1 : draft.rules().named(was);
        // A rule that the draft does not hold is not saved as a new one.
        boolean there = was.isEmpty() == shown.action().endsWith("/new") && (was.isEmpty() || index >= 0);
        Rules.Saved saved = there && draft.tag().equals(tag)
                ? rules.save(shown.cpc(), draft.rules().put(index, rule.json()).json(), tag)
                : new Rules.Saved.Stale();
        if (saved instanceof Rules.Saved.Done) {
            return Forms.to(RulesAddress.done(
                    shown.cpc(),
                    "saved",
                    rule.json().path(Rule.NAME).asText(),
                    1 + (index < 0 ? draft.rules().size() : index)));
        }
        RuleErrors errors = saved instanceof Rules.Saved.Wrong wrong
                ? RuleErrors.of(wrong.errors(), index < 0 ? draft.rules().size() : index)
                : RuleErrors.NONE;
        boolean stale = saved instanceof Rules.Saved.Stale;
        Vocabulary vocabulary = vocabularies.of(shown.cpc(), shown.portal());
        return Forms.again(
                422,
                Templates.builder(
                        frame(shown), views.view(shown.action(), draft, was, rule, vocabulary, errors, stale, null)));
    }

    private TemplateInstance page(Shown shown, Rules.Draft draft, String was, RuleForm rule) {
        Vocabulary vocabulary = vocabularies.of(shown.cpc(), shown.portal());
        return Templates.builder(
                frame(shown), views.view(shown.action(), draft, was, rule, vocabulary, RuleErrors.NONE, false, null));
    }

    private Frame frame(Shown shown) {
        return frames.of(shown.cpc(), shown.portal().name(), "", Frame.Place.RULES);
    }

    /** Which rule of which portal a page is about, by its own address. */
    private record Shown(String cpc, Portal portal, String action) {}
}
