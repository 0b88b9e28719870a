package io.amends.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.access.RequestLimits.Limit;
import io.amends.kit.metrics.MetricNames;
import io.amends.kit.problem.Problem;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2: how much a caller may ask, told what time it is. */
class RequestLimitsTest {
    private static final long SURVEYS = 50;
    private static final long CALLS = 2;

    private final AtomicLong now = new AtomicLong();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RequestLimits limits = limits();

    private RequestLimits limits() {
        return new RequestLimits(SURVEYS, CALLS, metrics, new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return now.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        });
    }

    @Test
    @DisplayName("H2: who asks too much is refused, told how long to wait, and counted; then it is let in again")
    void refused() {
        Caller caller = caller("crm");
        limits.take(caller, Limit.CALLS, 1);
        limits.take(caller, Limit.CALLS, 1);

        assertThatThrownBy(() -> limits.take(caller, Limit.CALLS, 1)).isInstanceOfSatisfying(Problem.class, much -> {
            assertThat(much.status()).isEqualTo(429);
            assertThat(much.retrySeconds()).contains(1L);
            assertThat(much).hasMessageContaining("at most 2 requests a second");
        });
        assertThat(metrics.counter(MetricNames.REQUESTS_LIMITED, "limit", "calls")
                        .count())
                .isEqualTo(1);
        pass(Duration.ofSeconds(1));
        limits.take(caller, Limit.CALLS, 1);
    }

    @Test
    @DisplayName("H2: one caller's haste is not another's, and surveys are counted apart")
    void apart() {
        limits.take(caller("crm"), Limit.CALLS, CALLS);

        limits.take(caller("desk"), Limit.CALLS, CALLS);
        limits.take(caller("crm"), Limit.SURVEYS, SURVEYS);
        assertThatThrownBy(() -> limits.take(caller("crm"), Limit.CALLS, 1)).isInstanceOf(Problem.class);
    }

    @Test
    @DisplayName(
            "H2: each survey of a batch counts; one larger than the limit is taken whole and waited for afterwards")
    void batch() {
        Caller caller = caller("crm");
        limits.take(caller, Limit.SURVEYS, 1);
        limits.batch(caller, 200);

        assertThatThrownBy(() -> limits.take(caller, Limit.SURVEYS, 1)).isInstanceOfSatisfying(Problem.class, much -> {
            assertThat(much.retrySeconds()).contains(4L); // 151 more than there were, at 50 a second
        });
        pass(Duration.ofSeconds(4));
        limits.take(caller, Limit.SURVEYS, 1);
    }

    @Test
    @DisplayName("H2: callers are forgotten, so that many of them fill no memory")
    void bounded() {
        for (int i = 0; i < 30_000; i++) {
            limits.take(caller("caller " + i), Limit.CALLS, 1);
        }
        assertThat(limits.callers()).isLessThanOrEqualTo(10_000);
        pass(Duration.ofMinutes(2));
        assertThat(limits.callers()).isZero();
    }

    @Property(tries = 100)
    @Label("H2: whatever the pauses, a caller gets no more than the limit allows in that time")
    void neverMore(@ForAll @Size(min = 1, max = 60) List<@IntRange(max = 900) Integer> pauses) {
        RequestLimits fresh = limits();
        Caller caller = caller("crm");
        long begun = now.get();
        int taken = 0;
        for (int pause : pauses) {
            pass(Duration.ofMillis(pause));
            taken += taken(fresh, caller);
        }
        double seconds = (now.get() - begun) / 1e9;
        assertThat((double) taken).isLessThanOrEqualTo(CALLS + CALLS * seconds + 1e-6);
    }

    private static int taken(RequestLimits limits, Caller caller) {
        try {
            limits.take(caller, Limit.CALLS, 1);
            return 1;
        } catch (Problem refused) {
            return 0;
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static Caller caller(String name) {
        Caller caller = new Caller();
        caller.isKey(new KeyHolder(name, null, Set.of(), null));
        return caller;
    }
}
