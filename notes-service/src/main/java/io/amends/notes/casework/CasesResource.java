package io.amends.notes.casework;

import io.amends.contracts.AuditAction;
import io.amends.contracts.CaseView;
import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.CloseRequest;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import io.amends.notes.cases.Case;
import io.amends.notes.cases.CaseClosing;
import io.amends.notes.cases.CaseTag;
import io.amends.notes.casework.CaseDoor.CaseFile;
import io.amends.notes.casework.CloseDesk.Closure;
import io.amends.notes.filing.TicketDesk;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Cases over HTTP (D7, D8, E2). Plain blocking JDBC, so every method runs on a worker thread. */
@Needs(value = Scope.CASES_WRITE, may = Permission.DECIDE_CASES)
@Path("/v1")
public class CasesResource {
    private final Jdbi jdbi;
    private final TicketDesk desk;
    private final CloseDesk closing;
    private final CaseDoor door;
    private final AuditTrail trail;
    private final DirectoryView directory;
    private final Caller caller;

    CasesResource(
            Jdbi jdbi,
            TicketDesk desk,
            CloseDesk closing,
            CaseDoor door,
            AuditTrail trail,
            DirectoryView directory,
            Caller caller) {
        this.jdbi = jdbi;
        this.desk = desk;
        this.closing = closing;
        this.door = door;
        this.trail = trail;
        this.directory = directory;
        this.caller = caller;
    }

    @Needs(value = Scope.CASES_READ, may = Permission.SEE_RESPONSES)
    @GET
    @Path("/portals/{cpc}/cases")
    public Page<CaseView> list(
            @PathParam("cpc") String cpc,
            @QueryParam("state") List<String> state,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("due") @Nullable String due,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        var portal = directory.require(cpc);
        CaseFilter filter = CaseFilter.of(state, owner, due, portal.portal().timeZone());
        PageRequest asked = PageRequest.of(page, size);
        Sight sight = caller.sight(cpc, Permission.SEE_RESPONSES);
        return jdbi.withHandle(db -> CaseListTable.page(db, cpc, filter, sight, asked));
    }

    @Needs(value = Scope.CASES_READ, may = Permission.SEE_RESPONSES)
    @GET
    @Path("/cases/{caseId}")
    public CaseView read(@PathParam("caseId") String caseId) {
        return jdbi.withHandle(db -> door.see(db, caseId)).view();
    }

    @POST
    @Path("/cases/{caseId}/close")
    public CaseView close(@PathParam("caseId") String caseId, @Nullable CloseRequest body) {
        Closure closed = jdbi.inTransaction(tx -> {
            CaseFile taken = door.decide(tx, caseId);
            return closing.close(tx, taken.file(), words(body), caller.signature())
                    .orElseThrow()
                    .orRefused();
        });
        desk.committed(closed.events());
        return closed.after().view();
    }

    @PUT
    @Path("/cases/{caseId}/tags/{tag}")
    public void tag(@PathParam("caseId") String caseId, @PathParam("tag") String tag) {
        retag(caseId, tag, AuditAction.CASE_TAGGED);
    }

    @DELETE
    @Path("/cases/{caseId}/tags/{tag}")
    public void untag(@PathParam("caseId") String caseId, @PathParam("tag") String tag) {
        retag(caseId, tag, AuditAction.CASE_UNTAGGED);
    }

    /** Adds any tag, also one that no path can carry, such as "..". */
    @PUT
    @Path("/cases/{caseId}/tags")
    public void tagAny(@PathParam("caseId") String caseId, @QueryParam("tag") @Nullable String tag) {
        retag(caseId, tag, AuditAction.CASE_TAGGED);
    }

    /** Removes any tag, also one that no path can carry. */
    @DELETE
    @Path("/cases/{caseId}/tags")
    public void untagAny(@PathParam("caseId") String caseId, @QueryParam("tag") @Nullable String tag) {
        retag(caseId, tag, AuditAction.CASE_UNTAGGED);
    }

    private void retag(String caseId, @Nullable String typed, AuditAction what) {
        CaseTag tag = CaseTag.typed(typed);
        jdbi.useTransaction(tx -> {
            // A tag decides whether a follow-up survey goes out (E2), so that it is for who decides.
            CaseFile taken = door.decide(tx, caseId);
            if (!tag.faults().isEmpty()) {
                throw Problem.badRequest("This tag is not valid.", tag.faults());
            }
            Case current = taken.theCase();
            Case changed = what == AuditAction.CASE_TAGGED ? current.tagged(tag.name()) : current.untagged(tag.name());
            if (CaseTag.tooMany(current.tags(), changed.tags())) {
                throw Problem.conflict("A case has at most " + CaseTag.MOST + " tags.");
            }
            desk.file(tx, taken.file(), desk.turn(taken.file()).tagged(changed));
            trail.add(tx, caller.signature(), CaseAudit.of(what, current, changed));
        });
    }

    private static CaseClosing words(@Nullable CloseRequest body) {
        CloseRequest said = body == null ? new CloseRequest(null, null, null, null) : body;
        List<Reason> faults = CaseClosing.faults(said.outcome(), said.rootCause(), said.approval());
        if (said.outcome() == null || !faults.isEmpty()) {
            throw Problem.badRequest("The case was not closed.", faults);
        }
        return new CaseClosing(said.outcome(), said.rootCause(), said.sendFollowUp(), said.approval());
    }
}
