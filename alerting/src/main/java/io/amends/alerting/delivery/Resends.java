package io.amends.alerting.delivery;

import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.NewResend;
import io.amends.contracts.api.ResendRefusal;
import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.Contact;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message again by hand (C9, F7): as it was, to where its recipient is reached now, to nobody who left or wants nothing by
 * that channel, and not where nobody is to act any more on what it tells.
 */
@Singleton
final class Resends {
    private final DirectoryView directory;
    private final DeliveryStore deliveries;
    private final SmsStops stops;
    private final ChannelHealth health;
    private final TakenBack takenBack;

    Resends(
            DirectoryView directory,
            DeliveryStore deliveries,
            SmsStops stops,
            ChannelHealth health,
            TakenBack takenBack) {
        this.directory = directory;
        this.deliveries = deliveries;
        this.stops = stops;
        this.health = health;
        this.takenBack = takenBack;
    }

    /**
     * Queues it once more.
     *
     * @throws Problem 409 with the {@link ResendRefusal} where it is not to be sent
     */
    void queue(Handle tx, QueuedMail mail, NewResend asked) {
        QueuedMail.Addressee to = mail.addressee();
        String address =
                switch (mail.channel()) {
                    case EMAIL -> reached(contact(mail).mailbox());
                    case SMS -> reached(contact(mail).textNumber());
                    case TEAMS, SLACK, WEBHOOK -> channel(tx, new ChannelId(mail.portal(), to.address()));
                };
        boolean stopped = to.contactId() != null && stops.has(tx, mail.portal(), to.contactId(), address);
        if (stopped && !Boolean.TRUE.equals(asked.wantedAgain())) {
            throw refused(
                    ResendRefusal.STOPPED,
                    "Whoever has that number has answered STOP. If they want text messages again, say so by wantedAgain.");
        }
        if (!deliveries.resend(tx, UUID.fromString(mail.id()), address, asked.resends())) {
            throw notNow(mail.progress(), asked.resends());
        }
        if (takenBack.tellsOf(tx, mail)) {
            throw refused(
                    ResendRefusal.TAKEN_BACK,
                    "A customer of whom it tells has answered anew since, or is not to be contacted any more.");
        }
    }

    private Contact contact(QueuedMail mail) {
        Contact contact = directory
                .require(mail.portal())
                .contacts()
                .get(Objects.requireNonNull(mail.addressee().contactId()));
        if (contact == null) {
            throw refused(ResendRefusal.CONTACT_LEFT, "Its recipient is no contact of the portal any more.");
        }
        return contact;
    }

    private String channel(Handle tx, ChannelId id) {
        AlertChannel channel = directory.require(id.portal()).channels().get(id.code());
        if (channel == null || !channel.active() || health.isOff(tx, id)) {
            throw refused(ResendRefusal.NO_ADDRESS, "There is no such channel any more, or it is switched off.");
        }
        return id.code();
    }

    private static String reached(@Nullable String address) {
        if (address == null) {
            throw refused(ResendRefusal.NO_ADDRESS, "Its recipient is to be told nothing by that channel any more.");
        }
        return address;
    }

    private static Problem notNow(QueuedMail.DeliveryProgress progress, @Nullable Integer seen) {
        if (progress.state() == DeliveryState.SKIPPED) {
            return refused(ResendRefusal.SKIPPED, "That delivery was not sent on purpose.");
        }
        return seen != null && seen != progress.resends()
                ? refused(ResendRefusal.SENT_AGAIN, "Somebody has sent that delivery again meanwhile.")
                : refused(ResendRefusal.UNDER_WAY, "That delivery is on its way already.");
    }

    private static Problem refused(ResendRefusal cause, String words) {
        return Problem.conflict(words).with("cause", cause);
    }
}
