package io.amends.notes.proposals;

import io.amends.contracts.CloseCase;
import io.amends.contracts.IdText;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.CaseProposalDecision;
import io.amends.contracts.api.NewCaseProposal;
import io.amends.contracts.api.ProposalState;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import io.amends.notes.proposals.ProposalTable.ProposalFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Proposals for cases, over HTTP: made by who may only propose, decided by who may decide (H1). */
@Needs(value = Scope.CASES_WRITE, may = Permission.DECIDE_CASES)
@Path("/v1")
public class ProposalsResource {
    private static final NewCaseProposal NOTHING = new NewCaseProposal(null, null, null, null, null, null, null);

    private final Jdbi jdbi;
    private final ProposalDesk proposals;
    private final DirectoryView directory;
    private final Caller caller;

    ProposalsResource(Jdbi jdbi, ProposalDesk proposals, DirectoryView directory, Caller caller) {
        this.jdbi = jdbi;
        this.proposals = proposals;
        this.directory = directory;
        this.caller = caller;
    }

    /** Proposes to close, to decline or to hand over a case. */
    @POST
    @Path("/cases/{caseId}/proposals")
    public Response propose(@PathParam("caseId") String caseId, @Nullable NewCaseProposal body) {
        CaseProposal made = proposals.propose(caseId, body == null ? NOTHING : body);
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    /**
     * The proposals for cases of the groups that the caller sees, newest first. One that nobody decided before its case was
     * closed is not among them.
     *
     * @param state absent: all
     * @param caseId of this case alone
     */
    @Needs(value = Scope.CASES_READ, may = Permission.SEE_RESPONSES)
    @GET
    @Path("/portals/{cpc}/proposals")
    public Page<CaseProposal> list(
            @PathParam("cpc") String cpc,
            @QueryParam("state") @Nullable String state,
            @QueryParam("caseId") @Nullable String caseId,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        directory.require(cpc);
        String asked = IdText.orNull(caseId);
        ProposalFilter filter = new ProposalFilter(state(state), asked == null ? null : asked.replace('\0', ' '));
        PageRequest pages = PageRequest.of(page, size);
        Sight sight = caller.sight(cpc, Permission.SEE_RESPONSES);
        return jdbi.withHandle(db -> ProposalTable.page(db, cpc, filter, sight, pages));
    }

    /** Accepts a proposal, and does what it asks for. */
    @POST
    @Path("/portals/{cpc}/proposals/{proposalId}/accept")
    public CaseProposal accept(
            @PathParam("cpc") String cpc,
            @PathParam("proposalId") String proposalId,
            @Nullable CaseProposalDecision body) {
        return proposals.decide(cpc, proposalId, true, reason(body));
    }

    /** Refuses a proposal. */
    @POST
    @Path("/portals/{cpc}/proposals/{proposalId}/refuse")
    public CaseProposal refuse(
            @PathParam("cpc") String cpc,
            @PathParam("proposalId") String proposalId,
            @Nullable CaseProposalDecision body) {
        return proposals.decide(cpc, proposalId, false, reason(body));
    }

    private static @Nullable String reason(@Nullable CaseProposalDecision body) {
        String said = body == null ? null : body.reason();
        if (said == null || StorableText.blank(said)) {
            return null;
        }
        String fault = StorableText.fault(said, CloseCase.LONGEST_TEXT);
        if (fault != null) {
            throw Problem.badRequest("Nothing was decided.", List.of(new Reason("/reason", fault)));
        }
        return said.strip();
    }

    private static @Nullable ProposalState state(@Nullable String asked) {
        String word = IdText.orNull(asked);
        if (word == null) {
            return null;
        }
        return Arrays.stream(ProposalState.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "These proposals cannot be listed.",
                        List.of(new Reason(
                                "?state",
                                "must be one of "
                                        + Arrays.stream(ProposalState.values())
                                                .map(Enum::name)
                                                .collect(Collectors.joining(", "))))));
    }
}
