package io.amends.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.delivery.sent}, {@code .failed} and {@code .held}: what became of one message (C8, C9).
 *
 * @param attempts how often it was tried so far
 * @param error what the last attempt met; null when sent
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
        Instant at) {

    /** The way by which a message goes. */
    public enum Channel {
        EMAIL,
        SMS,
        TEAMS,
        SLACK,
        WEBHOOK
    }
}
