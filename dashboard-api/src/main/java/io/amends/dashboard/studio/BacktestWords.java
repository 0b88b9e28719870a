package io.amends.dashboard.studio;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestState;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.links.WhyAddress;
import io.amends.dashboard.responses.ResponsesReport;
import io.amends.dashboard.studio.figures.Load;
import io.amends.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a backtest into words and lays out its page. */
@ApplicationScoped
class BacktestWords {
    private final StudioWords words;
    private final LayoutMessages common;
    private final Formats say;
    private final Authors authors;
    private final ResponsesReport report;

    BacktestWords(StudioWords words, LayoutMessages common, Formats say, Authors authors, ResponsesReport report) {
        this.words = words;
        this.common = common;
        this.say = say;
        this.authors = authors;
        this.report = report;
    }

    /** Where it is about, which groups it can be looked at for, and which one is. */
    record Place(String cpc, Portal portal, Map<String, Group> groups, @Nullable String group) {}

    /**
     * What is to be known of the rules that were judged.
     *
     * @param changed whether the draft that was judged has changed since
     */
    record Judged(List<RulesView.Doubt> doubts, boolean changed) {
        static final Judged UNKNOWN = new Judged(List.of(), false);
    }

    BacktestView view(Backtest run, Place place, Judged judged) {
        ZoneId zone = place.portal().timeZone();
        boolean done = run.state() == BacktestState.DONE;
        List<Load.Of> loads = loads(run);
        String group = place.group() == null || place.group().isBlank() ? null : place.group();
        Load load = Load.of(loads, group, first(run, zone), last(run, zone));
        int percent = (int) Math.floor(100 * run.progress());
        return new BacktestView(
                headline(run),
                words.inZone(about(run, zone), say.zone(zone)),
                state(run),
                url(run, place),
                run.state() == BacktestState.QUEUED || run.state() == BacktestState.RUNNING,
                run.state() == BacktestState.RUNNING,
                percent,
                progress(run, percent),
                notes(run, zone, judged.changed()),
                judged.doubts(),
                done,
                words.untilNow(),
                after(run),
                groups(loads, place.groups(), group),
                done ? days(load) : List.of(),
                load.cap() == null ? null : load.cap().toString(),
                Load.overCap(loads).stream()
                        .limit(5)
                        .map(o -> words.overCap(name(o.group(), place.groups()), o.cap(), o.after(), o.before()))
                        .toList(),
                scores(run, place.portal()),
                choices(run),
                rules(run),
                done ? cases(run, place) : List.of());
    }

    /** How it ended, or where it is. */
    String headline(Backtest run) {
        return switch (run.state()) {
            case QUEUED -> words.backtestQueued();
            case RUNNING -> words.backtestRunning();
            case CANCELLED -> words.backtestCancelled();
            case FAILED -> words.backtestFailed();
            case DONE -> result(run);
        };
    }

    private String result(Backtest run) {
        long gained = count(run.gained());
        long lost = count(run.lost());
        long kept = count(run.kept());
        if (run.judged() == 0) {
            return words.backtestEmpty();
        }
        if (gained == 0 && lost == 0) {
            return words.backtestSame(kept);
        }
        if (lost == 0) {
            return words.backtestMore(gained, kept);
        }
        return gained == 0 ? words.backtestFewer(lost, kept) : words.backtestBoth(gained, lost, kept);
    }

    private static long count(Backtest.@Nullable Cases cases) {
        return cases == null ? 0 : cases.count();
    }

    /** Which rules over which days, by whom. */
    String about(Backtest run, ZoneId zone) {
        String rules = run.rules().equals("draft") ? words.draft() : capital(run.rules());
        return words.backtestAbout(
                rules, say.date(first(run, zone)), say.date(last(run, zone)), authors.name(run.author()));
    }

    /** Which days it judged, and how it ended or where it is, in one line. */
    String tested(Backtest run, ZoneId zone) {
        return words.testedDraft(say.date(first(run, zone)), say.date(last(run, zone)), headline(run));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    RulesView.ChangeTag state(Backtest run) {
        return switch (run.state()) {
            case QUEUED -> new RulesView.ChangeTag(words.stateQueued(), "");
            case RUNNING -> new RulesView.ChangeTag(words.stateRunning(), "due");
            case DONE -> new RulesView.ChangeTag(words.stateDone(), "done");
            case CANCELLED -> new RulesView.ChangeTag(words.stateCancelled(), "");
            case FAILED -> new RulesView.ChangeTag(words.stateFailed(), "urgent");
        };
    }

    private String progress(Backtest run, int percent) {
        if (run.state() == BacktestState.QUEUED) {
            int before = run.queued() == null ? 0 : Math.toIntExact(run.queued());
            return before == 0 ? words.nextInLine() : words.inLine(before);
        }
        return words.readSoFar(percent, say.count(run.read()));
    }

    private String after(Backtest run) {
        return words.withRules(run.rules().equals("draft") ? words.theDraft() : run.rules());
    }

    private List<String> notes(Backtest run, ZoneId zone, boolean changed) {
        List<String> notes = new ArrayList<>();
        if (changed) {
            notes.add(words.draftChanged());
        }
        if (run.heldFrom() != null) {
            notes.add(words.heldFrom(say.date(LocalDate.ofInstant(run.heldFrom(), zone))));
        }
        if (run.note() != null && !run.note().isBlank()) {
            notes.add(run.note());
        }
        if (run.error() != null && !run.error().isBlank()) {
            notes.add(run.error());
        }
        if (run.state() == BacktestState.DONE) {
            notes.add(words.judged(say.count(run.judged())));
        }
        return notes;
    }

    private static List<Load.Of> loads(Backtest run) {
        return run.byGroupAndDay() == null
                ? List.of()
                : run.byGroupAndDay().stream()
                        .map(d -> new Load.Of(d.supportGroup(), d.day(), d.cap(), d.before(), d.after()))
                        .toList();
    }

    private List<BuilderView.Option> groups(List<Load.Of> loads, Map<String, Group> groups, @Nullable String chosen) {
        Set<String> codes = loads.stream().map(Load.Of::group).collect(Collectors.toCollection(TreeSet::new));
        List<BuilderView.Option> options = new ArrayList<>();
        options.add(new BuilderView.Option("", words.allGroups(), chosen == null));
        codes.stream()
                .filter(c -> !c.isEmpty())
                .map(c -> new BuilderView.Option(c, name(c, groups), c.equals(chosen)))
                .forEach(options::add);
        return options;
    }

    private List<BacktestView.DayLine> days(Load load) {
        Integer cap = load.cap();
        return load.days().stream()
                .map(d -> new BacktestView.DayLine(
                        d.day().toString(), say.date(d.day()), d.before(), d.after(), cap != null && d.after() > cap))
                .toList();
    }

    private List<BacktestView.ShareLine> scores(Backtest run, Portal portal) {
        return run.byScore() == null
                ? List.of()
                : run.byScore().stream()
                        .filter(s -> s.before() > 0 || s.after() > 0)
                        .map(s -> share(score(s.score(), portal), s.before(), s.after()))
                        .toList();
    }

    private List<BacktestView.ShareLine> choices(Backtest run) {
        return run.byContactChoice() == null
                ? List.of()
                : run.byContactChoice().stream()
                        .filter(c -> c.before() > 0 || c.after() > 0)
                        .map(c -> share(choice(c.contactChoice()), c.before(), c.after()))
                        .toList();
    }

    private BacktestView.ShareLine share(String label, long before, long after) {
        return new BacktestView.ShareLine(label, say.count(before), say.count(after), change(before, after));
    }

    private String change(long before, long after) {
        long by = after - before;
        return by == 0 ? words.same() : (by > 0 ? "+" : "−") + say.count(Math.abs(by));
    }

    private List<BacktestView.RuleLine> rules(Backtest run) {
        return run.byRule() == null
                ? List.of()
                : run.byRule().stream()
                        .map(r -> new BacktestView.RuleLine(r.name(), say.count(r.matched()), say.count(r.gained())))
                        .toList();
    }

    private List<BacktestView.CaseList> cases(Backtest run, Place place) {
        return Arrays.stream(Side.values())
                .map(side -> cases(run, side, side.examples(run), place))
                .toList();
    }

    /** One of the three lists of cases, by its name in addresses. */
    enum Side {
        GAINED,
        LOST,
        KEPT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How many cases it has. */
        long total(Backtest run) {
            return count(cases(run));
        }

        /** Those that come with the backtest itself. */
        List<Backtest.Example> examples(Backtest run) {
            Backtest.Cases cases = cases(run);
            return cases == null || cases.examples() == null ? List.of() : cases.examples();
        }

        private Backtest.@Nullable Cases cases(Backtest run) {
            return switch (this) {
                case GAINED -> run.gained();
                case LOST -> run.lost();
                case KEPT -> run.kept();
            };
        }
    }

    /**
     * A page of one side's cases.
     *
     * @param page those that are kept, of that page; of an old backtest none but its examples
     */
    BacktestView.CasesPage page(Backtest run, Side side, Page<Backtest.Example> page, Place place) {
        boolean older = page.total() == 0;
        List<Backtest.Example> shown = older ? side.examples(run) : page.items();
        long kept = older ? shown.size() : page.total();
        long from = (long) page.page() * page.size();
        String here = url(run, place) + "/" + side.word() + "?page=";
        return new BacktestView.CasesPage(
                words.inZone(
                        about(run, place.portal().timeZone()),
                        say.zone(place.portal().timeZone())),
                url(run, place),
                cases(run, side, shown, place),
                words.untilNow(),
                after(run),
                kept == side.total(run)
                        ? words.allCases(say.count(kept))
                        : words.keptCases(say.count(kept), say.count(side.total(run))),
                words.rulesShown(
                        say.count(shown.isEmpty() ? 0 : from + 1), say.count(from + shown.size()), say.count(kept)),
                page.page() > 0 ? here + (page.page() - 1) : null,
                from + shown.size() < kept ? here + (page.page() + 1) : null);
    }

    private BacktestView.CaseList cases(Backtest run, Side side, List<Backtest.Example> examples, Place place) {
        long total = side.total(run);
        Map<String, String> customers = report.customers(
                place.cpc(), examples.stream().map(Backtest.Example::responseId).toList());
        return new BacktestView.CaseList(
                side.word(),
                switch (side) {
                    case GAINED -> words.gained(total);
                    case LOST -> words.lost(total);
                    case KEPT -> words.kept(total);
                },
                switch (side) {
                    case GAINED -> words.gainedMeans();
                    case LOST -> words.lostMeans();
                    case KEPT -> words.keptMeans();
                },
                examples.stream()
                        .map(e -> example(e, customers.get(e.responseId()), place))
                        .toList(),
                total > examples.size() ? words.moreCases(say.count(total - examples.size())) : null,
                url(run, place) + "/" + side.word());
    }

    private static String url(Backtest run, Place place) {
        return RulesAddress.backtest(place.cpc(), run.backtestId());
    }

    private BacktestView.ExampleLine example(Backtest.Example e, @Nullable String customer, Place place) {
        return new BacktestView.ExampleLine(
                customer == null ? common.nameless() : customer,
                score(e.overall() == null ? null : e.overall().toPlainString(), place.portal()),
                name(e.supportGroup(), place.groups()),
                say.moment(e.submittedAt(), place.portal().timeZone()),
                choice(e.contactChoice()),
                e.comment() == null || e.comment().isBlank() ? null : e.comment(),
                e.before().summary(),
                e.after().summary(),
                e.rules(),
                e.ticketId(),
                WhyAddress.of(place.cpc(), e.responseId()));
    }

    String score(@Nullable String score, Portal portal) {
        Measure measure = portal.measures().get(portal.overall());
        BigDecimal value = score == null ? null : new BigDecimal(score);
        return say.score(value, measure == null ? null : measure.max());
    }

    String choice(ContactChoice choice) {
        return switch (choice) {
            case YES -> common.choiceYes();
            case NO -> common.choiceNo();
            case UNANSWERED -> common.choiceUnanswered();
            case NOT_ASKED -> common.choiceNotAsked();
        };
    }

    private static String name(String code, Map<String, Group> groups) {
        Group group = groups.get(code);
        return group == null ? code : group.name();
    }

    private static LocalDate first(Backtest run, ZoneId zone) {
        return LocalDate.ofInstant(run.from(), zone);
    }

    /** The end is excluded, so a period to midnight ends on the day before. */
    private static LocalDate last(Backtest run, ZoneId zone) {
        Instant end = run.to().isAfter(run.from()) ? run.to().minusMillis(1) : run.to();
        return LocalDate.ofInstant(end, zone);
    }
}
