package io.amends.rules.backtest;

import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.failure.Failures;
import io.amends.kit.rights.Sight;
import io.amends.language.RuleSet;
import io.amends.messages.Languages;
import io.amends.rules.backtest.DecisionLog.Stretch;
import io.amends.rules.backtest.core.BacktestPeriod;
import io.amends.rules.backtest.core.Forecast;
import io.amends.rules.backtest.core.Judge;
import io.amends.rules.backtest.core.PoliciesThen;
import io.amends.rules.backtest.core.Share;
import io.amends.rules.decision.DecisionMessages;
import io.amends.rules.decision.DecisionSummary;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.versions.PublishCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says what rules would flag of the newest decisions, so that nobody floods a team unawares (B7). */
@ApplicationScoped
class Forecasts implements PublishCheck {
    private static final Logger LOG = Logger.getLogger(Forecasts.class);
    private static final int DAYS = 7;
    private static final long SAMPLE = 50_000;
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    /** Whoever publishes waits for this. */
    private static final Duration AT_MOST_ON_PUBLISH = Duration.ofSeconds(1);

    private final DecisionLog log;
    private final DirectoryView directory;
    private final Clock clock;
    private final Function<Locale, BacktestMessages> bundles;
    private final DecisionSummary summary;
    private final double multiple;

    Forecasts(
            DecisionLog log,
            DirectoryView directory,
            Clock clock,
            @Any Instance<BacktestMessages> bundles,
            DecisionMessages decisions,
            @ConfigProperty(name = "amends.rules.warn-multiple") double multiple) {
        this.log = log;
        this.directory = directory;
        this.clock = clock;
        this.bundles = Languages.each(bundles);
        this.summary = new DecisionSummary(decisions);
        this.multiple = multiple;
    }

    /**
     * Judges what was decided in the last days, the newest so many records of it, as far as that gets in its time, and
     * counts what is of groups that are seen.
     */
    Forecast of(String cpc, RuleSet rules, Sight sight) throws InterruptedException {
        return of(cpc, rules, sight, AT_MOST);
    }

    private Forecast of(String cpc, RuleSet rules, Sight sight, Duration atMost) throws InterruptedException {
        PortalDirectory portal = directory.require(cpc);
        RuleBook book = RuleBook.of(0, rules);
        Judge judge = new Judge(
                book,
                new PoliciesThen(portal.portal(), portal.groups()),
                BacktestPeriod.EVER,
                portal.portal().timeZone(),
                summary);
        Stretch stretch =
                log.since(clock.instant().minus(Duration.ofDays(DAYS))).newest(SAMPLE);
        try (Replay replay = new Replay(log, stretch, cpc, book.wanted(), judge, 1)) {
            replay.await(atMost.toMillis());
            Map<Share, Long> counts = replay.tally().counts();
            counts.keySet().removeIf(share -> !sight.shows(share.supportGroup()));
            return Forecast.of(DAYS, counts, multiple);
        }
    }

    /** One sentence that says it all, in a reader's language. */
    String sentence(Forecast of, Locale reader) {
        BacktestMessages messages = bundles.apply(reader);
        if (of.judged() == 0) {
            return messages.nothingDecided(of.days());
        }
        return of.warns()
                ? messages.wouldFlagFarMore(of.days(), of.judged(), of.after(), of.before(), multiple(of, reader))
                : messages.wouldFlag(of.days(), of.judged(), of.after(), of.before());
    }

    private static String multiple(Forecast forecast, Locale reader) {
        return NumberFormat.getInstance(reader).format(forecast.multiple());
    }

    @Override
    public List<String> warnings(String cpc, RuleSet rules, Locale reader) {
        FutureTask<Forecast> forecast = new FutureTask<>(() -> of(cpc, rules, Sight.ALL, AT_MOST_ON_PUBLISH));
        Thread thread = new Thread(forecast, "forecast-" + cpc);
        thread.setDaemon(true);
        thread.start();
        try {
            Forecast found = forecast.get(2 * AT_MOST_ON_PUBLISH.toMillis(), TimeUnit.MILLISECONDS);
            return found.warns() ? List.of(sentence(found, reader)) : List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("what portal %s publishes is not forecast: %s", cpc, Failures.said(e));
        } finally {
            forecast.cancel(true);
        }
        return List.of();
    }
}
