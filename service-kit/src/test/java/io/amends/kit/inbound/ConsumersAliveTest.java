package io.amends.kit.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.testing.SetClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConsumersAliveTest {
    private final SetClock clock = new SetClock();
    private final ConsumerPulse first = consumer("first");
    private final ConsumerPulse second = consumer("second");
    private final AtomicInteger ended = new AtomicInteger();
    private final ConsumersAlive alive = new ConsumersAlive(() -> List.of(first, second), ended::incrementAndGet);

    @Test
    @DisplayName("G5: health is up while all are well or retry, and says how far behind each is")
    void up() {
        first.polled(12);
        second.working(clock.instant());
        second.retrying();

        HealthCheckResponse health = alive.call();

        assertThat(health.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(health.getData().orElseThrow())
                .containsEntry("first", "well, lag 12")
                .containsEntry("second", "retrying, lag 0");
    }

    @Test
    @DisplayName("G5: one that hangs after a retry turns health off, and after a minute ends the process")
    void ends() {
        first.working(clock.instant());
        first.trying();
        first.retrying();
        first.trying();
        clock.pass(ConsumerPulse.STUCK.plusSeconds(1));
        second.polled(0);

        assertThat(alive.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        look(11);
        assertThat(ended).hasValue(0);
        look(1);
        assertThat(ended).hasValue(1);
    }

    @Test
    @DisplayName("G5: one that gets well again within the minute ends nothing, and the next minute begins anew")
    void recovers() {
        first.working(clock.instant());
        clock.pass(ConsumerPulse.STUCK.plusSeconds(1));
        second.polled(0);
        look(11);
        first.done(1);
        look(1);
        second.died(new IllegalStateException("broken"));
        look(11);
        assertThat(ended).hasValue(0);
        look(1);
        assertThat(ended).hasValue(1);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            alive.check();
        }
    }

    private ConsumerPulse consumer(String name) {
        return new ConsumerPulse(name, clock, new SimpleMeterRegistry());
    }
}
