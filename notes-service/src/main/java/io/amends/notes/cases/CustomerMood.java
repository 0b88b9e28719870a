package io.amends.notes.cases;

import io.amends.contracts.RecoveryDecided;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the customer of a case feels.
 *
 * @param unhappy whether an unhappy response or a Recovery Request stands behind the case, not only an opportunity
 * @param satisfiedNow whether the newest answer is happy after an unhappy one (A4)
 * @param grievedAt when staff filed the last Recovery Request (A9): a happy answer from before says nothing about it; null
 *     where there is none
 */
public record CustomerMood(boolean unhappy, boolean satisfiedNow, @Nullable Instant grievedAt) {

    /** The same by the newest answer. */
    CustomerMood by(@Nullable RecoveryDecided newest) {
        boolean recovers = newest != null && newest.kind() == RecoveryDecided.Kind.RECOVERY;
        boolean ever = unhappy || recovers;
        boolean since = newest != null
                && (grievedAt == null || newest.response().submittedAt().isAfter(grievedAt));
        return new CustomerMood(ever, ever && newest != null && happy(newest) && since, grievedAt);
    }

    /** The same after staff have said that the customer is unhappy. */
    CustomerMood grieved(Instant at) {
        return new CustomerMood(true, satisfiedNow, grievedAt == null || at.isAfter(grievedAt) ? at : grievedAt);
    }

    private static boolean happy(RecoveryDecided decision) {
        return decision.explanation().overall() != null
                && !decision.explanation().low();
    }
}
