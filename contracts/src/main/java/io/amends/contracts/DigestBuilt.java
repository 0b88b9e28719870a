package io.amends.contracts;

import java.time.Instant;
import java.util.List;

/**
 * The data of {@code amends.digest.built}: what one contact's digest of a period lists, and what of the contact's groups
 * waits for a later one (B8). A long digest is told in several events, each with a part of both lists.
 *
 * @param contactId whose digest it is
 * @param shown ids of responses that it lists
 * @param deferred ids of responses that wait, because their group has a cap
 */
public record DigestBuilt(
        String digestId,
        String portal,
        String contactId,
        Span period,
        List<String> shown,
        List<String> deferred,
        Instant at) {

    public DigestBuilt {
        shown = Absent.orEmpty(shown);
        deferred = Absent.orEmpty(deferred);
    }

    /**
     * The time that the digest covers (C2).
     *
     * @param from included
     * @param to not included
     */
    public record Span(Instant from, Instant to) {}
}
