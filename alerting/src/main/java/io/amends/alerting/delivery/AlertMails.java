package io.amends.alerting.delivery;

import io.amends.alerting.rendering.DigestForms;
import io.amends.contracts.Delivered;
import io.amends.contracts.api.DeliveryState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Mails that are no digest: queued once with their words, and sent by the same workers (C7, C9). */
@ApplicationScoped
public class AlertMails {

    /**
     * To whom an alert goes, and what it is about.
     *
     * @param key of what is told of its delivery: the ticket's, or the portal where it is about none
     * @param groups the support groups that it is of, by which roles see it (H1); none: it is of the portal
     */
    public record AlertAddress(String portal, String key, List<String> groups, String contactId, String mailbox) {

        /** Copies the groups. */
        public AlertAddress {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Queues an alert.
     *
     * @param id derived from what it tells, and whom: the same alert is queued once
     */
    public void queue(Handle tx, UUID id, AlertAddress to, DigestForms mail) {
        boolean fresh = tx.createUpdate(
                                """
                                INSERT INTO delivery (id, portal, channel, contact_id, address, state)
                                VALUES (:id, :portal, :channel, :contact, :address, :state) ON CONFLICT DO NOTHING""")
                        .bind("id", id)
                        .bind("portal", to.portal())
                        .bind("channel", Delivered.Channel.EMAIL.name())
                        .bind("contact", to.contactId())
                        .bind("address", to.mailbox())
                        .bind("state", DeliveryState.QUEUED.name())
                        .execute()
                == 1;
        if (fresh) {
            tx.createUpdate(
                            """
                            INSERT INTO alert_mail (id, ticket_key, support_groups, subject, html, body)
                            VALUES (:id, :ticket, :groups, :subject, :html, :text)""")
                    .bind("id", id)
                    .bind("ticket", to.key())
                    .bindArray("groups", String.class, to.groups())
                    .bind("subject", mail.subject())
                    .bind("html", mail.html())
                    .bind("text", mail.text())
                    .execute();
        }
    }

    /** What an alert says. */
    DigestForms of(Handle handle, UUID delivery) {
        return handle.createQuery("SELECT subject, html, body FROM alert_mail WHERE id = :id")
                .bind("id", delivery)
                .map((row, context) ->
                        new DigestForms(row.getString("subject"), row.getString("html"), row.getString("body"), null))
                .one();
    }
}
