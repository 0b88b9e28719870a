package io.amends.alerting.cases;

import io.amends.contracts.CaseChanged;
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

/** Hears what becomes of cases, and keeps whether each is closed (C10). */
@ApplicationScoped
public class SolvedConsumer implements EventHandler<CaseChanged> {
    private static final String NAME = "solved";

    private final Consumers consumers;
    private final SolvedCases solved;

    SolvedConsumer(Consumers consumers, SolvedCases solved) {
        this.consumers = consumers;
        this.solved = solved;
    }

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, this);
    }

    @Override
    public @Nullable CaseChanged read(Received record, CloudEvent event) {
        CaseChanged changed = event.read(CaseChanged.class);
        if (changed.portal() == null || changed.ticketId() == null) {
            throw new PermanentFailure("what is told of a case must name its portal and its ticket");
        }
        return changed.caseView() == null ? null : changed;
    }

    @Override
    public void apply(Handle tx, List<CaseChanged> batch) {
        solved.keepNewest(tx, batch);
    }
}
