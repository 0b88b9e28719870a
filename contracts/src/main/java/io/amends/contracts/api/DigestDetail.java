package io.amends.contracts.api;

import io.amends.contracts.RecoveryDecided.Kind;
import java.time.Instant;
import java.util.List;

/**
 * One digest with what it lists, so that its links can be resolved (C6).
 *
 * @param contactName as it was when the digest was built
 * @param responses how many cases it lists
 * @param refused unhappy customers who asked not to be contacted: only their number is told
 */
public record DigestDetail(
        String id,
        String portal,
        String contactId,
        String contactName,
        Span period,
        DeliveryState state,
        int responses,
        int refused,
        Instant builtAt,
        List<Item> items) {

    /**
     * The time that the digest covers (C2).
     *
     * @param from included
     * @param to not included
     */
    public record Span(Instant from, Instant to) {}

    /**
     * One listed case.
     *
     * @param supportGroup the one that it was listed for
     * @param receivedAt the moment the customer answered
     */
    public record Item(
            String responseId,
            String ticketId,
            String supportGroup,
            Kind kind,
            Instant receivedAt,
            boolean late,
            boolean replacing,
            boolean moved,
            List<DigestMark> marks) {}
}
