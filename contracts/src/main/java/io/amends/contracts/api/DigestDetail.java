package io.amends.contracts.api;

import io.amends.contracts.RecoveryDecided.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One digest with what it lists, so that its links can be resolved (C6).
 *
 * @param contactName as it was when the digest was built
 * @param responses how many cases it lists
 * @param deferred cases of the contact's groups that wait for a later digest, because their group has a cap (B8)
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
        List<Item> items,
        List<Waiting> deferred) {

    public DigestDetail {
        deferred = orNone(deferred);
    }

    private static List<Waiting> orNone(@Nullable List<Waiting> deferred) {
        return deferred == null ? List.of() : deferred;
    }

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
     * @param waitsSince the end of the period whose digest deferred it first (B8); null: none did
     * @param alertedAt when its recipient was told of it at once (C7); null: they were not
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
            List<DigestMark> marks,
            @Nullable Instant waitsSince,
            @Nullable Instant alertedAt) {}

    /**
     * One case that waits.
     *
     * @param receivedAt the moment the customer answered
     * @param waitsSince the end of the period whose digest deferred it first
     */
    public record Waiting(
            String responseId,
            String ticketId,
            String supportGroup,
            Kind kind,
            Instant receivedAt,
            Instant waitsSince) {}
}
