package io.amends.dashboard.responses;

import io.amends.kit.inbound.Consumers;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what fills the read models. */
@ApplicationScoped
public class ReadModel {
    private static final String RESPONSES = "responses";
    private static final String NOTES = "notes";

    private final Consumers consumers;
    private final ResponsesConsumer responses = new ResponsesConsumer();
    private final CasesConsumer cases = new CasesConsumer();

    ReadModel(Consumers consumers) {
        this.consumers = consumers;
    }

    @Incoming(RESPONSES)
    @Blocking
    CompletionStage<Void> responses(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(RESPONSES, polled, responses);
    }

    @Incoming(NOTES)
    @Blocking
    CompletionStage<Void> cases(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NOTES, polled, cases);
    }
}
