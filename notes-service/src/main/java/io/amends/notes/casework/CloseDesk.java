package io.amends.notes.casework;

import io.amends.contracts.AuditAction;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.problem.Problem;
import io.amends.notes.cases.Case;
import io.amends.notes.cases.CaseClosing;
import io.amends.notes.cases.ClosingRule;
import io.amends.notes.dossier.CaseEvent;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.dossier.Turn;
import io.amends.notes.filing.PortalFactsView;
import io.amends.notes.filing.TicketDesk;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Closes a case, the same way for people over HTTP and CRMs over Kafka (D8). */
@ApplicationScoped
public class CloseDesk {
    private final TicketDesk desk;
    private final PortalFactsView facts;
    private final AuditTrail trail;

    CloseDesk(TicketDesk desk, PortalFactsView facts, AuditTrail trail) {
        this.desk = desk;
        this.facts = facts;
        this.trail = trail;
    }

    /**
     * What became of it.
     *
     * @param after the case now
     * @param events empty unless it was closed by this
     */
    public record Closure(Case after, ClosingRule verdict, List<CaseEvent> events) {
        /**
         * The same, if it was closed by this, or by the very same words before.
         *
         * @throws Problem 409 if it was closed otherwise, or may not be closed so yet
         */
        public Closure orRefused() {
            if (verdict instanceof ClosingRule.ClosedOtherwise otherwise) {
                throw Problem.conflict("This case was already closed as " + otherwise.outcome() + ".");
            }
            if (verdict instanceof ClosingRule.TooEarly early) {
                throw Problem.conflict("The customer was spoken to less than two weeks ago.")
                        .with("earliest", early.earliest());
            }
            return this;
        }
    }

    /**
     * Closes the case of a file if it may be closed now; empty where there is none.
     *
     * @param file taken out in this transaction
     * @param by who closes it; whether they may was asked before
     */
    public Optional<Closure> close(Handle tx, Dossier file, CaseClosing closing, Signature by) {
        Case current = file.recoveryCase();
        if (current == null) {
            return Optional.empty();
        }
        ClosingRule verdict = ClosingRule.check(
                current,
                closing,
                file.lastSpoken().orElse(null),
                facts.zone(file.id().portal()),
                desk.now());
        if (!(verdict instanceof ClosingRule.Allowed)) {
            return Optional.of(new Closure(current, verdict, List.of()));
        }
        Turn turn = desk.turn(file).closed(current, closing, file.answered());
        List<CaseEvent> events = desk.file(tx, file, turn);
        Case filed = turn.dossier().recoveryCase();
        Case after = filed == null ? current : filed;
        trail.add(tx, by, CaseAudit.of(AuditAction.CASE_CLOSED, current, after));
        return Optional.of(new Closure(after, verdict, events));
    }
}
