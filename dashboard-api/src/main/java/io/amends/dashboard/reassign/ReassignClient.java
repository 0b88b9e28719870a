package io.amends.dashboard.reassign;

import io.amends.contracts.api.NewReassignProposal;
import io.amends.contracts.api.NewReassignment;
import io.amends.contracts.api.ReassignPreview;
import io.amends.contracts.api.ReassignProposal;
import io.amends.contracts.api.Reassigned;
import io.amends.dashboard.client.InTheName;
import io.amends.dashboard.client.RefusedCall;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** survey-ingest, as far as it gives responses to another support group. Thousands of them take their time. */
@RegisterRestClient(configKey = "repairs")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1/surveys/reassign")
public interface ReassignClient {
    /** What it would move; it says {@code dryRun}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    ReassignPreview look(NewReassignment asked);

    /** Moves them; it does not say {@code dryRun}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Reassigned move(NewReassignment asked);

    @POST
    @Path("/proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    ReassignProposal propose(NewReassignProposal asked);

    /** What survey-ingest refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
