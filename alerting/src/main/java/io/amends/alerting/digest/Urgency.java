package io.amends.alerting.digest;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import java.util.Comparator;

/**
 * The order within a digest: the unhappy first, among them those who are unhappy again after a recovery, then by
 * priority, who asked to be contacted, the lower score, and who waits longest (C5).
 */
public final class Urgency {
    /** Most urgent first; the response id makes it total. */
    public static final Comparator<RecoveryDecided> FIRST = comparing(RecoveryDecided::kind)
            .thenComparing(d -> d.response().followUpOf() == null)
            .thenComparing(RecoveryDecided::priority, nullsLast(naturalOrder()))
            .thenComparing(d -> d.response().contactChoice() != ContactChoice.YES)
            .thenComparing(d -> d.explanation().overall(), nullsLast(naturalOrder()))
            .thenComparing(d -> d.response().submittedAt())
            .thenComparing(RecoveryDecided::responseId);

    private Urgency() {}
}
