package io.amends.dashboard.imports;

import io.amends.contracts.api.ImportAccepted;
import io.amends.contracts.api.SurveyImport;
import io.amends.dashboard.client.InTheName;
import io.amends.dashboard.client.RefusedCall;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** survey-ingest, as far as it may take long: files on their way there, and their start, before which all is looked at. */
@RegisterRestClient(configKey = "uploads")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1")
public interface ImportUploads {
    /** Sends a file as it is read. */
    @POST
    @Path("/surveys/import")
    @Consumes("text/csv")
    ImportAccepted send(
            @QueryParam("cpc") String cpc,
            @QueryParam("hold") boolean hold,
            @QueryParam("file") @Nullable String name,
            InputStream file);

    /** Imports one that is held. */
    @POST
    @Path("/imports/{id}/start")
    SurveyImport start(@PathParam("id") String id, @QueryParam("preset") @Nullable String preset);

    /** What survey-ingest refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
