package io.amends.rules.backtest;

import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.Backtest.Example;
import io.amends.contracts.directory.Group;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.failure.Failures;
import io.amends.language.RuleSet;
import io.amends.rules.backtest.BacktestQueue.Finding;
import io.amends.rules.backtest.BacktestQueue.RunProgress;
import io.amends.rules.backtest.BacktestQueue.TakenBacktest;
import io.amends.rules.backtest.DecisionLog.Stretch;
import io.amends.rules.backtest.core.Balance;
import io.amends.rules.backtest.core.Judge;
import io.amends.rules.backtest.core.PoliciesThen;
import io.amends.rules.backtest.core.Share;
import io.amends.rules.backtest.core.Tally.LogPlace;
import io.amends.rules.decision.DecisionMessages;
import io.amends.rules.decision.DecisionSummary;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.versions.NamedRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs one backtest from its first record to what is told about it; says how far it is about once a second. */
@ApplicationScoped
class BacktestRun {
    private static final Logger LOG = Logger.getLogger(BacktestRun.class);
    /** The newest cases of each side that are kept, and those of them that the answer shows. */
    private static final int CASES = 500;

    static final int SHOWN = 50;
    /** As many records of the log are in memory at once while cases are read again. */
    private static final int AT_ONCE = 100;

    private static final long TELL_MILLIS = 1_000;

    private final DecisionLog log;
    private final DirectoryView directory;
    private final BacktestQueue queue;
    private final BacktestMetrics metrics;
    private final BacktestMessages messages;
    private final DecisionSummary summary;
    private final int threads;
    private final Duration patience;

    BacktestRun(
            DecisionLog log,
            DirectoryView directory,
            BacktestQueue queue,
            BacktestMetrics metrics,
            BacktestMessages messages,
            DecisionMessages decisions,
            @ConfigProperty(name = "amends.backtest.threads") int threads,
            @ConfigProperty(name = "amends.backtest.patience") Duration patience) {
        this.log = log;
        this.directory = directory;
        this.queue = queue;
        this.metrics = metrics;
        this.messages = messages;
        this.summary = new DecisionSummary(decisions);
        this.threads = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        this.patience = patience;
    }

    /** How a run ended. */
    enum End {
        DONE,
        FAILED,
        /** Called off, or taken over by another instance. */
        LOST,
        /** This process stops: somebody else is to begin anew. */
        STOPPED
    }

    /** What a run needs besides the log. */
    private record Equipment(Judge judge, PoliciesThen policies, RuleBook book, PortalDirectory portal) {}

    /**
     * Runs it; what it found is stored, what it could not find is said.
     *
     * @param stopping asked again and again
     */
    End run(TakenBacktest taken, BooleanSupplier stopping) throws InterruptedException {
        PortalDirectory portal = directory.portal(taken.portal());
        if (portal == null) {
            return failed(taken, messages.portalGone());
        }
        RuleSet rules = new NamedRules("backtest", taken.ruleSet(), null).rules();
        PoliciesThen policies = new PoliciesThen(portal.portal(), portal.groups());
        RuleBook book = RuleBook.of(0, rules);
        ZoneId zone = portal.portal().timeZone();
        Equipment bench =
                new Equipment(new Judge(book, policies, taken.period(), zone, summary), policies, book, portal);
        Stretch stretch = stretch(taken, stopping);
        if (stretch == null) {
            return stopping.getAsBoolean() ? End.STOPPED : failed(taken, messages.kafkaAway());
        }
        try (Replay replay = new Replay(log, stretch, taken.portal(), book.wanted(), bench.judge(), threads)) {
            End early = follow(taken, replay, stopping);
            metrics.read(replay.passed());
            return early == null ? finish(taken, bench, stretch, replay) : early;
        }
    }

    /** Kafka may be away for a moment; null where it stays away. */
    private @Nullable Stretch stretch(TakenBacktest taken, BooleanSupplier stopping) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!stopping.getAsBoolean()) {
            try {
                return log.since(taken.period().from());
            } catch (RuntimeException e) {
                if (!Failures.isTransient(e)) {
                    throw e;
                }
                LOG.warnf("backtest %s waits for Kafka: %s", taken.id(), Failures.said(e));
            }
            if (System.nanoTime() > until || !queue.advance(taken, new RunProgress(0, 0, 0))) {
                return null;
            }
            Thread.sleep(TELL_MILLIS);
        }
        return null;
    }

    /** Looks at the readers once a second; null when they have come to the end. */
    private @Nullable End follow(TakenBacktest taken, Replay replay, BooleanSupplier stopping)
            throws InterruptedException {
        long told = System.nanoTime();
        long moved = told;
        long before = 0;
        while (!replay.await(TELL_MILLIS)) {
            if (stopping.getAsBoolean()) {
                return End.STOPPED;
            }
            long now = System.nanoTime();
            if (replay.passed() > before) {
                before = replay.passed();
                moved = now;
            } else if (now - moved > patience.toNanos()) {
                return failed(taken, messages.kafkaAway());
            }
            try {
                if (!queue.advance(taken, progress(replay))) {
                    return End.LOST;
                }
                told = now;
            } catch (RuntimeException e) {
                LOG.warnf("backtest %s cannot say how far it is: %s", taken.id(), Failures.said(e));
                if (now - told > BacktestQueue.LEASE.toNanos()) {
                    return End.LOST;
                }
            }
        }
        return null;
    }

    private End finish(TakenBacktest taken, Equipment bench, Stretch stretch, Replay replay) {
        Map<Share.Side, List<Example>> cases = new EnumMap<>(Share.Side.class);
        Map<Share.Side, List<Example>> shown = new EnumMap<>(Share.Side.class);
        replay.tally().newest(CASES).forEach((side, places) -> {
            List<Example> examples = examples(taken, places, bench.judge(), replay);
            cases.put(side, examples);
            shown.put(side, examples.stream().limit(SHOWN).toList());
        });
        Map<Share, Long> counts = replay.tally().counts();
        RuleSet rules = bench.book().rules();
        Map<String, Group> groups = bench.portal().groups();
        Finding finding = new Finding(
                Balance.of(counts, rules, groups, shown),
                Balance.byGroup(counts, rules, groups),
                cases,
                progress(replay),
                stretch.heldFrom(),
                note(bench.policies(), replay));
        return queue.finish(taken, finding) ? End.DONE : End.LOST;
    }

    private static RunProgress progress(Replay replay) {
        return new RunProgress(
                replay.progress(), replay.passed(), replay.tally().judged());
    }

    /** Renews the lease between one handful of cases and the next. */
    private List<Example> examples(TakenBacktest taken, List<LogPlace> places, Judge judge, Replay replay) {
        List<Example> examples = new ArrayList<>(places.size());
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            queue.advance(taken, progress(replay));
            List<LogPlace> some = places.subList(from, Math.min(places.size(), from + AT_ONCE));
            Map<LogPlace, byte[]> found = log.at(some, patience);
            for (LogPlace place : some) {
                byte[] value = found.get(place);
                if (value != null) {
                    examples.add(judge.example(decision(value)));
                }
            }
        }
        return examples;
    }

    private static RecoveryDecided decision(byte[] value) {
        try {
            return Json.read(value, RecoveryDecided.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a decision that was read before cannot be read", e);
        }
    }

    private @Nullable String note(PoliciesThen policies, Replay replay) {
        List<String> notes = new ArrayList<>();
        if (policies.guessed() > 0) {
            notes.add(messages.policiesGuessed(policies.guessed()));
        }
        if (replay.unreadable() > 0) {
            notes.add(messages.recordsUnreadable(replay.unreadable()));
        }
        return notes.isEmpty() ? null : String.join(" ", notes);
    }

    private End failed(TakenBacktest taken, String sentence) {
        return queue.fail(taken, sentence) ? End.FAILED : End.LOST;
    }
}
