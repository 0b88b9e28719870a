package io.amends.alerting.delivery;

import io.amends.alerting.rendering.DigestForms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Mails that are no digest, as {@link AlertQueue} has queued them, and the workers send them (C7, C9). */
@ApplicationScoped
public class AlertMails {

    /**
     * To whom an alert goes, and what it is about.
     *
     * @param key of what is told of its delivery: the ticket's, or the portal where it is about none
     * @param groups the support groups that it is of, by which roles see it (H1); none: it is of the portal
     * @param mailbox the address of its channel: a mailbox, or a number
     */
    public record AlertAddress(String portal, String key, List<String> groups, String contactId, String mailbox) {

        /** Copies the groups. */
        public AlertAddress {
            groups = List.copyOf(groups);
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

    /** The key of what is told of an alert's delivery: the ticket that it is about, or the portal. */
    public static String key(Handle handle, UUID delivery) {
        return handle.createQuery("SELECT ticket_key FROM alert_mail WHERE id = :id")
                .bind("id", delivery)
                .mapTo(String.class)
                .one();
    }
}
