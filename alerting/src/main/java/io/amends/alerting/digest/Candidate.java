package io.amends.alerting.digest;

import io.amends.contracts.RecoveryDecided;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response as it was last decided, and what digests have done with it.
 *
 * @param listedGroup the group it was listed for in a digest; null: in none yet
 * @param shownTo ids of the contacts who had it in a digest
 */
public record Candidate(RecoveryDecided decision, @Nullable String listedGroup, Set<String> shownTo) {

    /** One that no digest has had. */
    public static Candidate fresh(RecoveryDecided decision) {
        return new Candidate(decision, null, Set.of());
    }
}
