package io.amends.dashboard.studio.rules;

import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestState;
import io.amends.contracts.api.CaughtCases;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.RulesTag;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.client.RulesService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells how many cases each published rule caught, and of a young rule what it would have caught. */
@ApplicationScoped
class CaughtCounts {
    private static final int DAYS = 30;
    private static final int BACKTESTS = 50;
    /** A backtest of so many days more or less, or before, still says what the usual days would have brought. */
    private static final int TOLERATED_DAYS = 3;

    private final RulesService rules;
    private final RulesMessages messages;
    private final Formats formats;
    private final Clock clock;

    CaughtCounts(RulesService rules, RulesMessages messages, Formats formats, Clock clock) {
        this.rules = rules;
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
    }

    /** The counts by the name of their rule; empty where recovery-rules does not tell them. */
    Map<String, RulesView.CaughtCount> of(String cpc, Portal portal, @Nullable RuleSetVersion newest) {
        CaughtCases caught = rules.askOptional(c -> c.caught(cpc, DAYS));
        if (caught == null) {
            return Map.of();
        }
        boolean young = caught.rules().stream().anyMatch(r -> r.since() != null);
        Map<String, Long> tested = young && newest != null ? tested(cpc, newest) : Map.of();
        return caught.rules().stream()
                .collect(Collectors.toMap(
                        CaughtCases.ByRule::name, r -> count(r, tested.get(r.name()), portal), (a, b) -> a));
    }

    private RulesView.CaughtCount count(CaughtCases.ByRule rule, @Nullable Long tested, Portal portal) {
        CaughtCases.Since since = rule.since();
        if (since == null) {
            return new RulesView.CaughtCount(formats.count(rule.caught()), null, null);
        }
        return new RulesView.CaughtCount(
                formats.count(since.caught()),
                messages.sincePublished(
                        formats.moment(since.publishedAt(), portal.timeZone()).ago()),
                tested == null ? null : messages.wouldHaveBeen(formats.count(tested), DAYS));
    }

    /** What the published rules matched in a backtest of about the usual days; empty where there is none. */
    private Map<String, Long> tested(String cpc, RuleSetVersion newest) {
        Set<String> tags = new HashSet<>(Arrays.asList(RulesTag.version(newest.version()), newest.draft()));
        Backtest found = rules.askOptional(c -> RulesService.readable(c.backtests(cpc, BACKTESTS)).stream()
                .filter(run -> run.state() == BacktestState.DONE && run.tag() != null)
                .filter(run -> tags.contains(run.tag()) && aboutTheUsualDays(run))
                .findFirst()
                .map(run -> c.backtest(cpc, run.backtestId()))
                .orElse(null));
        return found == null || found.byRule() == null
                ? Map.of()
                : found.byRule().stream().collect(Collectors.toMap(Backtest.ByRule::name, Backtest.ByRule::matched));
    }

    private boolean aboutTheUsualDays(Backtest run) {
        long days = Duration.between(run.from(), run.to()).toDays();
        boolean recent = run.to().isAfter(clock.instant().minus(Duration.ofDays(TOLERATED_DAYS)));
        return recent && Math.abs(days - DAYS) <= TOLERATED_DAYS;
    }
}
