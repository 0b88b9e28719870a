package io.amends.contracts;

import java.time.Instant;
import java.util.List;

/**
 * The data of {@code amends.quarantine.waiting}: responses are in quarantine of which nobody was told yet, the first at once
 * and the rest gathered by the hour (A7).
 *
 * @param fresh so many that nobody was told of
 * @param waiting so many of the portal are in quarantine, those included
 * @param reasons what keeps the fresh ones there; a response can have several
 */
public record QuarantineWaiting(String portal, long fresh, long waiting, List<ReasonCount> reasons, Instant at) {

    /** Copies the reasons. */
    public QuarantineWaiting {
        reasons = List.copyOf(reasons);
    }

    /**
     * How many responses have something wrong in one place.
     *
     * @param pointer the field, such as {@code /supportGroup}; of all measures together {@code /measures}
     */
    public record ReasonCount(String pointer, long responses) {}
}
