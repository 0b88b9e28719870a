package io.amends.notes.filing;

import io.amends.contracts.Customer;
import io.amends.contracts.FollowUp;
import io.amends.contracts.FollowUp.SkipReason;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.outbox.Outbox;
import io.amends.notes.cases.FollowUpRule;
import io.amends.notes.dossier.CaseEvent;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.dossier.Turn;
import io.amends.notes.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Where files are taken out, worked on under their lock, and put back together with the events that tell of it. */
@ApplicationScoped
public class TicketDesk {
    private final Outbox outbox;
    private final PortalFactsView facts;
    private final CaseMetrics metrics;
    private final Clock clock;

    TicketDesk(Outbox outbox, PortalFactsView facts, CaseMetrics metrics, Clock clock) {
        this.outbox = outbox;
        this.facts = facts;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Now, as precisely as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** One ticket's file, locked until the end of the transaction. */
    public Dossier take(Handle tx, TicketId ticket) {
        Dossier file = DossierTable.lock(tx, List.of(ticket)).get(ticket);
        return file == null ? Dossier.empty(ticket) : file;
    }

    /** A turn on this file. */
    public Turn turn(Dossier file) {
        return new Turn(file, facts.of(file.id().portal()), now());
    }

    /**
     * Puts one file back.
     *
     * @return the events that tell of it
     */
    public List<CaseEvent> file(Handle tx, Dossier before, Turn turn) {
        TicketId id = before.id();
        return file(tx, new TreeMap<>(Map.of(id, before)), new TreeMap<>(Map.of(id, turn.dossier())), turn.events());
    }

    List<CaseEvent> file(
            Handle tx,
            SortedMap<TicketId, Dossier> before,
            SortedMap<TicketId, Dossier> after,
            Collection<CaseEvent> events) {
        DossierTable.save(tx, before, after);
        List<CaseEvent> told = events.stream().map(event -> wanted(tx, event)).toList();
        outbox.add(tx, told.stream().map(TicketDesk::outbound).toList());
        return told;
    }

    /** No survey goes to a customer who wants none, whatever asks for it. */
    private static CaseEvent wanted(Handle tx, CaseEvent event) {
        if (event.kind() != CaseEvent.Kind.FOLLOW_UP_REQUESTED) {
            return event;
        }
        FollowUp trigger = (FollowUp) event.data();
        Customer customer = trigger.customer();
        return customer != null && OptOutTable.out(tx, trigger.portal(), customer)
                ? new CaseEvent(
                        CaseEvent.Kind.FOLLOW_UP_SKIPPED,
                        event.key(),
                        event.id(),
                        FollowUpRule.skipped(trigger, SkipReason.OPTED_OUT))
                : event;
    }

    /** To be called after the commit: wakes the relay and counts the events. */
    public void committed(List<CaseEvent> events) {
        outbox.wake();
        metrics.count(events);
    }

    private static OutboundEvent outbound(CaseEvent event) {
        return OutboundEvent.of(event.topic(), event.key(), event.id(), event.type(), event.data());
    }
}
