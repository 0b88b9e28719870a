package io.amends.kit.audit;

import io.amends.contracts.AuditRecorded;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.kit.access.Signature;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.outbox.EventTooLarge;
import io.amends.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Writes what people and keys change into the outbox, in the transaction of the change: an entry is there if and only if
 * the change is (H4). Nobody need wake the relay for it: within a moment it finds the entry by itself.
 */
@ApplicationScoped
public class AuditTrail {
    private final Outbox outbox;
    private final Clock clock;

    /** @param clock says when a change was made */
    public AuditTrail(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Records a change.
     *
     * @param tx the transaction that makes the change
     * @param by whoever makes it, as the request has verified them
     * @throws EventTooLarge if no event can hold it; then the change must not be made either
     */
    public void add(Handle tx, Signature by, AuditChange change) {
        add(tx, by, List.of(change));
    }

    /** Records several changes of one transaction. One that says that nothing differs is left out. */
    public void add(Handle tx, Signature by, Collection<AuditChange> changes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        outbox.add(
                tx,
                changes.stream()
                        .filter(change -> !change.nothing())
                        .map(change -> event(by, change, now, 1))
                        .toList());
    }

    static OutboundEvent event(Signature by, AuditChange change, Instant at, long count) {
        // Any id will do: it is written once, with the change, and every repetition has the one that was written.
        return OutboundEvent.of(
                Topics.AUDIT,
                change.portal(),
                UUID.randomUUID().toString(),
                EventTypes.AUDIT_RECORDED,
                new AuditRecorded(
                        change.portal(),
                        at,
                        by.who(),
                        by.by(),
                        by.key(),
                        change.what(),
                        change.subject(),
                        change.before(),
                        change.after(),
                        change.reason(),
                        by.address(),
                        count));
    }
}
