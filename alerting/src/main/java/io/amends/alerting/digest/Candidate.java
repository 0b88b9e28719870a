package io.amends.alerting.digest;

import io.amends.contracts.RecoveryDecided;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response as it was last decided, and what digests have done with it.
 *
 * @param listedGroup the group it was listed for in a digest; null: in none yet
 * @param shownTo ids of the contacts who had it in a digest
 * @param waitsSince the end of the period whose digest deferred it first, or the response that it replaced (B8); null: it
 *     does not wait
 */
public record Candidate(
        RecoveryDecided decision, @Nullable String listedGroup, Set<String> shownTo, @Nullable Instant waitsSince) {

    /** One that no digest has had, nor deferred. */
    public static Candidate fresh(RecoveryDecided decision) {
        return new Candidate(decision, null, Set.of(), null);
    }
}
