package io.amends.dashboard.imports;

import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreview;
import io.amends.contracts.api.NamedImportPreset;
import io.amends.contracts.api.SurveyImport;
import io.amends.dashboard.client.InTheName;
import io.amends.dashboard.client.RefusedCall;
import io.amends.kit.page.Page;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** survey-ingest, as far as files that are there need it. */
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1")
public interface ImportsClient {
    @GET
    @Path("/imports")
    Page<SurveyImport> list(@QueryParam("cpc") String cpc, @QueryParam("page") int page, @QueryParam("size") int size);

    @GET
    @Path("/imports/{id}")
    SurveyImport find(@PathParam("id") String id);

    /**
     * Deletes a file that is held, or cancels an import that runs.
     *
     * @param state HELD, for a file to be deleted only while it is held; null for whichever it is
     */
    @DELETE
    @Path("/imports/{id}")
    void end(@PathParam("id") String id, @QueryParam("state") @Nullable String state);

    @GET
    @Path("/imports/{id}/preview")
    ImportPreview preview(@PathParam("id") String id, @QueryParam("preset") @Nullable String preset);

    /** Read as it comes, however long it is. */
    @GET
    @Path("/imports/{id}/refused")
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    InputStream refused(@PathParam("id") String id);

    @GET
    @Path("/portals/{cpc}/import-presets")
    Page<NamedImportPreset> presets(@PathParam("cpc") String cpc, @QueryParam("size") int size);

    @GET
    @Path("/portals/{cpc}/import-presets/{name}")
    ImportPreset preset(@PathParam("cpc") String cpc, @PathParam("name") String name);

    @PUT
    @Path("/portals/{cpc}/import-presets/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    ImportPreset save(@PathParam("cpc") String cpc, @PathParam("name") String name, ImportPreset preset);

    @DELETE
    @Path("/portals/{cpc}/import-presets/{name}")
    void delete(@PathParam("cpc") String cpc, @PathParam("name") String name);

    /** What survey-ingest refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
