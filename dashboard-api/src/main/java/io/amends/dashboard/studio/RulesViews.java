package io.amends.dashboard.studio;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestState;
import io.amends.contracts.api.CaughtCases;
import io.amends.contracts.api.RuleChange;
import io.amends.contracts.api.RuleSetComparison.Difference;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.RulesTag;
import io.amends.contracts.api.WordedRules.WordedRule;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.RulesView.ChangeTag;
import io.amends.dashboard.studio.builder.DraftRules;
import io.amends.dashboard.studio.builder.Vocabulary;
import io.amends.language.Effects;
import io.amends.language.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers and lays out the list of rules: what decides, what waits in the draft, and what each rule caught. */
@ApplicationScoped
class RulesViews {
    static final int CAUGHT_DAYS = 30;
    private static final int PAGE = 100;
    private static final int BACKTESTS = 50;
    /** A backtest of so many days more or less, or before, still says what the usual days would have brought. */
    private static final int ABOUT = 3;

    private final Rules rules;
    private final StudioWords words;
    private final Formats say;
    private final Authors authors;
    private final Vocabularies vocabularies;
    private final UnseenWords unseen;
    private final Clock clock;

    RulesViews(
            Rules rules,
            StudioWords words,
            Formats say,
            Authors authors,
            Vocabularies vocabularies,
            UnseenWords unseen,
            Clock clock) {
        this.rules = rules;
        this.words = words;
        this.say = say;
        this.authors = authors;
        this.vocabularies = vocabularies;
        this.unseen = unseen;
        this.clock = clock;
    }

    /**
     * Where the person went on working after a change of the list.
     *
     * @param did the change, by its button
     * @param at the place of the rule, from 1
     */
    record Worked(String did, int at) {}

    /**
     * What the page was asked for.
     *
     * @param page from 0
     * @param done what the person just did, in words; null for nothing
     */
    record Asked(
            String q, int page, @Nullable String done, @Nullable Worked worked, boolean stale, List<String> errors) {}

    RulesView view(String cpc, Portal portal, Asked asked) {
        Rules.Draft draft = rules.draft(cpc);
        @Nullable RuleSetVersion newest = newest(cpc);
        List<WordedRule> inWords = rules.ask(c -> c.draftInWords(cpc)).rules();
        List<Difference> changes =
                rules.ask(c -> c.compare(cpc, "published", "draft")).changes();
        List<RulesView.Row> all =
                rows(cpc, draft.rules(), inWords, tags(changes), caught(cpc, portal, newest), asked.worked());
        List<RulesView.Row> found =
                all.stream().filter(r -> matches(r, asked.q())).toList();
        int from = Math.min(found.size(), asked.page() * PAGE);
        int to = Math.min(found.size(), from + PAGE);
        Vocabulary vocabulary = vocabularies.of(cpc, portal);
        String at = RulesAddress.list(cpc) + "?q=" + RulesAddress.encoded(asked.q()) + "&page=";
        return new RulesView(
                headline(cpc, portal, newest, draft, changes),
                changes.isEmpty() ? null : words.draftWaits(changes.size()),
                changes.stream()
                        .map(c -> new RulesView.ChangeLine(tag(c.change()), c.sentence()))
                        .toList(),
                changes.isEmpty() ? null : words.discardMeans(changes.size(), newest == null ? 0 : newest.version()),
                words.orderMeans(say.zone(portal.timeZone())),
                draft.tag(),
                asked.done(),
                asked.stale(),
                asked.errors(),
                found.subList(from, to).stream()
                        .map(r -> r.doubted(unseen.of(draft.rules(), r.number() - 1, vocabulary)))
                        .toList(),
                all.isEmpty(),
                asked.q(),
                words.rulesShown(say.count(from + 1), say.count(to), say.count(found.size())),
                from > 0 ? at + (asked.page() - 1) : null,
                to < found.size() ? at + (asked.page() + 1) : null);
    }

    @Nullable
    RuleSetVersion newest(String cpc) {
        List<RuleSetVersion> versions = rules.ask(c -> c.versions(cpc, 0, 1)).items();
        return versions.isEmpty() ? null : versions.get(0);
    }

    private String headline(
            String cpc, Portal portal, @Nullable RuleSetVersion newest, Rules.Draft draft, List<Difference> changes) {
        if (newest == null) {
            return words.nothingDecides();
        }
        int count = changes.isEmpty()
                ? draft.rules().size()
                : rules.version(cpc, newest.version()).size();
        return words.decides(
                count,
                newest.version(),
                say.at(newest.publishedAt(), portal.timeZone()),
                authors.name(newest.author()));
    }

    private Map<String, RulesView.Caught> caught(String cpc, Portal portal, @Nullable RuleSetVersion newest) {
        CaughtCases caught = rules.askOptional(c -> c.caught(cpc, CAUGHT_DAYS));
        if (caught == null) {
            return Map.of();
        }
        boolean young = caught.rules().stream().anyMatch(r -> r.since() != null);
        Map<String, Long> tested = young && newest != null ? tested(cpc, newest) : Map.of();
        return caught.rules().stream()
                .collect(Collectors.toMap(
                        CaughtCases.ByRule::name, r -> caught(r, tested.get(r.name()), portal), (a, b) -> a));
    }

    private RulesView.Caught caught(CaughtCases.ByRule rule, @Nullable Long tested, Portal portal) {
        CaughtCases.Since since = rule.since();
        if (since == null) {
            return new RulesView.Caught(say.count(rule.caught()), null, null);
        }
        return new RulesView.Caught(
                say.count(since.caught()),
                words.sincePublished(
                        say.moment(since.publishedAt(), portal.timeZone()).ago()),
                tested == null ? null : words.wouldHaveBeen(say.count(tested), CAUGHT_DAYS));
    }

    /** What the published rules matched in a backtest of about the usual days; empty where there is none. */
    private Map<String, Long> tested(String cpc, RuleSetVersion newest) {
        Set<String> tags = new HashSet<>(Arrays.asList(RulesTag.version(newest.version()), newest.draft()));
        Backtest found = rules.askOptional(c -> Rules.readable(c.backtests(cpc, BACKTESTS)).stream()
                .filter(run -> run.state() == BacktestState.DONE && run.tag() != null)
                .filter(run -> tags.contains(run.tag()) && aboutTheseDays(run))
                .findFirst()
                .map(run -> c.backtest(cpc, run.backtestId()))
                .orElse(null));
        return found == null || found.byRule() == null
                ? Map.of()
                : found.byRule().stream().collect(Collectors.toMap(Backtest.ByRule::name, Backtest.ByRule::matched));
    }

    private boolean aboutTheseDays(Backtest run) {
        long days = Duration.between(run.from(), run.to()).toDays();
        boolean recent = run.to().isAfter(clock.instant().minus(Duration.ofDays(ABOUT)));
        return recent && Math.abs(days - CAUGHT_DAYS) <= ABOUT;
    }

    private Map<String, ChangeTag> tags(List<Difference> changes) {
        Map<String, ChangeTag> tags = new HashMap<>();
        changes.forEach(
                c -> tags.merge(c.rule(), tag(c.change()), (a, b) -> a.state().isEmpty() ? b : a));
        return tags;
    }

    ChangeTag tag(RuleChange change) {
        return switch (change) {
            case ADDED -> new ChangeTag(words.added(), "done");
            case REMOVED -> new ChangeTag(words.removed(), "urgent");
            case CHANGED -> new ChangeTag(words.changed(), "due");
            case MOVED -> new ChangeTag(words.moved(), "");
        };
    }

    private List<RulesView.Row> rows(
            String cpc,
            DraftRules draft,
            List<WordedRule> inWords,
            Map<String, ChangeTag> tags,
            Map<String, RulesView.Caught> caught,
            @Nullable Worked worked) {
        List<RulesView.Row> rows = new ArrayList<>();
        for (int i = 0; i < draft.size(); i++) {
            String name = draft.name(i);
            JsonNode priority = draft.rule(i).path(Rule.THEN).path(Effects.PRIORITY);
            WordedRule said = i < inWords.size() ? inWords.get(i) : null;
            rows.add(new RulesView.Row(
                    i + 1,
                    name,
                    said == null ? "" : said.when(),
                    said == null ? "" : said.then(),
                    priority.isNumber() ? priority.asText() : "–",
                    caught.get(name),
                    tags.get(name),
                    RulesAddress.of(cpc, Integer.toString(i + 1)),
                    i == 0,
                    i == draft.size() - 1,
                    words.removeMeans(name),
                    null,
                    focus(worked, i + 1, draft.size())));
        }
        return rows;
    }

    /** The button that was used goes with its rule, so that it can be pressed again; at either end the other one. */
    private static @Nullable String focus(@Nullable Worked worked, int place, int places) {
        if (worked == null || place != Math.min(worked.at(), places)) {
            return null;
        }
        return switch (worked.did()) {
            case "up" -> place == 1 ? "down" : "up";
            case "down" -> place == places ? "up" : "down";
            default -> "rule";
        };
    }

    private static boolean matches(RulesView.Row row, String q) {
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || (row.name() + " " + row.when() + " " + row.then())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }
}
