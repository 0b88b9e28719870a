package io.amends.ingest.requests;

import io.amends.contracts.EventTypes;
import io.amends.contracts.FileRequest;
import io.amends.contracts.Reason;
import io.amends.ingest.requests.core.RequestForm;
import io.amends.kit.access.Signature;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.inbound.Consumers;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import io.amends.kit.rights.Sight;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Files requests for programs (A9), by the rule that people get over HTTP. What cannot be filed goes to the dead letters,
 * with the reason that they would get.
 */
@ApplicationScoped
class RequestCommands implements EventHandler<RequestCommands.SentRequest> {
    private static final String NAME = "requests";

    private final Consumers consumers;
    private final RequestDesk desk;
    private final DirectoryView directory;

    /**
     * A request as a program has sent it.
     *
     * @param source the source of its event
     */
    record SentRequest(String source, RequestForm form, PortalDirectory portal) {}

    RequestCommands(Consumers consumers, RequestDesk desk, DirectoryView directory) {
        this.consumers = consumers;
        this.desk = desk;
        this.directory = directory;
    }

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, this);
    }

    @Override
    public @Nullable SentRequest read(Received record, CloudEvent event) {
        if (!event.type().equals(EventTypes.REQUEST_FILE)) {
            return null;
        }
        if (directory.call().getStatus() != HealthCheckResponse.Status.UP) {
            throw new TransientFailure("the directory is still being read");
        }
        RequestForm form = new RequestForm(event.readSent(FileRequest.class));
        String cpc = form.sent().portal();
        PortalDirectory portal = cpc == null ? null : directory.portal(cpc);
        if (cpc != null && portal == null) {
            throw new PermanentFailure("there is no portal '" + cpc + "'");
        }
        Set<String> groups = portal == null ? Set.of() : portal.groups().keySet();
        List<Reason> faults = form.faults(groups);
        if (portal == null || !faults.isEmpty()) {
            throw new PermanentFailure("the request cannot be filed: " + Reason.phrases(faults));
        }
        return new SentRequest(event.source(), form, portal);
    }

    @Override
    public void apply(Handle tx, List<SentRequest> batch) {
        for (SentRequest sent : batch) {
            FiledRequest filing =
                    desk.file(tx, sent.form(), sent.portal(), null, Signature.program(sent.source()), Sight.ALL);
            if (filing.verdict() == FiledRequest.FilingEnd.CONTACT_REFUSED) {
                throw new PermanentFailure("the customer of this ticket asked not to be contacted");
            }
        }
    }
}
