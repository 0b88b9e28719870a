package io.amends.dashboard.studio.builder;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.builder.BuilderPresenter.EditedRule;
import io.amends.dashboard.studio.builder.BuilderPresenter.Outcome;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.client.RulesService.SaveResult;
import io.amends.dashboard.studio.core.ClauseForm;
import io.amends.dashboard.studio.core.DraftRules;
import io.amends.dashboard.studio.core.FormCommand;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.dashboard.studio.core.RuleErrors;
import io.amends.dashboard.studio.core.RuleFields;
import io.amends.dashboard.studio.core.RuleForm;
import io.amends.dashboard.studio.core.UnknownValue;
import io.amends.dashboard.studio.core.Vocabulary;
import io.amends.dashboard.studio.shared.FormAnswers;
import io.amends.dashboard.studio.shared.FormReader;
import io.amends.dashboard.studio.shared.StudioAddress;
import io.amends.dashboard.studio.shared.Vocabularies;
import io.amends.kit.access.Opens;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
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
@Opens(Permission.DRAFT_RULES)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BuilderPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance builder(Frame frame, BuilderView view);
    }

    private final RulesService rules;
    private final Directory directory;
    private final Frames frames;
    private final FormReader forms;
    private final Vocabularies vocabularies;
    private final BuilderPresenter presenter;
    private final BuilderMessages messages;

    BuilderPage(
            RulesService rules,
            Directory directory,
            Frames frames,
            FormReader forms,
            Vocabularies vocabularies,
            BuilderPresenter presenter,
            BuilderMessages messages) {
        this.rules = rules;
        this.directory = directory;
        this.frames = frames;
        this.forms = forms;
        this.vocabularies = vocabularies;
        this.presenter = presenter;
        this.messages = messages;
    }

    @GET
    @Path("/new")
    public TemplateInstance fresh(@PathParam("cpc") String cpc) {
        Place place = new Place(cpc, directory.require(cpc), StudioAddress.of(cpc, "new"));
        return page(place, new EditedRule(place.action(), rules.draft(cpc), "", RuleForm.fresh()), Outcome.NONE);
    }

    @GET
    @Path("/{number: [0-9]{1,5}}")
    public TemplateInstance edit(@PathParam("cpc") String cpc, @PathParam("number") int number) {
        Place place = new Place(cpc, directory.require(cpc), StudioAddress.rule(cpc, number - 1));
        RulesService.Draft draft = rules.draft(cpc);
        DraftRules all = draft.rules();
        if (!all.has(number - 1)) {
            throw Problem.notFound(messages.noSuchRule(number));
        }
        Rule rule = all.read(number - 1)
                .orElseThrow(() -> Problem.of(409, "Not to be shown", messages.unknownCondition(number)));
        return page(
                place, new EditedRule(place.action(), draft, all.name(number - 1), RuleForm.of(rule)), Outcome.NONE);
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response commandOfFresh(@PathParam("cpc") String cpc, String body) {
        return command(cpc, "new", body);
    }

    @POST
    @Path("/{number: [0-9]{1,5}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response command(@PathParam("cpc") String cpc, @PathParam("number") String number, String body) {
        Portal portal = directory.require(cpc);
        FormFields fields = forms.read(body);
        FormCommand command = FormCommand.of(fields.first("do"));
        RuleForm posted = RuleFields.read(fields, portal.overall());
        Place place = new Place(cpc, portal, StudioAddress.of(cpc, number));
        if (command.action() == FormCommand.Action.SAVE) {
            return save(place, fields.text("was"), fields.text("tag"), posted);
        }
        RuleForm changed = changed(command, posted, place);
        RulesService.Draft draft = new RulesService.Draft(rules.draft(cpc).rules(), fields.text("tag"));
        String landsAt =
                command.action() == FormCommand.Action.SHOW ? null : command.landsAt(posted.when(), changed.when());
        return FormAnswers.again(
                200,
                page(
                        place,
                        new EditedRule(place.action(), draft, fields.text("was"), changed),
                        new Outcome(RuleErrors.NONE, false, landsAt)));
    }

    private RuleForm changed(FormCommand command, RuleForm posted, Place place) {
        Vocabulary vocabulary = vocabularies.of(place.cpc(), place.portal());
        ClauseForm when = command.appliedTo(posted.when(), place.portal().overall());
        return posted.when(
                switch (command.action()) {
                    case SHOW -> vocabulary.fitted(when);
                    case USE -> when.with(command.path(), clause -> UnknownValue.mended(clause, vocabulary));
                    default -> when;
                });
    }

    private Response save(Place place, String was, String tag, RuleForm rule) {
        RulesService.Draft draft = rules.draft(place.cpc());
        int index = was.isEmpty() ? -1 : draft.rules().named(was);
        int at = index < 0 ? draft.rules().size() : index;
        // A rule that the draft does not hold is not saved as a new one.
        boolean there = was.isEmpty() == place.action().endsWith("/new") && (was.isEmpty() || index >= 0);
        SaveResult saved = there && draft.tag().equals(tag)
                ? rules.save(place.cpc(), draft.rules().put(index, rule.json()).json(), tag)
                : new SaveResult.EditConflict();
        if (saved instanceof SaveResult.Success) {
            return FormAnswers.to(StudioAddress.done(
                    place.cpc(), "saved", rule.json().path(Rule.NAME).asText(), 1 + at));
        }
        RuleErrors errors =
                saved instanceof SaveResult.Invalid invalid ? RuleErrors.of(invalid.errors(), at) : RuleErrors.NONE;
        return FormAnswers.again(
                422,
                page(
                        place,
                        new EditedRule(place.action(), draft, was, rule),
                        new Outcome(errors, saved instanceof SaveResult.EditConflict, null)));
    }

    private TemplateInstance page(Place place, EditedRule rule, Outcome outcome) {
        return Templates.builder(
                frames.ofRules(place.cpc(), place.portal()),
                presenter.view(rule, vocabularies.of(place.cpc(), place.portal()), outcome));
    }

    /** Which rule of which portal a page is about, by its own address. */
    private record Place(String cpc, Portal portal, String action) {}
}
