package io.amends.notes.casework;

import io.amends.kit.access.Caller;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Rights;
import io.amends.notes.cases.Case;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.filing.RecoveryCaseTable;
import io.amends.notes.filing.TicketDesk;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/**
 * Gives a case to whoever may do with it what they ask for. To everybody else it is not there, word by word, whether it is
 * another group's or another portal's (H1, H3).
 */
@ApplicationScoped
public class CaseDoor {
    private final TicketDesk desk;
    private final Caller caller;

    CaseDoor(TicketDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** A case, and the file that it is in. */
    public record CaseFile(Dossier file, Case theCase) {}

    /**
     * The case, to be read.
     *
     * @throws Problem 404 if there is none, or none for this caller
     */
    Case see(Handle db, String caseId) {
        Case found = find(db, caseId, unknown(caseId));
        require(found, Permission.SEE_RESPONSES, unknown(caseId));
        return found;
    }

    /**
     * The case, to decide what becomes of it, locked until the end of the transaction.
     *
     * @throws Problem 404 if there is none, or none for this caller; 403 if they see it and may not decide
     */
    public CaseFile decide(Handle tx, String caseId) {
        return decide(tx, caseId, unknown(caseId));
    }

    /**
     * The same, for something that hangs on a case.
     *
     * @param missing what is told where that is not there
     */
    public CaseFile decide(Handle tx, String caseId, Problem missing) {
        CaseFile taken = take(tx, caseId, missing);
        require(taken.theCase(), Permission.DECIDE_CASES, missing);
        return taken;
    }

    /**
     * The case, to write a note on it, locked until the end of the transaction.
     *
     * @throws Problem 404 if there is none, or none for this caller; 403 if they see it and may not write
     */
    public CaseFile note(Handle tx, String caseId) {
        CaseFile taken = take(tx, caseId, unknown(caseId));
        require(taken.theCase(), Permission.WRITE_NOTES, unknown(caseId));
        return taken;
    }

    /**
     * The case, to propose what is to become of it, locked until the end of the transaction. Who may decide may propose.
     *
     * @throws Problem 404 if there is none, or none for this caller; 403 if they see it and may not even propose
     */
    public CaseFile propose(Handle tx, String caseId) {
        CaseFile taken = take(tx, caseId, unknown(caseId));
        Case found = taken.theCase();
        if (caller.answer(found.ticket().portal(), Permission.DECIDE_CASES, group(found)) != Rights.Ruling.PROPOSE) {
            require(found, Permission.DECIDE_CASES, unknown(caseId));
        }
        return taken;
    }

    private CaseFile take(Handle tx, String caseId, Problem missing) {
        Dossier file = desk.take(tx, find(tx, caseId, missing).ticket());
        Case now = file.recoveryCase();
        if (now == null) {
            throw missing;
        }
        return new CaseFile(file, now);
    }

    private static Case find(Handle db, String caseId, Problem missing) {
        return RecoveryCaseTable.find(db, caseId.replace('\0', ' ')).orElseThrow(() -> missing);
    }

    private void require(Case found, Permission permission, Problem missing) {
        caller.require(found.ticket().portal(), permission, group(found), missing);
    }

    private static Matter group(Case found) {
        return Matter.ofGroup(found.assignment().supportGroup());
    }

    private static Problem unknown(String caseId) {
        return Problem.notFound("There is no case '" + caseId + "'.");
    }
}
