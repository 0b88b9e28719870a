package io.amends.alerting.digest;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.DigestMark;
import java.util.Set;

/** A candidate that belongs in the digests of a period, and how it is marked there. */
public record Pick(Candidate candidate, Set<DigestMark> marks) {

    /** What was decided about it. */
    public RecoveryDecided decision() {
        return candidate.decision();
    }
}
