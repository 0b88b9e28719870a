package io.amends.notes.casework;

import io.amends.contracts.RecoveryDecided;
import io.amends.notes.cases.Case;
import io.amends.notes.cases.CaseClosing;
import io.amends.notes.cases.ClosingRule;
import io.amends.notes.dossier.CaseEvent;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.dossier.Turn;
import io.amends.notes.filing.PortalFactsView;
import io.amends.notes.filing.TicketDesk;
import io.amends.notes.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Closes a case, the same way for people over HTTP and CRMs over Kafka (D8). */
@ApplicationScoped
public class CloseDesk {
    private final TicketDesk desk;
    private final PortalFactsView facts;

    CloseDesk(TicketDesk desk, PortalFactsView facts) {
        this.desk = desk;
        this.facts = facts;
    }

    /**
     * What became of it.
     *
     * @param after the case now
     * @param events empty unless it was closed by this
     */
    record Closure(Case after, ClosingRule verdict, List<CaseEvent> events) {}

    /** Closes the ticket's case if it may be closed; empty where the ticket has none. */
    Optional<Closure> close(Handle tx, TicketId ticket, CaseClosing closing) {
        Dossier file = desk.take(tx, ticket);
        Case current = file.recoveryCase();
        if (current == null) {
            return Optional.empty();
        }
        ClosingRule verdict = ClosingRule.check(
                current, closing, file.lastSpoken().orElse(null), facts.zone(ticket.portal()), desk.now());
        if (!(verdict instanceof ClosingRule.Allowed)) {
            return Optional.of(new Closure(current, verdict, List.of()));
        }
        Turn turn = desk.turn(file).closed(current, closing, answered(file));
        List<CaseEvent> events = desk.file(tx, file, turn);
        Case after = turn.dossier().recoveryCase();
        return Optional.of(new Closure(after == null ? current : after, verdict, events));
    }

    /** The answer that the closing is about: the newest, or while there is none that counts, the one that the case is about. */
    private static RecoveryDecided answered(Dossier file) {
        RecoveryDecided answered = file.answered();
        if (answered == null) {
            throw new IllegalStateException("a case without a response");
        }
        return answered;
    }
}
