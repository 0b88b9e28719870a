package io.amends.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkerTest {
    private static final Duration BACKOFF = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Worker.class.getName());

    private static final String NAME = "worker-test";
    private static final String TROUBLE = "work waits";

    private final Queue<LogRecord> log = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            // Workers of other tests, which run beside this one in the same JVM, write to the same log.
            if (said(entry).startsWith(TROUBLE) || said(entry).startsWith(NAME)) {
                log.add(entry);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final AtomicInteger rounds = new AtomicInteger();
    private Worker worker;

    @BeforeEach
    void listen() {
        LOG.addHandler(listener);
    }

    @AfterEach
    void stop() {
        worker.stop(DRAIN);
        LOG.removeHandler(listener);
    }

    @Test
    @DisplayName(
            "a round that throws is followed by another after a wait, woken or not, and the same failure is told once")
    void backsOff() {
        long began = System.nanoTime();
        start(self -> {
            rounds.incrementAndGet();
            self.wake();
            throw new IllegalStateException("no database");
        });

        await().until(() -> rounds.get() > 4);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(BACKOFF.multipliedBy(4));
        assertThat(log).hasSize(1).allMatch(entry -> said(entry).startsWith(TROUBLE));
    }

    @Test
    @DisplayName("what was told before is told again once something has gone well in between")
    void toldAgain() {
        start(self -> {
            if (rounds.incrementAndGet() == 2) {
                self.wentWell();
            }
            throw new IllegalStateException("no database");
        });

        await().until(() -> rounds.get() > 3);
        assertThat(log).hasSize(2);
    }

    @Test
    @DisplayName("an Error is in the log with its trace, and the work goes on")
    void error() {
        start(self -> {
            if (rounds.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            self.rest(LONG);
        });

        await().until(() -> rounds.get() == 2);
        assertThat(log).hasSize(1).allSatisfy(entry -> {
            assertThat(said(entry)).contains("StackOverflowError");
            assertThat(entry.getThrown()).isNotNull();
        });
    }

    @Test
    @DisplayName("to be woken cuts a rest short, also one that begins later")
    void woken() {
        start(self -> {
            if (rounds.incrementAndGet() == 1) {
                self.wake();
            }
            self.rest(LONG);
        });
        await().until(() -> rounds.get() == 2);
        worker.wake();
        await().until(() -> rounds.get() == 3);
    }

    @Test
    @DisplayName("to stop cuts a rest and a wait after a failure short, and says so")
    void stopped() {
        start(self -> self.rest(LONG));
        worker.stop(DRAIN);
        assertThat(worker.isEnding()).isTrue();
        assertThat(living()).isEmpty();

        worker = new Worker(
                NAME,
                TROUBLE,
                self -> {
                    throw new IllegalStateException("no database");
                },
                LONG);
        worker.start();
        await().until(() -> !log.isEmpty());
        worker.stop(DRAIN);
        assertThat(living()).isEmpty();
    }

    @Test
    @DisplayName(
            "to stop waits for the round in hand and begins no other, but does not wait longer than it was told to")
    void drains() throws InterruptedException {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        start(self -> {
            rounds.incrementAndGet();
            inHand.countDown();
            goOn.await();
            finished.set(true);
        });
        inHand.await();

        worker.stop(Duration.ofMillis(1));
        assertThat(finished).isFalse();
        assertThat(log).hasSize(1).allMatch(entry -> said(entry).contains("left behind"));

        goOn.countDown();
        worker.stop(DRAIN);
        assertThat(finished).isTrue();
        assertThat(rounds).hasValue(1);
    }

    @Test
    @DisplayName("a round can say that it was the last")
    void ends() {
        start(self -> {
            rounds.incrementAndGet();
            self.end();
        });

        await().until(() -> living().isEmpty());
        assertThat(rounds).hasValue(1);
    }

    private void start(Worker.Round round) {
        worker = new Worker(NAME, TROUBLE, round, BACKOFF);
        worker.start();
    }

    private static String said(LogRecord entry) {
        return String.format(entry.getMessage(), entry.getParameters());
    }

    private static List<Thread> living() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(NAME))
                .toList();
    }
}
