package io.amends.alerting.delivery;

import io.amends.alerting.delivery.AlertMails.AlertAddress;
import io.amends.alerting.delivery.AlertQueue.AlertWords;
import io.amends.alerting.delivery.ChannelHealth.Standing;
import io.amends.alerting.digest.Recipients;
import io.amends.alerting.period.QuietTime;
import io.amends.alerting.rendering.RequestForms;
import io.amends.alerting.report.OperationsMailWriter;
import io.amends.alerting.report.OperationsMailWriter.ChannelOff;
import io.amends.alerting.report.OperationsMessages;
import io.amends.contracts.Delivered;
import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.Contact;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.id.Ids;
import io.amends.messages.Languages;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Queues the mails that tell a portal's admins of a channel that was switched off by itself (C8, A7). */
@Singleton
final class ChannelNotices {
    private final DirectoryView directory;
    private final AlertQueue alerts;
    private final Clock clock;
    private final Function<Locale, OperationsMessages> sentences;
    private final URI pages;

    ChannelNotices(
            DirectoryView directory,
            AlertQueue alerts,
            Clock clock,
            @Any Instance<OperationsMessages> sentences,
            @ConfigProperty(name = "amends.base-url") String baseUrl) {
        this.directory = directory;
        this.alerts = alerts;
        this.clock = clock;
        this.sentences = Languages.each(sentences);
        this.pages = URI.create(baseUrl.replaceAll("/+$", ""));
    }

    /** In the transaction that switches it off: the admins are told once. */
    void off(Handle tx, ChannelId id, Standing standing) {
        PortalDirectory portal = directory.portal(id.portal());
        if (portal == null || standing.off() == null) {
            return;
        }
        AlertChannel channel = portal.channels().get(id.code());
        ChannelOff told = new ChannelOff(
                id.portal(),
                id.code(),
                channel == null ? id.code() : channel.name(),
                standing.off(),
                standing.lastOk(),
                String.valueOf(standing.error()));
        for (String contactId : new Recipients(portal.portal(), portal.groups(), portal.contacts()).admins()) {
            Contact contact = Objects.requireNonNull(portal.contacts().get(contactId));
            Locale locale = Languages.of(contact.language(), portal.portal().language());
            OperationsMailWriter writer = new OperationsMailWriter(sentences.apply(locale), locale, pages);
            alerts.add(
                    tx,
                    Ids.v5(
                            "delivery",
                            "channel-off",
                            id.portal(),
                            id.code(),
                            told.off().since().toString(),
                            contactId),
                    Delivered.Channel.EMAIL,
                    new AlertAddress(
                            id.portal(), id.portal(), List.of(), contactId, Objects.requireNonNull(contact.mailbox())),
                    AlertWords.of(RequestForms.of(writer.channelOff(told, portal.portal()))),
                    QuietTime.until(portal.portal(), contact, clock.instant()));
        }
    }
}
