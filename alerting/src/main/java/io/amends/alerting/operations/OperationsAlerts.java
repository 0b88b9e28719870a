package io.amends.alerting.operations;

import io.amends.alerting.delivery.AdminNotices;
import io.amends.alerting.delivery.DeliveryWorkers;
import io.amends.alerting.operations.OperationsNotice.OfQuarantine;
import io.amends.alerting.operations.OperationsNotice.OfSilence;
import io.amends.alerting.operations.OperationsNotice.OfSpeech;
import io.amends.contracts.EventTypes;
import io.amends.contracts.QuarantineWaiting;
import io.amends.contracts.SourceSilence;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.CloudEvent;
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

/**
 * Has each admin of the portal told of each event of the topic of operations (A7, A11). It gathers nothing: who
 * writes the events has. Sends nothing: that is for the workers.
 */
@ApplicationScoped
public class OperationsAlerts implements EventHandler<OperationsNotice> {
    private static final String NAME = "operations";

    private final Consumers consumers;
    private final DirectoryView directory;
    private final AdminNotices admins;
    private final DeliveryWorkers workers;

    OperationsAlerts(Consumers consumers, DirectoryView directory, AdminNotices admins, DeliveryWorkers workers) {
        this.consumers = consumers;
        this.directory = directory;
        this.admins = admins;
        this.workers = workers;
    }

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, this);
    }

    @Override
    public @Nullable OperationsNotice read(Received record, CloudEvent event) {
        OperationsNotice notice =
                switch (event.type()) {
                    case EventTypes.SOURCE_SILENT -> new OfSilence(event.id(), event.read(SourceSilence.class));
                    case EventTypes.SOURCE_HEARD -> new OfSpeech(event.id(), event.read(SourceSilence.class));
                    case EventTypes.QUARANTINE_WAITING ->
                        new OfQuarantine(event.id(), event.read(QuarantineWaiting.class));
                    default -> null;
                };
        if (notice == null) {
            return null;
        }
        directory.awaitPortal(notice.portal(), portal -> true);
        return notice;
    }

    @Override
    public void apply(Handle tx, List<OperationsNotice> batch) {
        for (OperationsNotice notice : batch) {
            PortalDirectory portal = directory.portal(notice.portal());
            if (portal != null) {
                admins.queue(tx, notice.id(), portal, writer -> notice.mail(writer, portal.portal()));
            }
        }
    }

    @Override
    public void committed() {
        workers.wake();
    }
}
