package io.amends.notes.casework;

import io.amends.contracts.AuditAction;
import io.amends.contracts.CaseView;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.access.Scope;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.problem.AddressedId;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.notes.cases.Case;
import io.amends.notes.cases.CaseLife.ContactForbidden;
import io.amends.notes.dossier.CaseEvent;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.dossier.Turn;
import io.amends.notes.filing.TicketDesk;
import io.amends.notes.filing.TicketResponseTable;
import io.amends.notes.ticket.TicketId;
import io.amends.notes.ticket.TicketResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Opens cases by hand (D7). */
@Needs(value = Scope.CASES_WRITE, may = Permission.WRITE_NOTES)
@Path("/v1")
public class OpenCaseResource {
    private final Jdbi jdbi;
    private final TicketDesk desk;
    private final AuditTrail trail;
    private final DirectoryView directory;
    private final Caller caller;

    OpenCaseResource(Jdbi jdbi, TicketDesk desk, AuditTrail trail, DirectoryView directory, Caller caller) {
        this.jdbi = jdbi;
        this.desk = desk;
        this.trail = trail;
        this.directory = directory;
        this.caller = caller;
    }

    /** Opens a case for a response that nobody flagged (D7); the case it has, if it has one. */
    @POST
    @Path("/portals/{cpc}/responses/{responseId}/case")
    public CaseView open(@PathParam("cpc") String cpc, @PathParam("responseId") String responseId) {
        return openAny(cpc, responseId);
    }

    /** The same for every id, also for one that no path can carry, such as "..". */
    @POST
    @Path("/portals/{cpc}/responses/case")
    public CaseView openAny(@PathParam("cpc") String cpc, @QueryParam("responseId") @Nullable String asked) {
        String responseId = AddressedId.of(asked, "responseId");
        directory.require(cpc);
        try {
            OpenedCase opened = jdbi.inTransaction(tx -> open(tx, cpc, responseId));
            desk.committed(opened.events());
            return opened.theCase();
        } catch (ContactForbidden e) {
            throw Problem.conflict(String.valueOf(e.getMessage()));
        }
    }

    private record OpenedCase(CaseView theCase, List<CaseEvent> events) {}

    private OpenedCase open(Handle tx, String cpc, String responseId) {
        Problem unknown = Problem.notFound("There is no response '" + responseId + "'.");
        TicketId ticket = TicketResponseTable.ticket(tx, cpc, responseId).orElseThrow(() -> unknown);
        Dossier file = desk.take(tx, ticket);
        RecoveryDecided asked =
                file.standingFor(responseId).map(TicketResponse::onContact).orElseThrow(() -> unknown);
        require(cpc, file.groupOf(responseId), unknown);
        RecoveryDecided newest = file.newest();
        Case known = file.recoveryCase();
        require(
                cpc,
                known == null
                        ? (newest == null ? asked : newest).supportGroup()
                        : known.assignment().supportGroup(),
                unknown);
        Turn turn = desk.turn(file).opened(newest == null ? asked : newest);
        List<CaseEvent> events = desk.file(tx, file, turn);
        Case theCase = turn.dossier().recoveryCase();
        if (theCase == null) {
            throw new IllegalStateException("a case was opened and is not there");
        }
        trail.add(tx, caller.signature(), CaseAudit.of(AuditAction.CASE_OPENED, file.recoveryCase(), theCase));
        return new OpenedCase(theCase.view(), events);
    }

    private void require(String cpc, @Nullable String group, Problem unknown) {
        if (group == null) {
            throw unknown;
        }
        caller.require(cpc, Permission.WRITE_NOTES, Matter.ofGroup(group), unknown);
    }
}
