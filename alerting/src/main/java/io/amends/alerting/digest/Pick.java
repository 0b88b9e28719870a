package io.amends.alerting.digest;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.DigestMark;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A candidate that belongs in the digests of a period, and how it is marked there. */
public record Pick(Candidate candidate, Set<DigestMark> marks) {

    /** What was decided about it. */
    public RecoveryDecided decision() {
        return candidate.decision();
    }

    /** Since which digest it waits; null where none has deferred it. */
    public @Nullable Instant waitsSince() {
        return candidate.waitsSince();
    }

    boolean waits() {
        return waitsSince() != null;
    }

    /** Whether the customer asked to be contacted. */
    boolean asked() {
        return decision().response().contactChoice() == ContactChoice.YES;
    }

    Instant received() {
        return decision().response().submittedAt();
    }
}
