package io.amends.alerting.operations;

import io.amends.alerting.delivery.AlertMails.AlertAddress;
import io.amends.alerting.delivery.AlertQueue;
import io.amends.alerting.delivery.AlertQueue.AlertWords;
import io.amends.alerting.delivery.DeliveryWorkers;
import io.amends.alerting.digest.Recipients;
import io.amends.alerting.operations.OperationsNotice.OfQuarantine;
import io.amends.alerting.operations.OperationsNotice.OfSilence;
import io.amends.alerting.operations.OperationsNotice.OfSpeech;
import io.amends.alerting.period.QuietTime;
import io.amends.alerting.rendering.RequestForms;
import io.amends.alerting.report.OperationsMailWriter;
import io.amends.alerting.report.OperationsMessages;
import io.amends.contracts.Delivered;
import io.amends.contracts.EventTypes;
import io.amends.contracts.QuarantineWaiting;
import io.amends.contracts.SourceSilence;
import io.amends.contracts.directory.Contact;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.id.Ids;
import io.amends.kit.inbound.Consumers;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import io.amends.messages.Languages;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Queues a mail to each admin of the portal for each event of the topic of operations (A7, A11). It gathers nothing: who
 * writes the events has. Sends nothing: that is for the workers.
 */
@ApplicationScoped
public class OperationsAlerts implements EventHandler<OperationsNotice> {
    private static final String NAME = "operations";
    private static final Logger LOG = Logger.getLogger(OperationsAlerts.class);

    private final Consumers consumers;
    private final DirectoryView directory;
    private final Clock clock;
    private final AlertQueue alerts;
    private final DeliveryWorkers workers;
    private final Function<Locale, OperationsMessages> sentences;
    private final URI pages;

    OperationsAlerts(
            Consumers consumers,
            DirectoryView directory,
            Clock clock,
            AlertQueue alerts,
            DeliveryWorkers workers,
            @Any Instance<OperationsMessages> sentences,
            @ConfigProperty(name = "amends.base-url") String baseUrl) {
        this.consumers = consumers;
        this.directory = directory;
        this.clock = clock;
        this.alerts = alerts;
        this.workers = workers;
        this.sentences = Languages.each(sentences);
        this.pages = URI.create(baseUrl.replaceAll("/+$", ""));
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
                alert(tx, notice, portal);
            }
        }
    }

    @Override
    public void committed() {
        workers.wake();
    }

    private void alert(Handle tx, OperationsNotice notice, PortalDirectory portal) {
        List<String> admins = new Recipients(portal.portal(), portal.groups(), portal.contacts()).admins();
        if (admins.isEmpty()) {
            LOG.warnf("portal %s has no admin who can be told by mail", portal.cpc());
        }
        for (String contactId : admins) {
            Contact contact = Objects.requireNonNull(portal.contacts().get(contactId));
            alerts.add(
                    tx,
                    Ids.v5("delivery", NAME, notice.id(), contactId),
                    Delivered.Channel.EMAIL,
                    new AlertAddress(
                            portal.cpc(),
                            portal.cpc(),
                            List.of(),
                            contactId,
                            Objects.requireNonNull(contact.mailbox())),
                    AlertWords.of(RequestForms.of(notice.mail(writer(contact, portal), portal.portal()))),
                    QuietTime.until(portal.portal(), contact, clock.instant()));
        }
    }

    private OperationsMailWriter writer(Contact reader, PortalDirectory portal) {
        Locale locale = Languages.of(reader.language(), portal.portal().language());
        return new OperationsMailWriter(sentences.apply(locale), locale, pages);
    }
}
