package io.amends.dashboard.preferences.sources;

import io.amends.contracts.api.NewSourceSecrets;
import io.amends.contracts.api.SourceDeliveries;
import io.amends.contracts.api.SourceStatus;
import io.amends.contracts.api.SourceTrial;
import io.amends.contracts.api.TriedSource;
import io.amends.dashboard.client.InTheName;
import io.amends.dashboard.client.RefusedCall;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** survey-ingest, as far as it keeps what the directory does not: addresses, secrets, deliveries (A10). */
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1/portals/{cpc}/sources/{code}")
@Produces(MediaType.APPLICATION_JSON)
public interface SourcesClient {
    @GET
    @Path("/status")
    SourceStatus status(@PathParam("cpc") String cpc, @PathParam("code") String code);

    @GET
    @Path("/deliveries")
    SourceDeliveries deliveries(@PathParam("cpc") String cpc, @PathParam("code") String code);

    @PUT
    @Path("/secrets")
    @Consumes(MediaType.APPLICATION_JSON)
    void secrets(@PathParam("cpc") String cpc, @PathParam("code") String code, NewSourceSecrets secrets);

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    TriedSource preview(@PathParam("cpc") String cpc, @PathParam("code") String code, SourceTrial trial);

    /** What survey-ingest refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
