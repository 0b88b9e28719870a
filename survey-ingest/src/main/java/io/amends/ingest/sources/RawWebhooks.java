package io.amends.ingest.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.api.SourceOutcome;
import io.amends.contracts.directory.Source;
import io.amends.contracts.directory.SourceReceived;
import io.amends.ingest.optouts.OptOuts;
import io.amends.ingest.sources.ResponsesFromSources.MadeResponse;
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
import java.util.ArrayList;
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
        SourceDeliveryTable.count(tx, batch);
        List<MadeResponse> made = new ArrayList<>();
        batch.forEach(received -> apply(new Hearing(tx, received, made)));
        responses.submit(tx, made);
    }

    @Override
    public void committed() {
        outbox.wake();
        fetches.wake();
    }

    /**
     * A webhook whose events are looked at.
     *
     * @param made of all webhooks of the transaction, to be submitted together
     */
    private record Hearing(Handle tx, SourceReceived received, List<MadeResponse> made) {}

    private void apply(Hearing of) {
        SourceReceived received = of.received();
        long webhook = SourceDeliveryTable.keep(of.tx(), received);
        SourceId id = new SourceId(received.portal(), received.source());
        PortalDirectory portal = directory.portal(id.portal());
        Source source = portal == null ? null : portal.sources().get(id.code());
        Vendor vendor = Vendors.of(received.vendor());
        if (portal == null || source == null) {
            refuse(of, webhook, id, "the source is not in the directory any more");
            return;
        }
        try {
            List<VendorEvent> events = vendor.events(received.bytes(), received.messageId());
            for (VendorEvent event : events) {
                // One that is all of its webhook is kept there.
                byte[] part = events.size() == 1 ? null : Json.write(event.body());
                EventRow row = new EventRow(webhook, id, event.id(), part);
                apply(of, portal, new SourceBody(id, vendor, source, event.body()), event, row);
            }
        } catch (UnreadableBody e) {
            refuse(of, webhook, id, "the body " + e.why());
        }
    }

    private void apply(Hearing of, PortalDirectory portal, SourceBody body, VendorEvent event, EventRow row) {
        if (SourceDeliveryTable.had(of.tx(), row.source(), event.id())) {
            add(of, row, new Ending(SourceOutcome.REPEATED, null, event.responseId(), null));
            return;
        }
        switch (event.kind()) {
            case RESPONSE -> {
                MadeResponse made =
                        responses.make(portal, body, event.id(), of.received().receivedAt());
                of.made().add(made);
                add(of, row, made.ending());
            }
            case OTHER -> add(of, row, new Ending(SourceOutcome.IGNORED, null, event.responseId(), null));
            case OPT_OUT -> add(of, row, unsubscribed(of.tx(), body, of.received()));
            case NAMED -> {
                Fetching fetching = body.vendor().fetching().orElseThrow();
                String path = fetching.path().apply(event.body()).orElseThrow();
                long delivery = add(of, row, new Ending(SourceOutcome.WAITING, null, event.responseId(), null));
                FetchQueue.add(of.tx(), delivery, row.source(), path);
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

    private void refuse(Hearing of, long webhook, SourceId id, String reason) {
        add(of, new EventRow(webhook, id, null, null), new Ending(SourceOutcome.REFUSED, reason, null, null));
    }

    private long add(Hearing of, EventRow row, Ending ending) {
        of.tx().afterCommit(() -> metrics.delivered(ending.outcome()));
        return SourceDeliveryTable.add(of.tx(), row, of.received().receivedAt(), ending);
    }
}
