package io.amends.dashboard.preferences.sources;

import io.amends.contracts.api.NewReplay;
import io.amends.contracts.api.ReplayAccepted;
import io.amends.contracts.api.SourceReplay;
import io.amends.contracts.api.SourceReplays;
import io.amends.dashboard.client.InTheName;
import io.amends.dashboard.client.RefusedCall;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** survey-ingest, as far as it reads again what sources sent (A12). */
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1/portals/{cpc}")
@Produces(MediaType.APPLICATION_JSON)
public interface ReplaysClient {
    @POST
    @Path("/sources/{code}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    ReplayAccepted begin(@PathParam("cpc") String cpc, @PathParam("code") String code, NewReplay replay);

    @GET
    @Path("/replays")
    SourceReplays list(@PathParam("cpc") String cpc, @QueryParam("source") String source);

    @GET
    @Path("/replays/{id}")
    SourceReplay find(@PathParam("cpc") String cpc, @PathParam("id") String id);

    /** What survey-ingest refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
