package io.amends.dashboard.requests;

import io.amends.contracts.FileRequest;
import io.amends.contracts.api.ListedRequest;
import io.amends.contracts.api.ListedRequest.RequestState;
import io.amends.contracts.api.RequestAccepted;
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
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** survey-ingest, as far as the pages of requests need it. */
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1")
public interface RequestsClient {
    @GET
    @Path("/portals/{cpc}/requests")
    Page<ListedRequest> list(
            @PathParam("cpc") String cpc,
            @QueryParam("state") @Nullable RequestState state,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    @POST
    @Path("/requests")
    @Consumes(MediaType.APPLICATION_JSON)
    RequestAccepted file(@HeaderParam("Idempotency-Key") String key, FileRequest request);

    /** What survey-ingest refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
