package io.amends.dashboard.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.dashboard.client.RefusedCall;
import io.amends.kit.page.Page;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** survey-ingest, as far as the directory needs it: what waits in quarantine. */
@RegisterRestClient(configKey = "ingest")
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1/quarantine")
public interface QuarantineClient {
    /** How many wait; which ones is not looked at here. */
    @GET
    Page<JsonNode> list(
            @QueryParam("cpc") String cpc,
            @QueryParam("rgid") @Nullable String rgid,
            @QueryParam("segment") @Nullable String segment,
            @QueryParam("size") int size);

    /** What survey-ingest refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
