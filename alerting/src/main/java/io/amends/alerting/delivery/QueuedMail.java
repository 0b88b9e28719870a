package io.amends.alerting.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.api.DeliveryState;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/** A message as its row has it. */
public record QueuedMail(
        String id,
        String portal,
        Channel channel,
        @Nested @JsonUnwrapped Addressee addressee,
        @Nested @JsonUnwrapped DeliveryProgress progress) {

    /**
     * Which digest goes to whom, and where.
     *
     * @param digestId null for an alert, whose words are its own (C7)
     */
    public record Addressee(@Nullable String digestId, String contactId, String address) {}

    /**
     * How far it is.
     *
     * @param resends how often it was sent again by hand
     * @param error what the last attempt met
     */
    public record DeliveryProgress(
            DeliveryState state, int resends, @Nullable String error, Instant createdAt, @Nullable Instant sentAt) {}
}
