package io.amends.alerting.urgent;

import io.amends.alerting.archive.ToldCases;
import io.amends.alerting.delivery.AlertMails.AlertAddress;
import io.amends.alerting.delivery.AlertQueue;
import io.amends.alerting.delivery.AlertQueue.AlertWords;
import io.amends.alerting.delivery.DeliveryWorkers;
import io.amends.alerting.digest.Recipients;
import io.amends.alerting.period.QuietTime;
import io.amends.alerting.rendering.RequestForms;
import io.amends.alerting.report.AlertMessages;
import io.amends.alerting.report.RequestMailWriter;
import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.EventTypes;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.TicketKey;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Hears of urgent requests and queues a mail and a text message to the manager of the support group, at once and each for itself:
 * neither gathered nor held by Weekend Alerts, but by quiet time (A9, C7, C10). Sends nothing: that is for the workers.
 */
@ApplicationScoped
public class UrgentRequests implements EventHandler<RequestFiled> {
    private static final String NAME = "requests";

    private final Consumers consumers;
    private final DirectoryView directory;
    private final Clock clock;
    private final AlertQueue alerts;
    private final ImmediateWording wording;
    private final DeliveryWorkers workers;
    private final Function<Locale, AlertMessages> sentences;
    private final URI pages;

    UrgentRequests(
            Consumers consumers,
            DirectoryView directory,
            Clock clock,
            AlertQueue alerts,
            ImmediateWording wording,
            DeliveryWorkers workers,
            @Any Instance<AlertMessages> sentences,
            @ConfigProperty(name = "amends.base-url") String baseUrl) {
        this.consumers = consumers;
        this.directory = directory;
        this.clock = clock;
        this.alerts = alerts;
        this.wording = wording;
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
    public @Nullable RequestFiled read(Received record, CloudEvent event) {
        if (!event.type().equals(EventTypes.REQUEST_FILED)) {
            return null;
        }
        RequestFiled request = event.read(RequestFiled.class);
        if (!request.urgent()) {
            return null;
        }
        directory.awaitPortal(request.portal(), portal -> portal.groups().containsKey(request.supportGroup()));
        return request;
    }

    @Override
    public void apply(Handle tx, List<RequestFiled> batch) {
        for (RequestFiled request : batch) {
            PortalDirectory portal = directory.portal(request.portal());
            if (portal != null) {
                alert(tx, request, portal);
            }
        }
    }

    @Override
    public void committed() {
        workers.wake();
    }

    private void alert(Handle tx, RequestFiled request, PortalDirectory portal) {
        Recipients.Audience audience =
                new Recipients(portal.portal(), portal.groups(), portal.contacts()).ofUrgent(request.supportGroup());
        Group group = portal.groups().get(request.supportGroup());
        for (String contactId : audience.contacts()) {
            Contact contact = Objects.requireNonNull(portal.contacts().get(contactId));
            List<String> cases = List.of(Ids.ofCase(request.portal(), request.ticketId()));
            Instant quietUntil = QuietTime.untilOfImmediate(portal.portal(), contact, clock.instant());
            UUID mail = Ids.v5("delivery", "request", request.requestId(), contactId);
            alerts.add(
                    tx,
                    mail,
                    Channel.EMAIL,
                    address(request, contactId, Objects.requireNonNull(contact.mailbox())),
                    AlertWords.of(RequestForms.of(writer(contact, portal)
                            .mail(
                                    request,
                                    portal.portal(),
                                    group == null ? request.supportGroup() : group.name(),
                                    contact,
                                    audience.admins()))),
                    quietUntil);
            ToldCases.add(tx, mail, cases);
            String number = alerts.textNumber(portal.portal(), contact);
            if (number != null) {
                UUID text = Ids.v5("delivery", "request", request.requestId(), contactId, Channel.SMS.name());
                alerts.add(
                        tx,
                        text,
                        Channel.SMS,
                        address(request, contactId, number),
                        wording.of(request, portal, contact),
                        quietUntil);
                ToldCases.add(tx, text, cases);
            }
        }
    }

    private static AlertAddress address(RequestFiled request, String contactId, String address) {
        return new AlertAddress(
                request.portal(),
                TicketKey.of(request.portal(), request.ticketId(), ""),
                List.of(request.supportGroup()),
                contactId,
                address);
    }

    private RequestMailWriter writer(Contact reader, PortalDirectory portal) {
        Locale locale = Languages.of(reader.language(), portal.portal().language());
        return new RequestMailWriter(sentences.apply(locale), locale, pages);
    }
}
