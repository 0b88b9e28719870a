package io.amends.rules.archive;

import io.amends.contracts.EventTypes;
import io.amends.contracts.RecoveryDecided;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.inbound.Consumers;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Stores every decision from the service's own topic, off the path on which decisions are made. */
@ApplicationScoped
class DecisionKeeper implements EventHandler<StoredDecision> {
    private static final String NAME = "decisions";

    private final Consumers consumers;
    private final DirectoryView directory;

    DecisionKeeper(Consumers consumers, DirectoryView directory) {
        this.consumers = consumers;
        this.directory = directory;
    }

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, this);
    }

    @Override
    public @Nullable StoredDecision read(Received record, CloudEvent event) {
        if (!event.type().equals(EventTypes.RECOVERY_DECIDED)) {
            return null;
        }
        RecoveryDecided decision = event.read(RecoveryDecided.class);
        if (decision.portal() == null || decision.responseId() == null || decision.decidedAt() == null) {
            throw new PermanentFailure("the decision lacks one of portal, responseId, decidedAt");
        }
        try {
            UUID.fromString(decision.decisionId());
        } catch (IllegalArgumentException e) {
            throw new PermanentFailure("the decision's id is no UUID: " + decision.decisionId(), e);
        }
        return new StoredDecision(decision, zone(decision.portal()));
    }

    @Override
    public void apply(Handle tx, List<StoredDecision> batch) {
        DecisionStore.keep(tx, batch);
    }

    private ZoneId zone(String portal) {
        PortalDirectory known = directory.portal(portal);
        return known == null ? ZoneOffset.UTC : known.portal().timeZone();
    }
}
