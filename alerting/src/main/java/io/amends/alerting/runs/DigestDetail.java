package io.amends.alerting.runs;

import io.amends.alerting.digest.Digest;
import io.amends.alerting.digest.Mark;
import io.amends.alerting.period.Period;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.DeliveryState;
import java.time.Instant;
import java.util.List;

/** One digest with what it lists, so that its links can be resolved (C6). */
public record DigestDetail(
        String id,
        String portal,
        String contactId,
        String contactName,
        Period period,
        DeliveryState state,
        int responses,
        int refused,
        Instant builtAt,
        List<Item> items) {

    /** One listed case. */
    public record Item(
            String responseId,
            String ticketId,
            String supportGroup,
            RecoveryDecided.Kind kind,
            Instant receivedAt,
            boolean late,
            boolean replacing,
            boolean moved,
            List<Mark> marks) {}

    static DigestDetail of(Digest digest, DeliveryState state) {
        return new DigestDetail(
                digest.id(),
                digest.portal(),
                digest.contactId(),
                digest.contact().name(),
                digest.period(),
                state,
                digest.items().size(),
                digest.refused(),
                digest.builtAt(),
                digest.items().stream().map(DigestDetail::item).toList());
    }

    private static Item item(Digest.Item item) {
        RecoveryDecided decision = item.decision();
        return new Item(
                decision.responseId(),
                decision.ticketId(),
                decision.supportGroup(),
                decision.kind(),
                decision.response().submittedAt(),
                item.marks().contains(Mark.LATE),
                item.marks().contains(Mark.REPLACING),
                item.marks().contains(Mark.MOVED),
                item.marks());
    }
}
