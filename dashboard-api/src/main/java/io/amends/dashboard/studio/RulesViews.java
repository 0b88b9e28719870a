package io.amends.dashboard.studio;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.page.Say;
import io.amends.dashboard.studio.RulesView.ChangeTag;
import io.amends.dashboard.studio.builder.DraftRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers and lays out the list of rules: what decides, what waits in the draft, and what each rule caught. */
@ApplicationScoped
class RulesViews {
    static final int CAUGHT_DAYS = 30;
    private static final int PAGE = 100;

    private final Rules rules;
    private final StudioWords words;
    private final Say say;
    private final Authors authors;

    RulesViews(Rules rules, StudioWords words, Say say, Authors authors) {
        this.rules = rules;
        this.words = words;
        this.say = say;
        this.authors = authors;
    }

    /**
     * What the page was asked for.
     *
     * @param page from 0
     * @param done what the person just did, in words; null for nothing
     */
    record Asked(String q, int page, @Nullable String done, boolean stale, List<String> errors) {}

    RulesView view(String cpc, Portal portal, Asked asked) {
        Rules.Draft draft = rules.draft(cpc);
        RulesClient.@Nullable Version newest = newest(cpc);
        List<RulesClient.WordedRule> inWords =
                rules.ask(c -> c.draftInWords(cpc)).rules();
        List<RulesClient.Change> changes =
                rules.ask(c -> c.compare(cpc, "published", "draft")).changes();
        List<RulesView.Row> all = rows(cpc, draft.rules(), inWords, tags(changes), caught(cpc));
        List<RulesView.Row> found =
                all.stream().filter(r -> matches(r, asked.q())).toList();
        int from = Math.min(found.size(), asked.page() * PAGE);
        int to = Math.min(found.size(), from + PAGE);
        String at = RulesAddress.list(cpc) + "?q=" + RulesAddress.encoded(asked.q()) + "&page=";
        return new RulesView(
                headline(cpc, portal, newest, draft, changes),
                changes.isEmpty() ? null : words.draftWaits(changes.size()),
                changes.stream()
                        .map(c -> new RulesView.ChangeLine(tag(c.change()), c.sentence()))
                        .toList(),
                changes.isEmpty() || newest == null ? null : words.undoMeans(newest.version()),
                draft.tag(),
                asked.done(),
                asked.stale(),
                asked.errors(),
                found.subList(from, to),
                all.isEmpty(),
                asked.q(),
                words.rulesShown(say.count(from + 1), say.count(to), say.count(found.size())),
                from > 0 ? at + (asked.page() - 1) : null,
                to < found.size() ? at + (asked.page() + 1) : null);
    }

    RulesClient.@Nullable Version newest(String cpc) {
        List<RulesClient.Version> versions =
                rules.ask(c -> c.versions(cpc, 0, 1)).items();
        return versions.isEmpty() ? null : versions.get(0);
    }

    private String headline(
            String cpc,
            Portal portal,
            RulesClient.@Nullable Version newest,
            Rules.Draft draft,
            List<RulesClient.Change> changes) {
        if (newest == null) {
            return words.nothingDecides();
        }
        int count = changes.isEmpty()
                ? draft.rules().size()
                : rules.version(cpc, newest.version()).size();
        return words.decides(
                count,
                newest.version(),
                say.date(LocalDate.ofInstant(newest.publishedAt(), portal.timeZone())),
                authors.name(newest.author()));
    }

    private Map<String, Long> caught(String cpc) {
        RulesClient.Caught caught = rules.askOptional(c -> c.caught(cpc, CAUGHT_DAYS));
        return caught == null
                ? Map.of()
                : caught.rules().stream()
                        .collect(Collectors.toMap(
                                RulesClient.CaughtRule::name, RulesClient.CaughtRule::caught, Long::sum));
    }

    private Map<String, ChangeTag> tags(List<RulesClient.Change> changes) {
        Map<String, ChangeTag> tags = new HashMap<>();
        changes.forEach(
                c -> tags.merge(c.rule(), tag(c.change()), (a, b) -> a.state().isEmpty() ? b : a));
        return tags;
    }

    ChangeTag tag(String change) {
        return switch (change) {
            case "ADDED" -> new ChangeTag(words.added(), "done");
            case "REMOVED" -> new ChangeTag(words.removed(), "urgent");
            case "CHANGED" -> new ChangeTag(words.changed(), "due");
            default -> new ChangeTag(words.moved(), "");
        };
    }

    private List<RulesView.Row> rows(
            String cpc,
            DraftRules draft,
            List<RulesClient.WordedRule> inWords,
            Map<String, ChangeTag> tags,
            Map<String, Long> caught) {
        List<RulesView.Row> rows = new ArrayList<>();
        for (int i = 0; i < draft.size(); i++) {
            String name = draft.name(i);
            JsonNode priority = draft.rule(i).path("then").path("priority");
            RulesClient.WordedRule said = i < inWords.size() ? inWords.get(i) : null;
            rows.add(new RulesView.Row(
                    i + 1,
                    name,
                    said == null ? "" : said.when(),
                    said == null ? "" : said.then(),
                    priority.isNumber() ? priority.asText() : "–",
                    caught.isEmpty() ? null : say.count(caught.getOrDefault(name, 0L)),
                    tags.get(name),
                    RulesAddress.of(cpc, Integer.toString(i + 1)),
                    i == 0,
                    i == draft.size() - 1,
                    words.removeMeans(name)));
        }
        return rows;
    }

    private static boolean matches(RulesView.Row row, String q) {
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || (row.name() + " " + row.when() + " " + row.then())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }
}
