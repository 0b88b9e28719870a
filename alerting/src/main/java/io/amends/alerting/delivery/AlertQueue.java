package io.amends.alerting.delivery;

import io.amends.alerting.delivery.AlertMails.AlertAddress;
import io.amends.alerting.delivery.HeldDeliveries.HeldDelivery;
import io.amends.alerting.rendering.DigestForms;
import io.amends.contracts.Delivered;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import io.amends.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are beside no digest, by mail and as text messages: queued once with their words, or held until quiet time is over
 * (C7, C10). Sends nothing: that is for the workers.
 */
@ApplicationScoped
public class AlertQueue {
    private final SmsStops stops;
    private final TwilioApi texts;
    private final Outbox outbox;
    private final Clock clock;

    AlertQueue(SmsStops stops, TwilioApi texts, Outbox outbox, Clock clock) {
        this.stops = stops;
        this.texts = texts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a message says.
     *
     * @param subject empty for a text message
     * @param html the same
     * @param text of a mail, or the text message
     */
    public record AlertWords(String subject, String html, String text) {

        /** Those of a mail. */
        public static AlertWords of(DigestForms mail) {
            return new AlertWords(mail.subject(), mail.html(), mail.text());
        }

        /** Those of a text message. */
        public static AlertWords ofText(String text) {
            return new AlertWords("", "", text);
        }
    }

    /** The number for text messages to a contact; null where none go out at all, the portal sends none, or there is none (C3). */
    public @Nullable String textNumber(Portal portal, Contact contact) {
        return texts.isSet() && portal.sms() ? contact.textNumber() : null;
    }

    /**
     * Queues a message, or holds it.
     *
     * @param id derived from what it tells, and whom: the same message is queued once
     * @param heldUntil the end of the quiet time that holds it; null: it goes at once
     */
    public void add(
            Handle tx,
            UUID id,
            Delivered.Channel channel,
            AlertAddress to,
            AlertWords words,
            @Nullable Instant heldUntil) {
        DeliveryWhy unfit = unfit(tx, channel, to);
        DeliveryState state =
                unfit != null ? DeliveryState.SKIPPED : heldUntil != null ? DeliveryState.HELD : DeliveryState.QUEUED;
        DeliveryWhy why = state == DeliveryState.HELD ? DeliveryWhy.QUIET_TIME : unfit;
        boolean fresh = tx.createUpdate(
                                """
                                INSERT INTO delivery (id, portal, channel, contact_id, address, state, until, why)
                                VALUES (:id, :portal, :channel, :contact, :address, :state, :until, :why)
                                ON CONFLICT DO NOTHING""")
                        .bind("id", id)
                        .bind("portal", to.portal())
                        .bind("channel", channel.name())
                        .bind("contact", to.contactId())
                        .bind("address", to.mailbox())
                        .bind("state", state.name())
                        .bind("until", state == DeliveryState.HELD ? heldUntil : null)
                        .bind("why", why == null ? null : why.name())
                        .execute()
                == 1;
        if (fresh) {
            addWords(tx, id, channel, to, words);
            if (why != null) {
                Instant until = state == DeliveryState.HELD ? heldUntil : null;
                outbox.add(
                        tx,
                        List.of(HeldDeliveries.event(
                                id,
                                to.key(),
                                to.portal(),
                                channel,
                                null,
                                to.contactId(),
                                until,
                                why,
                                clock.instant())));
            }
        }
    }

    private static void addWords(Handle tx, UUID id, Delivered.Channel channel, AlertAddress to, AlertWords words) {
        boolean text = channel == Delivered.Channel.SMS;
        tx.createUpdate(
                        """
                        INSERT INTO alert_mail (id, ticket_key, support_groups, subject, html, body)
                        VALUES (:id, :ticket, :groups, :subject, :html, :body)""")
                .bind("id", id)
                .bind("ticket", to.key())
                .bindArray("groups", String.class, to.groups())
                .bind("subject", words.subject())
                .bind("html", words.html())
                .bind("body", text ? "" : words.text())
                .execute();
        if (text) {
            tx.createUpdate("INSERT INTO sms_text (id, body) VALUES (:id, :body)")
                    .bind("id", id)
                    .bind("body", words.text())
                    .execute();
        }
    }

    /**
     * Gives a held message its words, those whom it is of and its address as they are now, and queues it; or skips it where that
     * address can be sent nothing.
     */
    public void release(Handle tx, HeldDelivery held, AlertAddress to, AlertWords words) {
        UUID id = held.id();
        DeliveryWhy unfit = unfit(tx, held.channel(), to);
        if (unfit != null) {
            skip(tx, held, unfit);
            return;
        }
        tx.createUpdate(
                        """
                        UPDATE alert_mail SET ticket_key = :ticket, support_groups = :groups, subject = :subject,
                               html = :html, body = CASE WHEN :html = '' THEN '' ELSE :body END
                        WHERE id = :id""")
                .bind("ticket", to.key())
                .bindArray("groups", String.class, to.groups())
                .bind("subject", words.subject())
                .bind("html", words.html())
                .bind("body", words.text())
                .bind("id", id)
                .execute();
        tx.createUpdate("UPDATE sms_text SET body = :body WHERE id = :id")
                .bind("body", words.text())
                .bind("id", id)
                .execute();
        HeldDeliveries.queue(tx, id, to.mailbox());
    }

    /** What quiet time held is not sent at all, which is told. */
    public void skip(Handle tx, HeldDelivery held, DeliveryWhy why) {
        HeldDeliveries.skip(tx, held.id(), why);
        UUID digest = held.digestId();
        outbox.add(
                tx,
                List.of(HeldDeliveries.event(
                        held.id(),
                        digest == null ? AlertMails.key(tx, held.id()) : digest.toString(),
                        held.portal(),
                        held.channel(),
                        digest == null ? null : digest.toString(),
                        held.contactId(),
                        null,
                        why,
                        clock.instant())));
    }

    private @Nullable DeliveryWhy unfit(Handle tx, Delivered.Channel channel, AlertAddress to) {
        return channel == Delivered.Channel.SMS ? stops.unfit(tx, to.portal(), to.contactId(), to.mailbox()) : null;
    }
}
