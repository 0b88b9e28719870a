package io.amends.dashboard.studio.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.DraftForecast;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.RulesTag;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.studio.backtests.BacktestSentences;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.shared.ChangeLine;
import io.amends.dashboard.studio.shared.ChangeSentences;
import io.amends.dashboard.studio.shared.StudioAddress;
import io.amends.dashboard.studio.shared.UnknownValueSentences;
import io.amends.dashboard.studio.shared.Vocabularies;
import io.amends.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the view of the page that publishes the draft. */
@ApplicationScoped
class PublishPresenter {
    private static final int BACKTESTS = 50;

    private final RulesService rules;
    private final PublishMessages messages;
    private final ChangeSentences changeSentences;
    private final BacktestSentences backtests;
    private final UnknownValueSentences warnings;
    private final Vocabularies vocabularies;

    PublishPresenter(
            RulesService rules,
            PublishMessages messages,
            ChangeSentences changeSentences,
            BacktestSentences backtests,
            UnknownValueSentences warnings,
            Vocabularies vocabularies) {
        this.rules = rules;
        this.messages = messages;
        this.changeSentences = changeSentences;
        this.backtests = backtests;
        this.warnings = warnings;
        this.vocabularies = vocabularies;
    }

    PublishView view(String cpc, Portal portal, PublishView.Attempt attempt) {
        RulesService.Draft draft = rules.draft(cpc);
        List<ChangeLine> changes = changeSentences.lines(
                rules.ask(c -> c.compare(cpc, "published", "draft")).changes());
        RuleSetVersion newest = rules.newest(cpc);
        long next = newest == null ? 1 : newest.version() + 1;
        String action = StudioAddress.of(cpc, "publish");
        boolean nothing = changes.isEmpty();
        return new PublishView(
                nothing ? messages.nothingToPublish() : messages.publishAsk(changes.size(), next),
                new PublishView.Draft(action, draft.tag(), rules.identity() + action),
                changes,
                nothing ? List.of() : warnings.of(cpc, draft.rules(), vocabularies.of(cpc, portal)),
                nothing ? null : forecast(cpc, portal, draft.tag(), newest),
                attempt);
    }

    private PublishView.Forecast forecast(String cpc, Portal portal, String tag, @Nullable RuleSetVersion newest) {
        DraftForecast forecast = rules.askOptional(c -> c.forecast(cpc));
        return new PublishView.Forecast(
                forecast == null ? null : forecast.sentence(),
                forecast != null && forecast.warns(),
                backtest(cpc, portal, tag, newest));
    }

    /** The newest backtest of this very draft; one of an earlier state of it only says that it is none. */
    private PublishView.BacktestLine backtest(String cpc, Portal portal, String tag, @Nullable RuleSetVersion newest) {
        Page<JsonNode> known = rules.askOptional(c -> c.backtests(cpc, BACKTESTS));
        List<Backtest> runs = known == null ? List.of() : RulesService.readable(known);
        return runs.stream()
                .filter(run -> tag.equals(run.tag()))
                .findFirst()
                .map(run -> new PublishView.BacktestLine(
                        backtests.tested(run, portal.timeZone()), StudioAddress.backtest(cpc, run.backtestId()), false))
                .orElseGet(() -> new PublishView.BacktestLine(
                        runs.stream().anyMatch(run -> ofEarlierDraft(run, newest))
                                ? messages.testedEarlier()
                                : messages.notTested(),
                        StudioAddress.of(cpc, "backtests"),
                        true));
    }

    private static boolean ofEarlierDraft(Backtest run, @Nullable RuleSetVersion newest) {
        boolean draft = run.tag() != null && RulesTag.ofDraft(run.tag());
        return draft && (newest == null || run.requestedAt().isAfter(newest.publishedAt()));
    }
}
