package io.amends.dashboard.quarantine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.api.BulkRepaired;
import io.amends.contracts.api.NewBulkRepair;
import io.amends.contracts.api.ResponseStanding;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.dashboard.client.InTheName;
import io.amends.dashboard.client.RefusedCall;
import io.amends.kit.page.Page;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** survey-ingest, as far as the pages of the quarantine need it. A repair of many takes its time. */
@RegisterRestClient(configKey = "repairs")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1/quarantine")
public interface RepairClient {
    @GET
    Page<ResponseStanding> list(
            @QueryParam("cpc") String cpc,
            @QueryParam("cause") @Nullable QuarantineCause cause,
            @QueryParam("rgid") @Nullable String group,
            @QueryParam("segment") @Nullable String segment,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    ResponseStanding repair(
            @QueryParam("cpc") String cpc, @QueryParam("responseId") String responseId, ObjectNode corrections);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    BulkRepaired repairMany(NewBulkRepair repair);

    /** What survey-ingest refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
