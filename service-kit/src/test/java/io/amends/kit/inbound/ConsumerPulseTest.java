package io.amends.kit.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.metrics.MetricNames;
import io.amends.kit.testing.SetClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConsumerPulseTest {
    private static final Duration LONG = ConsumerPulse.STUCK.plusSeconds(1);

    private final SetClock clock = new SetClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ConsumerPulse pulse = new ConsumerPulse("effects", clock, metrics);

    @Test
    @DisplayName("G5: a batch that hangs is reported once it has taken too long")
    void hangs() {
        take();
        clock.pass(ConsumerPulse.STUCK);
        assertThat(pulse.complaint()).isNull();
        clock.pass(Duration.ofSeconds(1));
        assertThat(pulse.complaint()).isEqualTo("no progress since 2026-11-20T08:00:00Z");
    }

    @Test
    @DisplayName("G5: a batch that hangs after a transient retry is reported as well")
    void hangsAfterRetry() {
        take();
        pulse.retrying();
        pulse.trying();
        clock.pass(LONG);
        assertThat(pulse.complaint()).contains("no progress");
    }

    @Test
    @DisplayName("G5: retrying a transient error counts as alive for as long as it retries")
    void retries() {
        take();
        for (int i = 0; i < 100; i++) {
            clock.pass(Duration.ofSeconds(30));
            pulse.retrying();
            clock.pass(Duration.ofSeconds(5));
            pulse.trying();
            assertThat(pulse.complaint()).isNull();
            assertThat(pulse.isRetrying()).isTrue();
        }
        pulse.done(3);
        assertThat(pulse.isRetrying()).isFalse();
        assertThat(metrics.counter(MetricNames.RETRIES, "consumer", "effects").count())
                .isEqualTo(100);
        assertThat(metrics.counter(MetricNames.CONSUMED, "consumer", "effects").count())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("G5: a slow batch whose records are tried one by one is not stuck")
    void oneByOne() {
        take();
        for (int i = 0; i < 500; i++) {
            clock.pass(Duration.ofSeconds(1));
            pulse.trying();
            assertThat(pulse.complaint()).isNull();
        }
    }

    @Test
    @DisplayName("G5: a quiet topic is no complaint, and a loop that began anew has nothing in hand")
    void quiet() {
        take();
        pulse.began();
        for (int i = 0; i < 10; i++) {
            clock.pass(Duration.ofMinutes(1));
            pulse.polled(7);
        }
        assertThat(pulse.complaint()).isNull();
        assertThat(pulse.lag()).isEqualTo(7);
        clock.pass(LONG);
        assertThat(pulse.complaint()).as("polls no more").contains("no progress");
    }

    @Test
    @DisplayName("G5: waiting for the database at a start is alive, with nothing in hand")
    void waits() {
        take();
        for (int i = 0; i < 10; i++) {
            clock.pass(Duration.ofMinutes(1));
            pulse.waiting();
        }
        assertThat(pulse.complaint()).isNull();
        assertThat(pulse.isRetrying()).isTrue();
    }

    @Test
    @DisplayName("G5: a consumer that died says of what")
    void died() {
        pulse.died(new IllegalStateException("broken"));
        assertThat(pulse.complaint())
                .startsWith("died: an error in Amends: IllegalStateException at ConsumerPulseTest.java:");
    }

    @Test
    @DisplayName("G2: the age of the oldest record in hand, 0 without one")
    void age() {
        assertThat(oldestSeconds()).isZero();
        pulse.working(clock.instant().minusSeconds(40));
        clock.pass(Duration.ofSeconds(2));
        assertThat(oldestSeconds()).isEqualTo(42);
        pulse.done(1);
        assertThat(oldestSeconds()).isZero();
    }

    private void take() {
        pulse.working(clock.instant());
        pulse.trying();
    }

    private double oldestSeconds() {
        return metrics.get(MetricNames.CONSUMER_AGE).gauge().value();
    }
}
