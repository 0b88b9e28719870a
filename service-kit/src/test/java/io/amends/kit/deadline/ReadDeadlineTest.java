package io.amends.kit.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who sends too slowly is cut off (H2), and a file that comes is not (A1). */
class ReadDeadlineTest {
    private final ReadDeadline deadline = new ReadDeadline(Duration.ofSeconds(30));
    private final EmbeddedChannel channel = new EmbeddedChannel(deadline);
    private final AtomicBoolean whole = new AtomicBoolean();

    @BeforeEach
    void frozen() {
        channel.freezeTime();
    }

    private void come(long bytes) {
        channel.writeInbound(Unpooled.buffer().writeZero((int) bytes));
        channel.advanceTimeBy(31, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    @DisplayName("H2: a body that is not whole within the limit ends its connection, however much of it comes")
    void body() {
        deadline.headRead(whole::get, false, false);
        come(10 * ReadDeadline.LEAST);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    @DisplayName(
            "A1: a file may take longer than the limit as long as it comes, and ends its connection when it does not")
    void file() {
        deadline.headRead(whole::get, false, true);
        come(ReadDeadline.LEAST);
        come(ReadDeadline.LEAST);
        assertThat(channel.isOpen()).isTrue();

        come(ReadDeadline.LEAST - 1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    @DisplayName("A1: a file that is there is waited for no more")
    void there() {
        Runnable answered = deadline.headRead(whole::get, false, true);
        come(ReadDeadline.LEAST);
        whole.set(true);
        answered.run();
        channel.runPendingTasks();
        channel.advanceTimeBy(90, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();

        assertThat(channel.isOpen()).isTrue();
    }
}
