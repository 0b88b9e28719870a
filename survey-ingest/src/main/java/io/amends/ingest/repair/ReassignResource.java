package io.amends.ingest.repair;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.ProposalState;
import io.amends.contracts.api.ReassignDecision;
import io.amends.contracts.api.ReassignPreview;
import io.amends.contracts.api.ReassignProposal;
import io.amends.contracts.api.Reassigned;
import io.amends.ingest.recorder.ResponseHistory;
import io.amends.ingest.recorder.ResponseSelection;
import io.amends.ingest.repair.Reassignment.CheckedReassignment;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Rights;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Moves responses to another support group; their notes and case follow (A8). Who may not do it themselves proposes it to
 * those who may move all responses that the proposal names (H1).
 */
@Needs(value = Scope.QUARANTINE_WRITE, may = Permission.DECIDE_CASES)
@Path("/v1/surveys/reassign")
@Produces(MediaType.APPLICATION_JSON)
public class ReassignResource {
    private static final int AT_ONCE = 500;
    private static final String STATES =
            Arrays.stream(ProposalState.values()).map(Enum::name).collect(Collectors.joining(", "));

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Repairs repairs;
    private final ReassignProposals proposals;
    private final DirectoryView directory;
    private final Caller caller;

    ReassignResource(
            Jdbi jdbi,
            Outbox outbox,
            Repairs repairs,
            ReassignProposals proposals,
            DirectoryView directory,
            Caller caller) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.repairs = repairs;
        this.proposals = proposals;
        this.directory = directory;
        this.caller = caller;
    }

    /** Moves them, or with {@code dryRun} tells what that would move: {@link ReassignPreview}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reassign(@Nullable Reassignment body) {
        Reassignment asked = body == null ? Reassignment.NOTHING : body;
        if (Boolean.TRUE.equals(asked.dryRun())) {
            CheckedReassignment checked = checked(asked, true);
            return Response.ok(jdbi.withHandle(handle -> checked.selected().outside(handle, checked.supportGroup())))
                    .build();
        }
        return Response.ok(new Reassigned(moved(checked(asked, false)))).build();
    }

    /** Proposes that responses be moved; those of them that are there already are left out. */
    @POST
    @Path("/proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(@Nullable Reassignment body) {
        Reassignment asked = body == null ? Reassignment.NOTHING : body;
        CheckedReassignment checked = checked(asked, true);
        if (asked.dryRun() != null) {
            throw Reassignment.refused(List.of(new Reason("/dryRun", "is for a reassignment, and not for a proposal")));
        }
        ReassignProposal made = jdbi.inTransaction(tx -> proposals.propose(tx, checked, caller.signature()));
        outbox.wake();
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    /** The proposals of which all responses are seen, the newest first. */
    @Needs(value = Scope.SURVEYS_READ, may = Permission.SEE_RESPONSES)
    @GET
    @Path("/proposals")
    public Page<ReassignProposal> list(
            @QueryParam("cpc") @Nullable String cpc,
            @QueryParam("state") @Nullable String named,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        if (cpc == null || cpc.isBlank()) {
            throw Problem.badRequest(
                    "Say which portal: ?cpc=…", List.of(new Reason("?cpc", "the portal's code is missing")));
        }
        directory.require(cpc);
        ProposalState state = named == null ? null : state(named);
        PageRequest asked = PageRequest.of(page, size);
        return jdbi.withHandle(
                handle -> proposals.list(handle, cpc, state, ReassignProposals.sight(caller, cpc), asked));
    }

    /** Moves what was proposed. */
    @POST
    @Path("/proposals/{id}/accept")
    public ReassignProposal accept(@PathParam("id") String id, @Nullable ReassignDecision decision) {
        return decide(id, decision, ProposalState.ACCEPTED);
    }

    /** Leaves the responses where they are. */
    @POST
    @Path("/proposals/{id}/refuse")
    public ReassignProposal refuse(@PathParam("id") String id, @Nullable ReassignDecision decision) {
        return decide(id, decision, ProposalState.REFUSED);
    }

    private int moved(CheckedReassignment checked) {
        ResponseHistory.ChangeOrigin by =
                ResponseHistory.ChangeOrigin.person(caller.signature(), checked.reason(), List.of());
        ResponseSelection all = checked.selected();
        List<String> ids = jdbi.withHandle(all::found);
        int moved = 0;
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            ResponseSelection some = new ResponseSelection(
                    all.portal(), ids.subList(i, Math.min(ids.size(), i + AT_ONCE)), null, all.sight());
            moved += jdbi.inTransaction(tx -> repairs.reassign(tx, some, checked.supportGroup(), by));
            outbox.wake();
        }
        return moved;
    }

    /** Who may not do it is told so before what is wrong with it. */
    private CheckedReassignment checked(Reassignment asked, boolean proposing) {
        String cpc = asked.portalCode();
        Set<String> groups = Set.of();
        if (!cpc.isEmpty()) {
            caller.require(cpc);
            if (!proposing || caller.answer(cpc, Permission.DECIDE_CASES, Matter.PORTAL) != Rights.Ruling.PROPOSE) {
                caller.require(cpc, Permission.DECIDE_CASES, Matter.PORTAL, nothingHere());
            }
            groups = directory.require(cpc).groups().keySet();
        }
        return asked.checked(groups, caller.sight(cpc, Permission.DECIDE_CASES));
    }

    private ReassignProposal decide(String id, @Nullable ReassignDecision decision, ProposalState outcome) {
        String reason = decision == null ? null : decision.reason();
        ReassignProposal decided = jdbi.inTransaction(tx -> proposals.decide(tx, uuid(id), outcome, reason, caller));
        outbox.wake();
        return decided;
    }

    private static Problem nothingHere() {
        return Problem.notFound("There is nothing here that you may see.");
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ReassignProposals.missing(id);
        }
    }

    private static ProposalState state(String named) {
        return Arrays.stream(ProposalState.values())
                .filter(state -> state.name().equals(named))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "There is no such state.", List.of(new Reason("?state", "must be one of " + STATES))));
    }
}
