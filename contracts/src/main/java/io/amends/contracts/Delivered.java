package io.amends.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.delivery.sent}, {@code .failed}, {@code .held} and {@code .skipped}: what became of one message
 * (C8, C9).
 *
 * @param attempts how often it was tried so far
 * @param error what the last attempt met; null when sent
 * @param until when a held one goes out; null for all others
 * @param why it is held or skipped, as the list of deliveries names it; null for all others
 */
public record Delivered(
        String deliveryId,
        String portal,
        Channel channel,
        @Nullable String digestId,
        @Nullable String contactId,
        @Nullable String responseId,
        int attempts,
        @Nullable String error,
        Instant at,
        @Nullable Instant until,
        @Nullable String why) {

    /** The way by which a message goes. */
    public enum Channel {
        EMAIL,
        SMS,
        TEAMS,
        SLACK,
        WEBHOOK
    }
}
