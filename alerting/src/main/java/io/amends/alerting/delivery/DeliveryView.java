package io.amends.alerting.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message with its attempts (C9).
 *
 * @param state QUEUED, SENDING, SENT or FAILED
 * @param error what the last attempt met
 */
public record DeliveryView(
        String id,
        String portal,
        String channel,
        String digestId,
        String contactId,
        String address,
        String state,
        int resends,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant sentAt,
        List<Attempt> attempts) {

    /**
     * One attempt.
     *
     * @param outcome SENT, FAILED, or LOST where its worker did not come back; null while it runs
     */
    public record Attempt(
            int attempt,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String outcome,
            @Nullable String error) {}
}
