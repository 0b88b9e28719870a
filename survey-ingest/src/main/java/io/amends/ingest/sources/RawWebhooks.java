package io.amends.ingest.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.api.SourceOutcome;
import io.amends.contracts.directory.Source;
import io.amends.contracts.directory.SourceReceived;
import io.amends.ingest.optouts.OptOuts;
import io.amends.ingest.sources.ResponsesFromSources.SourceBody;
import io.amends.ingest.sources.SourceDeliveryTable.Ending;
import io.amends.ingest.sources.SourceDeliveryTable.EventRow;
import io.amends.ingest.sources.core.Fetching;
import io.amends.ingest.sources.core.UnreadableBody;
import io.amends.ingest.sources.core.Vendor;
import io.amends.ingest.sources.core.VendorEvent;
import io.amends.ingest.sources.core.Vendors;
import io.amends.kit.access.Signature;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.inbound.Consumers;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import io.amends.kit.outbox.Outbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads webhooks from the topic on which the door has put them, and says of each event what becomes of it (A10). */
@ApplicationScoped
public class RawWebhooks implements EventHandler<SourceReceived> {
    private static final String NAME = "sources";

    private final Consumers consumers;
    private final DirectoryView directory;
    private final ResponsesFromSources responses;
    private final FetchQueue fetches;
    private final OptOuts optOuts;
    private final Outbox outbox;
    private final SourceMetrics metrics;

    RawWebhooks(
            Consumers consumers,
            DirectoryView directory,
            ResponsesFromSources responses,
            FetchQueue fetches,
            OptOuts optOuts,
            Outbox outbox,
            SourceMetrics metrics) {
        this.consumers = consumers;
        this.directory = directory;
        this.responses = responses;
        this.fetches = fetches;
        this.optOuts = optOuts;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, this);
    }

    @Override
    public @Nullable SourceReceived read(Received record, CloudEvent event) {
        if (!event.type().equals(EventTypes.SOURCE_RECEIVED)) {
            return null;
        }
        if (directory.call().getStatus() != HealthCheckResponse.Status.UP) {
            throw new TransientFailure("waiting for the directory");
        }
        SourceReceived received = event.read(SourceReceived.class);
        try {
            received.bytes();
        } catch (IllegalArgumentException e) {
            throw new PermanentFailure("the body is not base64", e);
        }
        return received;
    }

    @Override
    public void apply(Handle tx, List<SourceReceived> batch) {
        batch.forEach(received -> apply(tx, received));
    }

    @Override
    public void committed() {
        outbox.wake();
        fetches.wake();
    }

    private void apply(Handle tx, SourceReceived received) {
        long webhook = SourceDeliveryTable.keep(tx, received);
        SourceId id = new SourceId(received.portal(), received.source());
        PortalDirectory portal = directory.portal(id.portal());
        Source source = portal == null ? null : portal.sources().get(id.code());
        Vendor vendor = Vendors.of(received.vendor());
        if (portal == null || source == null) {
            refuse(tx, webhook, id, received, "the source is not in the directory any more");
            return;
        }
        try {
            List<VendorEvent> events = vendor.events(received.bytes(), received.messageId());
            for (VendorEvent event : events) {
                // One that is all of its webhook is kept there.
                byte[] part = events.size() == 1 ? null : Json.write(event.body());
                EventRow row = new EventRow(webhook, id, event.id(), part);
                apply(tx, portal, new SourceBody(id, vendor, source, event.body()), event, row, received);
            }
        } catch (UnreadableBody e) {
            refuse(tx, webhook, id, received, "the body " + e.why());
        }
    }

    private void apply(
            Handle tx,
            PortalDirectory portal,
            SourceBody body,
            VendorEvent event,
            EventRow row,
            SourceReceived received) {
        if (SourceDeliveryTable.had(tx, row.source(), event.id())) {
            add(tx, row, received, new Ending(SourceOutcome.REPEATED, null, event.responseId(), null));
            return;
        }
        switch (event.kind()) {
            case RESPONSE ->
                add(tx, row, received, responses.submit(tx, portal, body, event.id(), received.receivedAt()));
            case OTHER -> add(tx, row, received, new Ending(SourceOutcome.IGNORED, null, event.responseId(), null));
            case OPT_OUT -> add(tx, row, received, unsubscribed(tx, body, received));
            case NAMED -> {
                Fetching fetching = body.vendor().fetching().orElseThrow();
                String path = fetching.path().apply(event.body()).orElseThrow();
                long delivery =
                        add(tx, row, received, new Ending(SourceOutcome.WAITING, null, event.responseId(), null));
                FetchQueue.add(tx, delivery, row.source(), path);
            }
        }
    }

    private Ending unsubscribed(Handle tx, SourceBody body, SourceReceived received) {
        JsonNode who = responses.customer(body);
        boolean named = optOuts.unsubscribed(
                tx,
                received.portal(),
                Signature.program("sources/" + received.source()),
                who.path("email").textValue(),
                who.path("phone").textValue(),
                who.path("id").textValue(),
                received.receivedAt());
        return named
                ? Ending.of(SourceOutcome.OPTED_OUT)
                : new Ending(SourceOutcome.REFUSED, "it names no customer by email, phone or id", null, null);
    }

    private void refuse(Handle tx, long webhook, SourceId id, SourceReceived received, String reason) {
        add(tx, new EventRow(webhook, id, null, null), received, new Ending(SourceOutcome.REFUSED, reason, null, null));
    }

    private long add(Handle tx, EventRow row, SourceReceived received, Ending ending) {
        tx.afterCommit(() -> metrics.delivered(ending.outcome()));
        return SourceDeliveryTable.add(tx, row, received.receivedAt(), ending);
    }
}
