package io.amends.dashboard.preferences.connection;

import io.amends.contracts.api.ChannelStatus;
import io.amends.contracts.api.ChannelTest;
import io.amends.contracts.api.NewChannelSecrets;
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

/** alerting, as far as it keeps what the directory does not: secrets of channels, and how they do (C8). */
@RegisterRestClient(configKey = "channels")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1/portals/{cpc}/channels/{code}")
@Produces(MediaType.APPLICATION_JSON)
public interface ChannelsClient {
    @GET
    @Path("/status")
    ChannelStatus status(@PathParam("cpc") String cpc, @PathParam("code") String code);

    @PUT
    @Path("/secrets")
    @Consumes(MediaType.APPLICATION_JSON)
    void secrets(@PathParam("cpc") String cpc, @PathParam("code") String code, NewChannelSecrets secrets);

    @POST
    @Path("/test")
    ChannelTest test(@PathParam("cpc") String cpc, @PathParam("code") String code);

    /** What alerting refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
