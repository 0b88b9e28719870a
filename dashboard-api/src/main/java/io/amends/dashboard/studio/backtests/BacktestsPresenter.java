package io.amends.dashboard.studio.backtests;

import io.amends.contracts.Reason;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestState;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.shared.Option;
import io.amends.dashboard.studio.shared.StudioAddress;
import io.amends.dashboard.studio.shared.VersionOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the view of the backtests that were asked for, with the form that asks for another one. */
@ApplicationScoped
class BacktestsPresenter {
    private static final int USUAL_DAYS = 30;
    private static final int MOST = 50;

    private final RulesService rules;
    private final BacktestSentences sentences;
    private final VersionOptions versionOptions;
    private final Formats formats;
    private final Clock clock;

    BacktestsPresenter(
            RulesService rules,
            BacktestSentences sentences,
            VersionOptions versionOptions,
            Formats formats,
            Clock clock) {
        this.rules = rules;
        this.sentences = sentences;
        this.versionOptions = versionOptions;
        this.formats = formats;
        this.clock = clock;
    }

    /** What was filled in, and what is wrong with it. */
    record BacktestInput(String from, String to, String rules, List<Reason> errors) {
        /** Where the first day is in what recovery-rules is asked, and the last one. */
        static final String FROM = "/from";

        static final String TO = "/to";

        private @Nullable String error(String pointer) {
            return errors.stream()
                    .filter(e -> e.pointer().equals(pointer))
                    .map(Reason::reason)
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable String errorOfAll() {
            return errors.stream()
                    .filter(e -> !e.pointer().equals(FROM) && !e.pointer().equals(TO))
                    .map(Reason::reason)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The question that the form begins with: the last days, today included. */
    BacktestInput usual(Portal portal, @Nullable String which) {
        LocalDate today = today(portal);
        return new BacktestInput(
                today.minusDays(USUAL_DAYS - 1L).toString(),
                today.toString(),
                which == null ? VersionOptions.DRAFT : which,
                List.of());
    }

    BacktestsView view(String cpc, Portal portal, BacktestInput question) {
        List<Backtest> runs = RulesService.readable(rules.ask(c -> c.backtests(cpc, MOST)));
        return new BacktestsView(
                new BacktestsView.QuestionForm(
                        StudioAddress.of(cpc, "backtests"),
                        new BacktestsView.DateField(question.from(), question.error(BacktestInput.FROM)),
                        new BacktestsView.DateField(question.to(), question.error(BacktestInput.TO)),
                        today(portal).toString(),
                        options(cpc, question.rules(), portal),
                        question.errorOfAll()),
                runs.stream().map(r -> line(cpc, portal, r)).toList(),
                formats.zone(portal.timeZone()),
                runs.stream().anyMatch(r -> r.state() == BacktestState.QUEUED || r.state() == BacktestState.RUNNING));
    }

    private BacktestsView.BacktestLine line(String cpc, Portal portal, Backtest run) {
        return new BacktestsView.BacktestLine(
                StudioAddress.backtest(cpc, run.backtestId()),
                formats.moment(run.requestedAt(), portal.timeZone()),
                sentences.about(run, portal.timeZone()),
                sentences.state(run),
                sentences.headline(run));
    }

    private List<Option> options(String cpc, String chosen, Portal portal) {
        List<Option> options = new ArrayList<>();
        options.add(versionOptions.draft(chosen));
        options.addAll(
                versionOptions.versions(rules.ask(c -> c.versions(cpc, 0, MOST)).items(), chosen, portal));
        return options;
    }

    private LocalDate today(Portal portal) {
        return LocalDate.ofInstant(clock.instant(), portal.timeZone());
    }
}
