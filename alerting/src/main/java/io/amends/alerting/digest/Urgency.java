package io.amends.alerting.digest;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import java.util.Collection;
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

    private static final Comparator<Pick> UNTHROTTLED = comparing(Pick::decision, FIRST);

    private static final Comparator<Pick> WITH_WAITING = comparing(
                    (Pick pick) -> pick.decision().kind())
            .thenComparing(pick -> !pick.asked())
            .thenComparing(pick -> !pick.waits())
            .thenComparing((a, b) -> a.waits() && b.waits() ? Throttle.LONGEST.compare(a, b) : 0)
            .thenComparing(UNTHROTTLED);

    private Urgency() {}

    /**
     * The order of the cases of a digest: the usual one. Where some of them have waited, these lead, longest first, and
     * nobody is before them but who asked to be contacted (B8).
     */
    static Comparator<Pick> within(Collection<Pick> picks) {
        return picks.stream().anyMatch(Pick::waits) ? WITH_WAITING : UNTHROTTLED;
    }
}
