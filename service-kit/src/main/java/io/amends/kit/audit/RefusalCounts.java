package io.amends.kit.audit;

import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.kit.access.Signature;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Refusals since they were last taken, counted: the same caller, the same action, within the same minute are one entry of
 * the log (H4). Whoever asks for ever new things cannot fill the memory: from {@link #MOST} entries on, what is new is
 * counted as nobody's.
 */
final class RefusalCounts {
    static final int MOST = 10_000;

    /**
     * What is counted together.
     *
     * @param minute its beginning
     * @param by the caller, without an address
     */
    record RefusedAction(Instant minute, String portal, AuditAction what, String subject, Signature by) {}

    /**
     * How often, and from where the last one came.
     *
     * @param last the caller with the address
     */
    record RefusalTally(long count, Signature last) {
        RefusalTally and(RefusalTally later) {
            return new RefusalTally(count + later.count, later.last);
        }
    }

    private Map<RefusedAction, RefusalTally> counts = new HashMap<>();

    /** Counts what was refused, once or as often as it was. */
    synchronized void add(RefusedAction refused, RefusalTally tally) {
        boolean room = counts.size() < MOST || counts.containsKey(refused);
        Signature nobody = new Signature(Signature.NOBODY, null, null);
        RefusedAction counted = room
                ? refused
                : new RefusedAction(
                        refused.minute(), AuditRecorded.INSTALLATION, refused.what(), refused.subject(), nobody);
        counts.merge(counted, room ? tally : new RefusalTally(tally.count(), nobody), RefusalTally::and);
    }

    /** All counts, which begin anew. */
    synchronized Map<RefusedAction, RefusalTally> take() {
        Map<RefusedAction, RefusalTally> taken = counts;
        counts = new HashMap<>();
        return taken;
    }
}
