package io.amends.notes.filing;

import io.amends.kit.event.OutboundEvent;
import io.amends.kit.outbox.Outbox;
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

    /** Puts one file back. */
    public List<CaseEvent> file(Handle tx, Dossier before, Turn turn) {
        TicketId id = before.id();
        file(tx, new TreeMap<>(Map.of(id, before)), new TreeMap<>(Map.of(id, turn.dossier())), turn.events());
        return turn.events();
    }

    void file(
            Handle tx,
            SortedMap<TicketId, Dossier> before,
            SortedMap<TicketId, Dossier> after,
            Collection<CaseEvent> events) {
        DossierTable.save(tx, before, after);
        outbox.add(tx, events.stream().map(TicketDesk::outbound).toList());
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
