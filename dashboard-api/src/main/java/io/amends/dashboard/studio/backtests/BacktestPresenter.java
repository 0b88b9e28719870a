package io.amends.dashboard.studio.backtests;

import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestState;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.backtests.CaseListPresenter.Place;
import io.amends.dashboard.studio.core.DailyCases;
import io.amends.dashboard.studio.shared.AnswerSentences;
import io.amends.dashboard.studio.shared.Option;
import io.amends.dashboard.studio.shared.Pager;
import io.amends.dashboard.studio.shared.RuleWarning;
import io.amends.dashboard.studio.shared.StudioMessages;
import io.amends.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the views of one backtest and of its cases. */
@ApplicationScoped
class BacktestPresenter {
    private static final int MOST_OVER_CAP = 5;

    private final BacktestPageMessages messages;
    private final StudioMessages studio;
    private final BacktestSentences sentences;
    private final CaseListPresenter cases;
    private final AnswerSentences answers;
    private final Formats formats;

    BacktestPresenter(
            BacktestPageMessages messages,
            StudioMessages studio,
            BacktestSentences sentences,
            CaseListPresenter cases,
            AnswerSentences answers,
            Formats formats) {
        this.messages = messages;
        this.studio = studio;
        this.sentences = sentences;
        this.cases = cases;
        this.answers = answers;
        this.formats = formats;
    }

    /**
     * What is to be known of the rules that were judged.
     *
     * @param changed whether the draft that was judged has changed since
     */
    record JudgedRules(List<RuleWarning> warnings, boolean changed) {
        static final JudgedRules UNKNOWN = new JudgedRules(List.of(), false);
    }

    /** @param group the group whose days are shown; null or blank for all of them */
    BacktestView backtest(Backtest run, Place place, @Nullable String group, JudgedRules judged) {
        ZoneId zone = place.portal().timeZone();
        int percent = (int) Math.floor(100 * run.progress());
        boolean running = run.state() == BacktestState.RUNNING;
        return new BacktestView(
                sentences.headline(run),
                sentences.aboutInZone(run, zone),
                sentences.state(run),
                place.url(run),
                new BacktestView.Progress(
                        running || run.state() == BacktestState.QUEUED,
                        running,
                        percent,
                        sentences.progress(run, percent)),
                sentences.notes(run, zone, judged.changed()),
                judged.warnings(),
                run.state() == BacktestState.DONE
                        ? result(run, place, group == null || group.isBlank() ? null : group)
                        : null);
    }

    private BacktestView.Result result(Backtest run, Place place, @Nullable String group) {
        return new BacktestView.Result(
                sentences.columns(run),
                load(run, place, group),
                scores(run, place.portal()),
                choices(run),
                rules(run),
                Arrays.stream(CaseSide.values())
                        .map(side -> cases.list(run, side, side.examples(run), place))
                        .toList());
    }

    private BacktestView.DailyLoad load(Backtest run, Place place, @Nullable String group) {
        ZoneId zone = place.portal().timeZone();
        List<Backtest.Load> found = run.byGroupAndDay() == null ? List.of() : run.byGroupAndDay();
        DailyCases daily = DailyCases.of(
                found, group, BacktestSentences.firstDay(run, zone), BacktestSentences.lastDay(run, zone));
        Integer cap = daily.cap();
        return new BacktestView.DailyLoad(
                groups(found, place, group),
                daily.days().stream()
                        .map(d -> new BacktestView.DayLine(
                                d.day().toString(),
                                formats.date(d.day()),
                                d.before(),
                                d.after(),
                                cap != null && d.after() > cap))
                        .toList(),
                cap == null ? null : cap.toString(),
                DailyCases.overCap(found).stream()
                        .limit(MOST_OVER_CAP)
                        .map(o -> messages.overCap(place.groupName(o.group()), o.cap(), o.after(), o.before()))
                        .toList());
    }

    private List<Option> groups(List<Backtest.Load> found, Place place, @Nullable String chosen) {
        Set<String> codes =
                found.stream().map(Backtest.Load::supportGroup).collect(Collectors.toCollection(TreeSet::new));
        List<Option> options = new ArrayList<>();
        options.add(new Option("", messages.allGroups(), chosen == null));
        codes.stream()
                .filter(c -> !c.isEmpty())
                .map(c -> new Option(c, place.groupName(c), c.equals(chosen)))
                .forEach(options::add);
        return options;
    }

    private List<BacktestView.ShareLine> scores(Backtest run, Portal portal) {
        return run.byScore() == null
                ? List.of()
                : run.byScore().stream()
                        .filter(s -> s.before() > 0 || s.after() > 0)
                        .map(s -> share(answers.score(number(s.score()), portal), s.before(), s.after()))
                        .toList();
    }

    private static @Nullable BigDecimal number(@Nullable String score) {
        return score == null ? null : new BigDecimal(score);
    }

    private List<BacktestView.ShareLine> choices(Backtest run) {
        return run.byContactChoice() == null
                ? List.of()
                : run.byContactChoice().stream()
                        .filter(c -> c.before() > 0 || c.after() > 0)
                        .map(c -> share(answers.choice(c.contactChoice()), c.before(), c.after()))
                        .toList();
    }

    private BacktestView.ShareLine share(String label, long before, long after) {
        return new BacktestView.ShareLine(label, formats.count(before), formats.count(after), change(before, after));
    }

    private String change(long before, long after) {
        long by = after - before;
        return by == 0 ? messages.same() : (by > 0 ? "+" : "−") + formats.count(Math.abs(by));
    }

    private List<BacktestView.RuleLine> rules(Backtest run) {
        return run.byRule() == null
                ? List.of()
                : run.byRule().stream()
                        .map(r -> new BacktestView.RuleLine(
                                r.name(), formats.count(r.matched()), formats.count(r.gained())))
                        .toList();
    }

    /**
     * A page of one side's cases.
     *
     * @param page those that are kept, of that page; of an old backtest none but its examples
     */
    CasesView cases(Backtest run, CaseSide side, Page<Backtest.Example> page, Place place) {
        boolean older = page.total() == 0;
        List<Backtest.Example> shown = older ? side.examples(run) : page.items();
        long kept = older ? shown.size() : page.total();
        long from = (long) page.page() * page.size();
        String here = place.url(run) + "/" + side.word() + "?page=";
        return new CasesView(
                sentences.aboutInZone(run, place.portal().timeZone()),
                place.url(run),
                cases.list(run, side, shown, place),
                sentences.columns(run),
                kept == side.total(run)
                        ? messages.allCases(formats.count(kept))
                        : messages.keptCases(formats.count(kept), formats.count(side.total(run))),
                new Pager(
                        studio.entriesShown(
                                formats.count(shown.isEmpty() ? 0 : from + 1),
                                formats.count(from + shown.size()),
                                formats.count(kept)),
                        page.page() > 0 ? here + (page.page() - 1) : null,
                        from + shown.size() < kept ? here + (page.page() + 1) : null));
    }
}
