package io.amends.kit.lifecycle;

import io.amends.kit.failure.Failures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does its work round by round, on a thread of its own, from the start of a service until its end.
 *
 * <pre>
 *   start() ──► round ──returns──► round …
 *                 │ ▲
 *              throws │ after a second
 *                 ▼ │
 *              backing off
 *
 *   end(), stop() ──► the round in hand is finished, every wait is cut short, the thread ends
 * </pre>
 *
 * Whatever a round throws, an {@link Error} as well, is logged, and the next round begins a second later: work that has
 * stopped unseen is worse than work that fails again. The same failure is told once, until something goes well.
 */
public final class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final Duration BACKOFF = Duration.ofSeconds(1);

    private final String trouble;
    private final Round round;
    private final Duration backoff;
    private final Thread thread;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Semaphore woken = new Semaphore(0);
    private @Nullable String told;

    /**
     * @param name of the thread
     * @param trouble what the log says of a round that fails, before the cause
     */
    public Worker(String name, String trouble, Round round) {
        this(name, trouble, round, BACKOFF);
    }

    Worker(String name, String trouble, Round round, Duration backoff) {
        this.trouble = trouble;
        this.round = round;
        this.backoff = backoff;
        this.thread = new Thread(this::work, name);
        thread.setDaemon(true);
    }

    /** What is done again and again. */
    @FunctionalInterface
    public interface Round {
        /** @param worker whose round it is; one that takes long asks it whether it ends, and tells it what goes well */
        void run(Worker worker) throws Exception;
    }

    /** Begins with the first round. To be called once. */
    public void start() {
        thread.start();
    }

    /** Whether this is to be the last round. */
    public boolean isEnding() {
        return ending.getCount() == 0;
    }

    /** Begins no round more, and does not wait for the one in hand. A round can say so itself, when all is done. */
    public void end() {
        ending.countDown();
        wake();
    }

    /** Ends, and waits for the round in hand, but no longer than that. */
    public void stop(Duration atMost) {
        stop(List.of(this), atMost);
    }

    /** Ends all of them together, and waits for their rounds in hand, but no longer than that for all. */
    public static void stop(List<Worker> workers, Duration atMost) {
        workers.forEach(Worker::end);
        long until = System.nanoTime() + atMost.toNanos();
        try {
            for (Worker worker : workers) {
                worker.thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
                if (worker.thread.isAlive()) {
                    LOG.warnf("%s is not done in time, and is left behind", worker.thread.getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits so long within a round, until it is woken or until it ends. */
    public void rest(Duration atMost) throws InterruptedException {
        wentWell();
        if (!isEnding() && woken.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }

    /** There is something to do: cuts its rest short, the next one if it does not rest now. */
    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    /** Says of a round that goes on for long that it works, so that a failure from now on is told, even one that was told before. */
    public void wentWell() {
        told = null;
    }

    private void work() {
        try {
            while (!isEnding()) {
                try {
                    round.run(this);
                    wentWell();
                } catch (InterruptedException e) {
                    throw e;
                } catch (Throwable e) {
                    tell(e);
                    // It is not woken for it: what fails is not tried more often because there is more of it.
                    if (ending.await(backoff.toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            LOG.warnf("%s was interrupted, and ends", thread.getName());
        }
    }

    private void tell(Throwable e) {
        String said = Failures.said(e);
        if (said.equals(told)) {
            LOG.debugf("%s: %s", trouble, said);
        } else if (e instanceof Error) {
            LOG.errorf(Failures.withoutWords(e), "%s: %s", trouble, said);
        } else if (!isEnding()) { // pools close under our feet then
            LOG.warnf("%s: %s", trouble, said);
        }
        told = said;
    }
}
