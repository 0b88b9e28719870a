package io.amends.alerting.delivery;

import io.amends.contracts.Delivered;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.contracts.api.ListedDelivery;
import io.amends.contracts.api.ListedDelivery.DeliveredMessage;
import io.amends.contracts.api.ListedDelivery.DeliveryAttempt;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A message as its row has it.
 *
 * @param subject of a mail; null before it is written
 */
record QueuedMail(
        String id,
        String portal,
        Delivered.Channel channel,
        @Nested Addressee addressee,
        @Nested DeliveryProgress progress,
        @Nullable String subject) {

    /**
     * Which digest goes to whom, and where.
     *
     * @param contactId null for a post on a channel, which goes to no person
     * @param address a mailbox, a number, or the code of a channel of the directory
     * @param digestId for a text message the newest digest that it counts; null for an alert, whose words are its own (C7)
     */
    record Addressee(@Nullable String digestId, @Nullable String contactId, String address) {}

    /**
     * How far it is.
     *
     * @param resends how often it was sent again by hand
     * @param error what the last attempt met
     * @param until when a held one goes out
     * @param why it is held or skipped; else null
     */
    record DeliveryProgress(
            DeliveryState state,
            int resends,
            @Nullable String error,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant until,
            @Nullable DeliveryWhy why) {}

    /** How it is shown. */
    ListedDelivery listed(List<DeliveryAttempt> attempts, @Nullable DeliveredMessage message) {
        return new ListedDelivery(
                id,
                portal,
                channel,
                addressee.digestId(),
                addressee.contactId(),
                addressee.address(),
                progress.state(),
                progress.resends(),
                progress.error(),
                progress.createdAt(),
                progress.sentAt(),
                progress.until(),
                progress.why(),
                subject,
                attempts,
                message);
    }
}
