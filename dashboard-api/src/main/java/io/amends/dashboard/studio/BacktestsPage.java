package io.amends.dashboard.studio;

import io.amends.contracts.Reason;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestQuestion;
import io.amends.contracts.api.BacktestState;
import io.amends.contracts.api.RulesTag;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.builder.Fields;
import io.amends.kit.page.Page;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Backtests (B7): what rules would have done with the responses of some days; nobody is contacted by one. */
@Path("/portals/{cpc}/rules/backtests")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BacktestsPage {
    private static final int DAYS = 30;
    private static final int RUNS = 50;
    private static final int CASES = 50;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance backtests(Frame frame, Runs view);

        static native TemplateInstance backtest(Frame frame, BacktestView view);

        static native TemplateInstance cases(Frame frame, BacktestView.CasesPage view);
    }

    /** The form and the runs. */
    public record Runs(
            String from,
            String to,
            String last,
            List<BuilderView.Option> rules,
            @Nullable String fromError,
            @Nullable String toError,
            @Nullable String error,
            List<Run> runs,
            String zone,
            boolean live,
            String action) {
        public boolean wrong() {
            return fromError != null || toError != null || error != null;
        }
    }

    /** One run of the list. */
    public record Run(String url, Formats.Moment at, String about, RulesView.ChangeTag state, String result) {}

    /** What was filled in. */
    private record Asked(String from, String to, String rules, List<Reason> errors) {}

    private final Rules rules;
    private final RulesClient client;
    private final Directory directory;
    private final Frames frames;
    private final StudioWords words;
    private final BacktestWords said;
    private final UnseenWords unseen;
    private final Vocabularies vocabularies;
    private final Formats say;
    private final Clock clock;

    BacktestsPage(
            Rules rules,
            @RestClient RulesClient client,
            Directory directory,
            Frames frames,
            StudioWords words,
            BacktestWords said,
            UnseenWords unseen,
            Vocabularies vocabularies,
            Formats say,
            Clock clock) {
        this.rules = rules;
        this.client = client;
        this.directory = directory;
        this.frames = frames;
        this.words = words;
        this.said = said;
        this.unseen = unseen;
        this.vocabularies = vocabularies;
        this.say = say;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list(@PathParam("cpc") String cpc, @QueryParam("rules") @Nullable String which) {
        Portal portal = directory.require(cpc);
        LocalDate today = today(portal);
        Asked usual = new Asked(
                today.minusDays(DAYS - 1L).toString(), today.toString(), which == null ? "draft" : which, List.of());
        return page(cpc, portal, usual);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@PathParam("cpc") String cpc, String body) {
        Portal portal = directory.require(cpc);
        Fields fields = Forms.read(body);
        String which = fields.text("rules");
        List<Reason> errors = new ArrayList<>();
        LocalDate from = date(fields.text("from"), "/from", errors);
        LocalDate to = date(fields.text("to"), "/to", errors);
        if (from != null && to != null) {
            long version = Forms.number(which);
            try {
                BacktestQuestion question = new BacktestQuestion(from, to, version == 0 ? null : version);
                String id = client.backtest(cpc, rules.identity(), question).backtestId();
                return Forms.to(RulesAddress.backtest(cpc, id));
            } catch (RefusedCall e) {
                errors.addAll(Rules.reasons(e));
            }
        }
        return Forms.again(422, page(cpc, portal, new Asked(fields.text("from"), fields.text("to"), which, errors)));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(
            @PathParam("cpc") String cpc, @PathParam("id") String id, @QueryParam("group") @Nullable String group) {
        Portal portal = directory.require(cpc);
        Backtest run = rules.ask(c -> c.backtest(cpc, id));
        BacktestWords.Place place = new BacktestWords.Place(cpc, portal, directory.groups(cpc), group);
        return Templates.backtest(frame(cpc, portal), said.view(run, place, judged(cpc, portal, run)));
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
        BacktestWords.Place place = new BacktestWords.Place(cpc, portal, directory.groups(cpc), null);
        return Templates.cases(
                frame(cpc, portal),
                said.page(run, BacktestWords.Side.valueOf(side.toUpperCase(Locale.ROOT)), cases, place));
    }

    /** What the rules that were judged ask for, and whether they are still the draft's: as far as they are still there. */
    private BacktestWords.Judged judged(String cpc, Portal portal, Backtest run) {
        String tag = run.tag();
        if (run.state() != BacktestState.DONE || tag == null) {
            return BacktestWords.Judged.UNKNOWN;
        }
        Rules.Draft draft = rules.draft(cpc);
        boolean drafted = draft.tag().equals(tag);
        return new BacktestWords.Judged(
                drafted ? unseen.of(cpc, draft.rules(), vocabularies.of(cpc, portal)) : List.of(),
                !drafted && RulesTag.ofDraft(tag) && RulesTag.ofDraft(draft.tag()));
    }

    /** Cancels; one that has just finished is shown as it is. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("cpc") String cpc, @PathParam("id") String id, String body) {
        directory.require(cpc);
        if (Forms.read(body).text("do").equals("cancel")) {
            rules.askOptional(c -> {
                c.cancel(cpc, id);
                return id;
            });
        }
        return Forms.to(RulesAddress.backtest(cpc, id));
    }

    private TemplateInstance page(String cpc, Portal portal, Asked asked) {
        List<Backtest> runs = Rules.readable(rules.ask(c -> c.backtests(cpc, RUNS)));
        return Templates.backtests(
                frame(cpc, portal),
                new Runs(
                        asked.from(),
                        asked.to(),
                        today(portal).toString(),
                        rulesToChoose(cpc, asked.rules(), portal),
                        error(asked, "/from"),
                        error(asked, "/to"),
                        asked.errors().stream()
                                .filter(e -> !e.pointer().equals("/from")
                                        && !e.pointer().equals("/to"))
                                .map(Reason::reason)
                                .findFirst()
                                .orElse(null),
                        runs.stream().map(r -> run(cpc, portal, r)).toList(),
                        say.zone(portal.timeZone()),
                        runs.stream()
                                .anyMatch(r -> r.state() == BacktestState.QUEUED || r.state() == BacktestState.RUNNING),
                        RulesAddress.of(cpc, "backtests")));
    }

    private Run run(String cpc, Portal portal, Backtest run) {
        return new Run(
                RulesAddress.backtest(cpc, run.backtestId()),
                say.moment(run.requestedAt(), portal.timeZone()),
                said.about(run, portal.timeZone()),
                said.state(run),
                said.headline(run));
    }

    private List<BuilderView.Option> rulesToChoose(String cpc, String chosen, Portal portal) {
        List<BuilderView.Option> options = new ArrayList<>();
        options.add(new BuilderView.Option("draft", words.draft(), chosen.equals("draft")));
        rules.ask(c -> c.versions(cpc, 0, RUNS)).items().stream()
                .map(v -> new BuilderView.Option(
                        "" + v.version(),
                        words.versionAt(words.version(v.version()), say.at(v.publishedAt(), portal.timeZone())),
                        chosen.equals("" + v.version())))
                .forEach(options::add);
        return options;
    }

    private static @Nullable String error(Asked asked, String pointer) {
        return asked.errors().stream()
                .filter(e -> e.pointer().equals(pointer))
                .map(Reason::reason)
                .findFirst()
                .orElse(null);
    }

    private @Nullable LocalDate date(String written, String pointer, List<Reason> errors) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException e) {
            errors.add(new Reason(pointer, words.dateWanted()));
            return null;
        }
    }

    private LocalDate today(Portal portal) {
        return LocalDate.ofInstant(clock.instant(), portal.timeZone());
    }

    private Frame frame(String cpc, Portal portal) {
        return frames.of(cpc, portal.name(), "", Frame.Place.RULES);
    }
}
