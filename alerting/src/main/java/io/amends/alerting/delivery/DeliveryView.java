package io.amends.alerting.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.contracts.api.AttemptOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message with its attempts (C9). */
public record DeliveryView(@JsonUnwrapped QueuedMail mail, List<Attempt> attempts) {

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
