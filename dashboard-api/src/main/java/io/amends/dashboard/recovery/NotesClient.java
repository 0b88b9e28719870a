package io.amends.dashboard.recovery;

import io.amends.contracts.CaseView;
import io.amends.contracts.NoteView;
import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.CaseProposalDecision;
import io.amends.contracts.api.CloseRequest;
import io.amends.contracts.api.NewCaseProposal;
import io.amends.contracts.api.NewNote;
import io.amends.contracts.api.ProposalState;
import io.amends.contracts.api.Recovery;
import io.amends.dashboard.client.InTheName;
import io.amends.dashboard.client.RefusedCall;
import io.amends.kit.page.Page;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** notes-service, as far as the dialog and the page of proposals need it. */
@RegisterRestClient(configKey = "notes")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1")
public interface NotesClient {
    @GET
    @Path("/portals/{cpc}/recovery")
    Recovery find(
            @PathParam("cpc") String cpc,
            @QueryParam("rgid") @Nullable String rgid,
            @QueryParam("date") @Nullable String date,
            @QueryParam("tid") @Nullable String tid,
            @QueryParam("rid") List<String> rid);

    @POST
    @Path("/portals/{cpc}/responses/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Nullable
    NoteView write(
            @PathParam("cpc") String cpc,
            @QueryParam("responseId") String responseId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            NewNote note);

    @POST
    @Path("/cases/{caseId}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Nullable
    NoteView writeOnCase(
            @PathParam("caseId") String caseId, @HeaderParam("Idempotency-Key") @Nullable String key, NewNote note);

    @GET
    @Path("/cases/{caseId}")
    CaseView read(@PathParam("caseId") String caseId);

    @POST
    @Path("/cases/{caseId}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    CaseView close(@PathParam("caseId") String caseId, CloseRequest closing);

    @POST
    @Path("/cases/{caseId}/proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    CaseProposal propose(@PathParam("caseId") String caseId, NewCaseProposal proposal);

    @GET
    @Path("/portals/{cpc}/proposals")
    Page<CaseProposal> proposals(
            @PathParam("cpc") String cpc,
            @QueryParam("state") ProposalState state,
            @QueryParam("caseId") String caseId);

    @GET
    @Path("/portals/{cpc}/proposals")
    Page<CaseProposal> proposals(
            @PathParam("cpc") String cpc,
            @QueryParam("state") ProposalState state,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    @POST
    @Path("/portals/{cpc}/proposals/{proposalId}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    CaseProposal accept(
            @PathParam("cpc") String cpc, @PathParam("proposalId") String proposalId, CaseProposalDecision decision);

    @POST
    @Path("/portals/{cpc}/proposals/{proposalId}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    CaseProposal refuse(
            @PathParam("cpc") String cpc, @PathParam("proposalId") String proposalId, CaseProposalDecision decision);

    /** What notes-service refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
