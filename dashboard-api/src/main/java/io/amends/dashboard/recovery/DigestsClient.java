package io.amends.dashboard.recovery;

import io.amends.contracts.api.DigestDetail;
import io.amends.dashboard.client.RefusedCall;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** alerting, as far as links need it: what a report holds. */
@RegisterRestClient(configKey = "alerting")
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1/digests")
public interface DigestsClient {

    @GET
    @Path("/{id}")
    DigestDetail digest(@PathParam("id") String id);

    /** What alerting refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
