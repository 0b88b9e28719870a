package io.amends.alerting.candidate;

import io.amends.contracts.EventTypes;
import io.amends.contracts.RecoveryDecided;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.inbound.Consumers;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Hears every decision and keeps the newest per response. Sends nothing: that is for the workers. */
@ApplicationScoped
public class DecidedConsumer implements EventHandler<DecidedEvent> {
    /** The consumer's name; its group is {@code amends.alerting.candidates}. */
    public static final String NAME = "candidates";

    private final Consumers consumers;
    private final CandidateStore candidates;

    DecidedConsumer(Consumers consumers, CandidateStore candidates) {
        this.consumers = consumers;
        this.candidates = candidates;
    }

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, this);
    }

    @Override
    public @Nullable DecidedEvent read(Received record, CloudEvent event) {
        if (!event.type().equals(EventTypes.RECOVERY_DECIDED)) {
            return null;
        }
        RecoveryDecided decision = event.read(RecoveryDecided.class);
        if (decision.portal() == null || decision.responseId() == null || decision.response() == null) {
            throw new PermanentFailure("a decision must name its portal and carry its response");
        }
        return new DecidedEvent(decision, event.data());
    }

    @Override
    public void apply(Handle tx, List<DecidedEvent> batch) {
        candidates.keepNewest(tx, batch);
    }
}
