package io.amends.rules.backtest;

import io.amends.contracts.api.BacktestState;
import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.amends.kit.lifecycle.Worker;
import io.amends.rules.backtest.BacktestQueue.TakenBacktest;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes backtests off the queue, one at a time in this process.
 *
 * <pre>
 * QUEUED ──take──► RUNNING ──► DONE, FAILED
 *    ▲  │             │ └─DELETE─► CANCELLED
 *    │  └─DELETE─► CANCELLED
 *    └──shutdown──────┤
 *         RUNNING ◄───┘ lease ran out: begun anew elsewhere, at most three times
 * </pre>
 */
@ApplicationScoped
class BacktestRunner {
    private static final Logger LOG = Logger.getLogger(BacktestRunner.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(8);

    private final Migrations migrations;
    private final BacktestQueue queue;
    private final BacktestStore store;
    private final BacktestRun backtest;
    private final BacktestMetrics metrics;
    private final BacktestMessages messages;
    private final Worker worker = new Worker("backtests", "backtests wait", this::runNext);

    BacktestRunner(
            Migrations migrations,
            BacktestQueue queue,
            BacktestStore store,
            BacktestRun backtest,
            BacktestMetrics metrics,
            BacktestMessages messages) {
        this.migrations = migrations;
        this.queue = queue;
        this.store = store;
        this.backtest = backtest;
        this.metrics = metrics;
        this.messages = messages;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop(DRAIN);
    }

    /** There is something in the queue. */
    void wake() {
        worker.wake();
    }

    private void runNext(Worker self) throws InterruptedException {
        if (migrations.await(IDLE.toMillis())) {
            Optional<TakenBacktest> next = queue.take();
            if (next.isPresent()) {
                run(next.get());
            } else {
                self.rest(IDLE);
            }
        }
    }

    private void run(TakenBacktest taken) throws InterruptedException {
        if (taken.attempt() > BacktestQueue.ATTEMPTS) {
            fail(taken, messages.neverFinished());
            return;
        }
        LOG.infof("backtest %s of portal %s begins", taken.id(), taken.portal());
        long began = System.nanoTime();
        try {
            BacktestRun.End end = backtest.run(taken, worker::isEnding);
            switch (end) {
                case STOPPED -> queue.release(taken);
                case DONE -> metrics.over(BacktestState.DONE, System.nanoTime() - began);
                case FAILED -> metrics.over(BacktestState.FAILED, System.nanoTime() - began);
                case LOST -> {} // whoever called it off has counted it
            }
            LOG.infof("backtest %s ends: %s", taken.id(), end);
        } catch (RuntimeException e) {
            LOG.errorf(Failures.withoutWords(e), "backtest %s broke off", taken.id());
            fail(taken, messages.stoppedWithError());
        }
        store.tidy(taken.portal());
    }

    private void fail(TakenBacktest taken, String sentence) {
        if (queue.fail(taken, sentence)) {
            metrics.over(BacktestState.FAILED, 0);
        }
    }
}
