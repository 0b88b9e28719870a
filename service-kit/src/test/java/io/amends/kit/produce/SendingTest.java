package io.amends.kit.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.event.EventHeaders;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SendingTest {
    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Sending sending = new Sending(
            kafka,
            new EventHeaders("amends/test", Instant.EPOCH)::record,
            (topic, error) -> error instanceof RecordTooLargeException
                    ? new PermanentFailure("too large for " + topic, error)
                    : new TransientFailure("not taken by " + topic, error));

    @Test
    void theLastAcknowledgementIsAwaitedToo() {
        send(3);
        CompletableFuture<Void> awaited = CompletableFuture.runAsync(sending::await);
        kafka.completeNext();
        kafka.completeNext();
        Awaitility.await()
                .during(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(5))
                .until(() -> !awaited.isDone());
        kafka.completeNext();
        assertThat(awaited).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void oneThatIsNotTakenFailsAllAndWhatFollowsIsNotSent() {
        send(2);
        kafka.errorNext(new NotLeaderOrFollowerException("moved"));
        send(1);
        assertThat(kafka.history()).hasSize(2);
        kafka.completeNext();
        assertThatThrownBy(sending::await).isInstanceOf(TransientFailure.class);
    }

    @Test
    void oneThatIsTooLargeCanNeverBeSentAndHoldsNobodyUp() {
        send(1);
        kafka.errorNext(new RecordTooLargeException("2 MiB"));
        send(1);
        assertThat(kafka.history()).hasSize(2);
        kafka.completeNext();
        assertThatThrownBy(sending::await).isInstanceOf(PermanentFailure.class).hasMessageContaining("too large for t");
    }

    @Test
    void aClientThatThrowsFailsAllAsWell() {
        kafka.close();
        send(1);
        assertThatThrownBy(sending::await).isInstanceOf(TransientFailure.class);
    }

    @Test
    void nothingIsSentAtOnce() {
        sending.await();
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            sending.send(OutboundEvent.of("t", "k", "id", "amends.test", "data"));
        }
    }
}
