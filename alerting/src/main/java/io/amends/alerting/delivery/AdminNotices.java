package io.amends.alerting.delivery;

import io.amends.alerting.delivery.AlertMails.AlertAddress;
import io.amends.alerting.delivery.AlertQueue.AlertWords;
import io.amends.alerting.period.QuietTime;
import io.amends.alerting.rendering.RequestForms;
import io.amends.alerting.report.OperationsMailWriter;
import io.amends.alerting.report.OperationsMessages;
import io.amends.alerting.report.RequestMail;
import io.amends.alerting.sms.NoticeWriter;
import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.directory.Contact;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.id.Ids;
import io.amends.messages.Languages;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Tells a portal's admins how things run: each by mail, and by text message where they have a number for it (A7). Sends nothing:
 * that is for the workers.
 */
@Singleton
public class AdminNotices {
    private static final String NAME = "operations";
    private static final Logger LOG = Logger.getLogger(AdminNotices.class);

    private final Clock clock;
    private final AlertQueue alerts;
    private final Function<Locale, OperationsMessages> sentences;
    private final URI pages;

    AdminNotices(
            Clock clock,
            AlertQueue alerts,
            @Any Instance<OperationsMessages> sentences,
            @ConfigProperty(name = "amends.base-url") String baseUrl) {
        this.clock = clock;
        this.alerts = alerts;
        this.sentences = Languages.each(sentences);
        this.pages = URI.create(baseUrl.replaceAll("/+$", ""));
    }

    /**
     * Queues what they are told.
     *
     * @param id of what is told: each admin is told of it once by each way
     */
    public void queue(Handle tx, String id, PortalDirectory portal, Function<OperationsMailWriter, RequestMail> told) {
        boolean anybody = false;
        for (String admin : admins(portal)) {
            Contact contact = Objects.requireNonNull(portal.contacts().get(admin));
            RequestMail mail = told.apply(writer(contact, portal));
            Instant quietUntil = QuietTime.until(portal.portal(), contact, clock.instant());
            String mailbox = contact.mailbox();
            if (mailbox != null) {
                anybody = true;
                alerts.add(
                        tx,
                        Ids.v5("delivery", NAME, id, admin),
                        Channel.EMAIL,
                        address(portal, admin, mailbox),
                        AlertWords.of(RequestForms.of(mail)),
                        quietUntil);
            }
            String number = alerts.textNumber(portal.portal(), contact);
            if (number != null) {
                anybody = true;
                alerts.add(
                        tx,
                        Ids.v5("delivery", NAME, id, admin, Channel.SMS.name()),
                        Channel.SMS,
                        address(portal, admin, number),
                        AlertWords.ofText(new NoticeWriter(words(contact, portal)).text(mail.head())),
                        quietUntil);
            }
        }
        if (!anybody) {
            LOG.warnf("portal %s has no admin who can be told", portal.cpc());
        }
    }

    /** Whether all of them have quiet time now, so that what they are told would only wait (C10). */
    public boolean quiet(PortalDirectory portal) {
        List<String> admins = admins(portal);
        return !admins.isEmpty()
                && admins.stream()
                        .allMatch(admin -> QuietTime.until(
                                        portal.portal(), portal.contacts().get(admin), clock.instant())
                                != null);
    }

    private static List<String> admins(PortalDirectory portal) {
        return portal.portal().admins().stream()
                .distinct()
                .filter(portal.contacts()::containsKey)
                .toList();
    }

    private static AlertAddress address(PortalDirectory portal, String contact, String address) {
        return new AlertAddress(portal.cpc(), portal.cpc(), List.of(), contact, address);
    }

    private OperationsMailWriter writer(Contact reader, PortalDirectory portal) {
        return new OperationsMailWriter(words(reader, portal), locale(reader, portal), pages);
    }

    private OperationsMessages words(Contact reader, PortalDirectory portal) {
        return sentences.apply(locale(reader, portal));
    }

    private static Locale locale(Contact reader, PortalDirectory portal) {
        return Languages.of(reader.language(), portal.portal().language());
    }
}
