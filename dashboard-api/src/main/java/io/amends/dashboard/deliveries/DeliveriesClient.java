package io.amends.dashboard.deliveries;

import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.ListedDelivery;
import io.amends.contracts.api.NewResend;
import io.amends.dashboard.client.InTheName;
import io.amends.dashboard.client.RefusedCall;
import io.amends.kit.page.Page;
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
import org.jspecify.annotations.Nullable;

/** alerting, as far as the pages of deliveries need it. */
@RegisterRestClient(configKey = "alerting")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1")
public interface DeliveriesClient {
    @GET
    @Path("/portals/{cpc}/deliveries")
    Page<ListedDelivery> list(
            @PathParam("cpc") String cpc,
            @QueryParam("state") @Nullable DeliveryState state,
            @QueryParam("channel") @Nullable Channel channel,
            @QueryParam("contact") @Nullable String contact,
            @QueryParam("digest") @Nullable String digest,
            @QueryParam("case") @Nullable String theCase,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    @GET
    @Path("/deliveries/{id}")
    ListedDelivery find(@PathParam("id") String id);

    @GET
    @Path("/digests/{id}/pdf")
    @Produces("application/pdf")
    byte[] pdf(@PathParam("id") String digestId);

    @POST
    @Path("/deliveries/{id}/resend")
    @Consumes(MediaType.APPLICATION_JSON)
    ListedDelivery resend(@PathParam("id") String id, NewResend resend);

    /** What alerting refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
