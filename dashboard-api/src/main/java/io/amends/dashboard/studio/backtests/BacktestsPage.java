package io.amends.dashboard.studio.backtests;

import io.amends.contracts.Reason;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestQuestion;
import io.amends.contracts.api.BacktestState;
import io.amends.contracts.api.RulesTag;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.backtests.BacktestPresenter.JudgedRules;
import io.amends.dashboard.studio.backtests.BacktestsPresenter.BacktestInput;
import io.amends.dashboard.studio.client.RulesClient;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.dashboard.studio.shared.FormAnswers;
import io.amends.dashboard.studio.shared.FormReader;
import io.amends.dashboard.studio.shared.StudioAddress;
import io.amends.dashboard.studio.shared.UnknownValueSentences;
import io.amends.dashboard.studio.shared.Vocabularies;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Opens;
import io.amends.kit.page.Page;
import io.amends.kit.rights.Matter;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Backtests (B7): what rules would have done with the responses of some days; nobody is contacted by one. */
@Path("/portals/{cpc}/rules/backtests")
@Opens(Permission.SEE_RULES)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BacktestsPage {
    private static final int CASES = 50;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance backtests(Frame frame, BacktestsView view);

        static native TemplateInstance backtest(Frame frame, BacktestView view);

        static native TemplateInstance cases(Frame frame, CasesView view);
    }

    private final RulesService rules;
    private final RulesClient client;
    private final BacktestsPresenter lists;
    private final BacktestPresenter presenter;
    private final BacktestPageMessages messages;
    private final UnknownValueSentences warnings;
    private final Vocabularies vocabularies;
    private final Directory directory;
    private final Frames frames;
    private final FormReader forms;
    private final Caller caller;

    BacktestsPage(
            RulesService rules,
            @RestClient RulesClient client,
            BacktestsPresenter lists,
            BacktestPresenter presenter,
            BacktestPageMessages messages,
            UnknownValueSentences warnings,
            Vocabularies vocabularies,
            Directory directory,
            Frames frames,
            FormReader forms,
            Caller caller) {
        this.rules = rules;
        this.client = client;
        this.lists = lists;
        this.presenter = presenter;
        this.messages = messages;
        this.warnings = warnings;
        this.vocabularies = vocabularies;
        this.directory = directory;
        this.frames = frames;
        this.forms = forms;
        this.caller = caller;
    }

    @GET
    public TemplateInstance list(@PathParam("cpc") String cpc, @QueryParam("rules") @Nullable String which) {
        Portal portal = directory.require(cpc);
        return page(cpc, portal, lists.usual(portal, which));
    }

    @Opens(Permission.DRAFT_RULES)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@PathParam("cpc") String cpc, String body) {
        Portal portal = directory.require(cpc);
        FormFields fields = forms.read(body);
        String which = fields.text("rules");
        List<Reason> errors = new ArrayList<>();
        LocalDate from = date(fields.text("from"), BacktestInput.FROM, errors);
        LocalDate to = date(fields.text("to"), BacktestInput.TO, errors);
        if (from != null && to != null) {
            long version = StudioAddress.versionNumber(which);
            try {
                BacktestQuestion question = new BacktestQuestion(from, to, version == 0 ? null : version);
                String id = client.backtest(cpc, question).backtestId();
                return FormAnswers.to(StudioAddress.backtest(cpc, id));
            } catch (RefusedCall e) {
                errors.addAll(RulesService.reasons(e));
            }
        }
        return FormAnswers.again(
                422, page(cpc, portal, new BacktestInput(fields.text("from"), fields.text("to"), which, errors)));
    }

    private @Nullable LocalDate date(String written, String pointer, List<Reason> errors) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException e) {
            errors.add(new Reason(pointer, messages.dateWanted()));
            return null;
        }
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(
            @PathParam("cpc") String cpc, @PathParam("id") String id, @QueryParam("group") @Nullable String group) {
        Portal portal = directory.require(cpc);
        Backtest run = rules.ask(c -> c.backtest(cpc, id));
        return Templates.backtest(
                frames.ofRules(cpc, portal),
                presenter.backtest(run, place(cpc, portal), group, judged(cpc, portal, run)));
    }

    /** The cases of one side, as many as are kept. */
    @GET
    @Path("/{id}/{side: gained|lost|kept}")
    public TemplateInstance cases(
            @PathParam("cpc") String cpc,
            @PathParam("id") String id,
            @PathParam("side") String side,
            @QueryParam("page") @Nullable Integer asked) {
        Portal portal = directory.require(cpc);
        int page = asked == null ? 0 : Math.min(1_000, Math.max(0, asked));
        Backtest run = rules.ask(c -> c.backtest(cpc, id));
        Page<Backtest.Example> cases = rules.ask(c -> c.cases(cpc, id, side, page, CASES));
        return Templates.cases(
                frames.ofRules(cpc, portal), presenter.cases(run, CaseSide.of(side), cases, place(cpc, portal)));
    }

    private CaseListPresenter.Place place(String cpc, Portal portal) {
        return new CaseListPresenter.Place(cpc, portal, directory.groups(cpc));
    }

    /** What the rules that were judged ask for, and whether they are still the draft's: as far as they are still there. */
    private JudgedRules judged(String cpc, Portal portal, Backtest run) {
        String tag = run.tag();
        if (run.state() != BacktestState.DONE || tag == null) {
            return JudgedRules.UNKNOWN;
        }
        RulesService.Draft draft = rules.draft(cpc);
        boolean drafted = draft.tag().equals(tag);
        // Each warning leads to the rule in the builder.
        boolean drafts = caller.may(cpc, Permission.DRAFT_RULES, Matter.PORTAL);
        return new JudgedRules(
                drafted && drafts ? warnings.of(cpc, draft.rules(), vocabularies.of(cpc, portal)) : List.of(),
                !drafted && RulesTag.ofDraft(tag) && RulesTag.ofDraft(draft.tag()));
    }

    /** Cancels; one that has just finished is shown as it is. */
    @Opens(Permission.DRAFT_RULES)
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("cpc") String cpc, @PathParam("id") String id, String body) {
        directory.require(cpc);
        if (forms.read(body).text("do").equals("cancel")) {
            rules.askOptional(c -> {
                c.cancel(cpc, id);
                return id;
            });
        }
        return FormAnswers.to(StudioAddress.backtest(cpc, id));
    }

    private TemplateInstance page(String cpc, Portal portal, BacktestInput question) {
        return Templates.backtests(frames.ofRules(cpc, portal), lists.view(cpc, portal, question));
    }
}
