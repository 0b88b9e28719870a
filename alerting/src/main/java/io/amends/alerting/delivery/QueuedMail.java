package io.amends.alerting.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.contracts.Delivered;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.DeliveryWhy;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/** A message as its row has it. */
public record QueuedMail(
        String id,
        String portal,
        Delivered.Channel channel,
        @Nested @JsonUnwrapped Addressee addressee,
        @Nested @JsonUnwrapped DeliveryProgress progress) {

    /**
     * Which digest goes to whom, and where.
     *
     * @param contactId null for a post on a channel, which goes to no person
     * @param address a mailbox, a number, or the code of a channel of the directory
     * @param digestId for a text message the newest digest that it counts; null for an alert, whose words are its own (C7)
     */
    public record Addressee(@Nullable String digestId, @Nullable String contactId, String address) {}

    /**
     * How far it is.
     *
     * @param resends how often it was sent again by hand
     * @param error what the last attempt met
     * @param until the alert instant that a held one waits for
     * @param why it is held or skipped; else null
     */
    public record DeliveryProgress(
            DeliveryState state,
            int resends,
            @Nullable String error,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant until,
            @Nullable DeliveryWhy why) {}
}
