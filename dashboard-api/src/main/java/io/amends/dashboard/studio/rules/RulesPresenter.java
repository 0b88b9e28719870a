package io.amends.dashboard.studio.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.api.RuleSetComparison.Difference;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.WordedRules.WordedRule;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.client.AuthorNames;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.core.DraftRules;
import io.amends.dashboard.studio.core.Vocabulary;
import io.amends.dashboard.studio.shared.ChangeSentences;
import io.amends.dashboard.studio.shared.ChangeTag;
import io.amends.dashboard.studio.shared.Pager;
import io.amends.dashboard.studio.shared.StudioAddress;
import io.amends.dashboard.studio.shared.StudioMessages;
import io.amends.dashboard.studio.shared.UnknownValueSentences;
import io.amends.dashboard.studio.shared.Vocabularies;
import io.amends.language.Effects;
import io.amends.language.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the view of the list of rules: what decides, what waits in the draft, and what each rule caught. */
@ApplicationScoped
class RulesPresenter {
    private static final int PAGE = 100;

    private final RulesService rules;
    private final RulesMessages messages;
    private final StudioMessages studio;
    private final ChangeSentences changeSentences;
    private final Formats formats;
    private final AuthorNames authors;
    private final Vocabularies vocabularies;
    private final UnknownValueSentences warnings;
    private final CaughtCounts caughtCounts;

    RulesPresenter(
            RulesService rules,
            RulesMessages messages,
            StudioMessages studio,
            ChangeSentences changeSentences,
            Formats formats,
            AuthorNames authors,
            Vocabularies vocabularies,
            UnknownValueSentences warnings,
            CaughtCounts caughtCounts) {
        this.rules = rules;
        this.messages = messages;
        this.studio = studio;
        this.changeSentences = changeSentences;
        this.formats = formats;
        this.authors = authors;
        this.vocabularies = vocabularies;
        this.warnings = warnings;
        this.caughtCounts = caughtCounts;
    }

    /**
     * The change of the list that the person made last, where they go on working.
     *
     * @param button the change, by its button
     * @param at the place of the rule, from 1
     */
    record LastChange(String button, int at) {}

    /**
     * What the page was asked for.
     *
     * @param query words that the rules must have
     * @param page from 0
     */
    record ListRequest(String query, int page, @Nullable LastChange lastChange, RulesView.Outcome outcome) {}

    RulesView view(String cpc, Portal portal, ListRequest request) {
        RulesService.Draft draft = rules.draft(cpc);
        @Nullable RuleSetVersion newest = rules.newest(cpc);
        List<WordedRule> inWords = rules.ask(c -> c.draftInWords(cpc)).rules();
        List<Difference> changes =
                rules.ask(c -> c.compare(cpc, "published", "draft")).changes();
        Known known = new Known(inWords, tags(changes), caughtCounts.of(cpc, portal, newest));
        List<RulesView.Row> all = rows(cpc, draft.rules(), known, request.lastChange());
        List<RulesView.Row> found =
                all.stream().filter(r -> r.rule().contains(request.query())).toList();
        int from = Math.min(found.size(), request.page() * PAGE);
        int to = Math.min(found.size(), from + PAGE);
        Vocabulary vocabulary = vocabularies.of(cpc, portal);
        return new RulesView(
                headline(cpc, portal, newest, draft, changes),
                pending(changes, newest),
                draft.tag(),
                request.outcome(),
                new RulesView.RuleList(
                        found.subList(from, to).stream()
                                .map(r -> r.warned(
                                        warnings.of(draft.rules(), r.rule().number() - 1, vocabulary)))
                                .toList(),
                        all.isEmpty(),
                        request.query(),
                        messages.orderMeans(formats.zone(portal.timeZone()))),
                pager(cpc, request, from, to, found.size()));
    }

    private RulesView.PendingChanges pending(List<Difference> changes, @Nullable RuleSetVersion newest) {
        return changes.isEmpty()
                ? new RulesView.PendingChanges(null, List.of(), null)
                : new RulesView.PendingChanges(
                        messages.draftWaits(changes.size()),
                        changeSentences.lines(changes),
                        messages.discardMeans(changes.size(), newest == null ? 0 : newest.version()));
    }

    private Pager pager(String cpc, ListRequest request, int from, int to, int found) {
        String at = StudioAddress.list(cpc) + "?q=" + StudioAddress.encoded(request.query()) + "&page=";
        return new Pager(
                studio.entriesShown(formats.count(from + 1), formats.count(to), formats.count(found)),
                from > 0 ? at + (request.page() - 1) : null,
                to < found ? at + (request.page() + 1) : null);
    }

    private String headline(
            String cpc,
            Portal portal,
            @Nullable RuleSetVersion newest,
            RulesService.Draft draft,
            List<Difference> changes) {
        if (newest == null) {
            return messages.nothingDecides();
        }
        int count = changes.isEmpty()
                ? draft.rules().size()
                : rules.version(cpc, newest.version()).size();
        return messages.decides(
                count,
                newest.version(),
                formats.at(newest.publishedAt(), portal.timeZone()),
                authors.name(newest.author()));
    }

    /** The kind of change of each rule; where it has moved and changed, the change is told. */
    private Map<String, ChangeTag> tags(List<Difference> changes) {
        Map<String, ChangeTag> tags = new HashMap<>();
        changes.forEach(c -> tags.merge(
                c.rule(), changeSentences.tag(c.change()), (a, b) -> a.state().isEmpty() ? b : a));
        return tags;
    }

    /** What is known of the draft's rules besides the draft itself: the words by place, the others by name. */
    private record Known(
            List<WordedRule> inWords, Map<String, ChangeTag> tags, Map<String, RulesView.CaughtCount> caught) {}

    private List<RulesView.Row> rows(String cpc, DraftRules draft, Known known, @Nullable LastChange lastChange) {
        List<RulesView.Row> rows = new ArrayList<>();
        for (int i = 0; i < draft.size(); i++) {
            String name = draft.name(i);
            rows.add(new RulesView.Row(
                    text(draft, i, known.inWords()),
                    StudioAddress.rule(cpc, i),
                    new RulesView.Position(i == 0, i == draft.size() - 1, focus(lastChange, i + 1, draft.size())),
                    known.tags().get(name),
                    known.caught().get(name),
                    messages.removeMeans(name),
                    null));
        }
        return rows;
    }

    private static RulesView.RuleText text(DraftRules draft, int index, List<WordedRule> inWords) {
        JsonNode priority = draft.rule(index).path(Rule.THEN).path(Effects.PRIORITY);
        WordedRule worded = index < inWords.size() ? inWords.get(index) : null;
        return new RulesView.RuleText(
                index + 1,
                draft.name(index),
                worded == null ? "" : worded.when(),
                worded == null ? "" : worded.then(),
                priority.isNumber() ? priority.asText() : "–");
    }

    /** The button that was used goes with its rule, so that it can be pressed again; at either end the other one. */
    private static @Nullable String focus(@Nullable LastChange lastChange, int place, int places) {
        if (lastChange == null || place != Math.min(lastChange.at(), places)) {
            return null;
        }
        return switch (lastChange.button()) {
            case "up" -> place == 1 ? "down" : "up";
            case "down" -> place == places ? "up" : "down";
            default -> "rule";
        };
    }
}
