package io.amends.dashboard.optouts;

import io.amends.contracts.api.ListedOptOut;
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
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** survey-ingest, as far as it keeps who wants no surveys. */
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1/portals/{cpc}/opt-outs")
@Produces(MediaType.APPLICATION_JSON)
public interface OptOutsClient {
    @GET
    Page<ListedOptOut> list(
            @PathParam("cpc") String cpc,
            @QueryParam("email") @Nullable String email,
            @QueryParam("phone") @Nullable String phone,
            @QueryParam("id") @Nullable String id,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    /**
     * A customer gets no surveys any more.
     *
     * @param customer one of email, phone and id, and a reason
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    void optOut(@PathParam("cpc") String cpc, Map<String, String> customer);

    /**
     * A customer gets surveys again.
     *
     * @param customer one of email, phone and id, and a reason
     */
    @POST
    @Path("/lift")
    @Consumes(MediaType.APPLICATION_JSON)
    void lift(@PathParam("cpc") String cpc, Map<String, String> customer);

    /** What survey-ingest refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
