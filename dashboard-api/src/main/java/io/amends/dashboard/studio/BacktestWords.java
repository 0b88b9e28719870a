package io.amends.dashboard.studio;

import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.page.Say;
import io.amends.dashboard.page.Words;
import io.amends.dashboard.studio.RulesClient.Backtest;
import io.amends.dashboard.studio.figures.Load;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a backtest into words and lays out its page. */
@ApplicationScoped
class BacktestWords {
    private final StudioWords words;
    private final Words common;
    private final Say say;
    private final Authors authors;

    BacktestWords(StudioWords words, Words common, Say say, Authors authors) {
        this.words = words;
        this.common = common;
        this.say = say;
        this.authors = authors;
    }

    /** Where it is about, which groups it can be looked at for, and which one is. */
    record Place(String cpc, Portal portal, Map<String, Group> groups, @Nullable String group) {}

    BacktestView view(Backtest run, Place place) {
        ZoneId zone = place.portal().timeZone();
        boolean done = run.state() == Backtest.State.DONE;
        List<Load.Of> loads = loads(run);
        String group = place.group() == null || place.group().isBlank() ? null : place.group();
        Load load = Load.of(loads, group, first(run, zone), last(run, zone));
        int percent = (int) Math.floor(100 * (run.progress() == null ? 0 : run.progress()));
        return new BacktestView(
                headline(run),
                about(run, zone),
                state(run),
                RulesAddress.of(place.cpc(), "backtests/" + RulesAddress.encoded(run.backtestId())),
                run.state() == Backtest.State.QUEUED || run.state() == Backtest.State.RUNNING,
                run.state() == Backtest.State.RUNNING,
                percent,
                progress(run, percent),
                notes(run, zone),
                done,
                run.rules().equals("draft") ? words.theDraft() : run.rules(),
                groups(loads, place.groups(), group),
                done ? days(load) : List.of(),
                load.cap() == null ? null : load.cap().toString(),
                Load.overCap(loads).stream()
                        .limit(5)
                        .map(o -> words.overCap(name(o.group(), place.groups()), o.cap(), o.after(), o.before()))
                        .toList(),
                shares(run.byScore(), s -> score(s.score(), place.portal())),
                shares(run.byContactChoice(), s -> choice(s.contactChoice())),
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

    private static long count(RulesClient.@Nullable Cases cases) {
        return cases == null ? 0 : cases.count();
    }

    /** Which rules over which days, by whom. */
    String about(Backtest run, ZoneId zone) {
        String rules = run.rules().equals("draft") ? words.draft() : capital(run.rules());
        return words.backtestAbout(
                rules, say.date(first(run, zone)), say.date(last(run, zone)), authors.name(run.author()));
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
        if (run.state() == Backtest.State.QUEUED) {
            int before = run.queued() == null ? 0 : run.queued();
            return before == 0 ? words.nextInLine() : words.inLine(before);
        }
        return words.readSoFar(percent, say.count(run.read()));
    }

    private List<String> notes(Backtest run, ZoneId zone) {
        List<String> notes = new ArrayList<>();
        if (run.heldFrom() != null) {
            notes.add(words.heldFrom(say.date(LocalDate.ofInstant(run.heldFrom(), zone))));
        }
        if (run.note() != null && !run.note().isBlank()) {
            notes.add(run.note());
        }
        if (run.error() != null && !run.error().isBlank()) {
            notes.add(run.error());
        }
        if (run.state() == Backtest.State.DONE) {
            notes.add(words.judged(say.count(run.judged())));
        }
        return notes;
    }

    private static List<Load.Of> loads(Backtest run) {
        return run.byGroupAndDay() == null
                ? List.of()
                : run.byGroupAndDay().stream()
                        .map(d -> new Load.Of(
                                Objects.requireNonNullElse(d.supportGroup(), ""),
                                d.day(),
                                d.cap(),
                                d.before(),
                                d.after()))
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

    private List<BacktestView.ShareLine> shares(
            @Nullable List<RulesClient.Share> shares, java.util.function.Function<RulesClient.Share, String> label) {
        return shares == null
                ? List.of()
                : shares.stream()
                        .filter(s -> s.before() > 0 || s.after() > 0)
                        .map(s -> new BacktestView.ShareLine(
                                label.apply(s), say.count(s.before()), say.count(s.after()), change(s)))
                        .toList();
    }

    private String change(RulesClient.Share share) {
        long by = share.after() - share.before();
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
        return List.of(
                cases("gained", words.gained(count(run.gained())), words.gainedMeans(), run.gained(), place),
                cases("lost", words.lost(count(run.lost())), words.lostMeans(), run.lost(), place),
                cases("kept", words.kept(count(run.kept())), words.keptMeans(), run.kept(), place));
    }

    private BacktestView.CaseList cases(
            String id, String title, String explained, RulesClient.@Nullable Cases cases, Place place) {
        List<RulesClient.Example> examples = cases == null || cases.examples() == null ? List.of() : cases.examples();
        long more = count(cases) - examples.size();
        return new BacktestView.CaseList(
                id,
                title,
                explained,
                examples.stream().map(e -> example(e, place)).toList(),
                more > 0 ? words.moreCases(say.count(more)) : null);
    }

    private BacktestView.ExampleLine example(RulesClient.Example e, Place place) {
        return new BacktestView.ExampleLine(
                score(e.overall() == null ? null : e.overall().toPlainString(), place.portal()),
                name(e.supportGroup() == null ? "" : e.supportGroup(), place.groups()),
                say.moment(e.submittedAt(), place.portal().timeZone()),
                choice(e.contactChoice() == null ? null : e.contactChoice().name()),
                e.comment() == null || e.comment().isBlank() ? null : e.comment(),
                e.before() == null ? null : e.before().summary(),
                e.after() == null ? null : e.after().summary(),
                e.rules() == null ? List.of() : e.rules(),
                e.ticketId(),
                RulesAddress.why(place.cpc(), e.responseId()));
    }

    String score(@Nullable String score, Portal portal) {
        Measure measure = portal.measures().get(portal.overall());
        BigDecimal value = score == null ? null : new BigDecimal(score);
        return say.score(value, measure == null ? null : measure.max());
    }

    String choice(@Nullable String choice) {
        return switch (choice == null ? "" : choice) {
            case "YES" -> common.choiceYes();
            case "NO" -> common.choiceNo();
            case "UNANSWERED" -> common.choiceUnanswered();
            default -> common.choiceNotAsked();
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
