package io.amends.dashboard.proposals;

import io.amends.contracts.api.ProposalState;
import io.amends.contracts.api.ReassignDecision;
import io.amends.contracts.api.ReassignProposal;
import io.amends.dashboard.client.InTheName;
import io.amends.dashboard.client.RefusedCall;
import io.amends.kit.page.Page;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** survey-ingest, as far as it has proposals: to move responses to another support group (A8, H1). */
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1/surveys/reassign/proposals")
public interface ReassignmentsClient {
    @GET
    Page<ReassignProposal> list(
            @QueryParam("cpc") String cpc,
            @QueryParam("state") ProposalState state,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    @POST
    @Path("/{proposalId}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    ReassignProposal accept(@PathParam("proposalId") String proposalId, ReassignDecision decision);

    @POST
    @Path("/{proposalId}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    ReassignProposal refuse(@PathParam("proposalId") String proposalId, ReassignDecision decision);

    /** What survey-ingest refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
