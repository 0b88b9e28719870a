package io.amends.alerting.delivery;

import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.api.AttemptOutcome;
import io.amends.contracts.api.DeliveryState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message with its attempts (C9).
 *
 * @param error what the last attempt met
 */
public record DeliveryView(
        String id,
        String portal,
        Channel channel,
        String digestId,
        String contactId,
        String address,
        DeliveryState state,
        int resends,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant sentAt,
        List<Attempt> attempts) {

    /**
     * One attempt.
     *
     * @param outcome null while it runs
     */
    public record Attempt(
            int attempt,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable AttemptOutcome outcome,
            @Nullable String error) {}
}
